#pragma once

#include <string>
#include <string_view>

#include "models/dataset/check_listener.hpp"
#include "models/rules/message.hpp"

namespace daicho {

/// The option that chooses what a rule's hint says; where it is of another command than those that read
/// tables, with the command.
std::string_view option_of(RuleHint hint);

/// How messages and pages of rules are worded by this program.
inline Wording worded(Language language) {
    return {language, option_of};
}

/// "daicho transform shelters.csv --to gif.municipal/EvacuationSpace -o OUT.csv"
std::string transform_command(const FileFacts& facts);
/// What fixes all columns of a file in its place; empty for forms that `fix` does not write.
std::string fix_in_place_command(const FileFacts& facts);

}  // namespace daicho
