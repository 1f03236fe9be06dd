#pragma once

#include "grammars/base/both_texts.hpp"
#include "grammars/base/error.hpp"
#include "tools/option_list.hpp"

namespace daicho {

/// What an error says, and behind it the options of the command that help: "…; name the right one
/// (--encoding)".
BothTexts error_text(const Error& error, const Subcommand& program);

}  // namespace daicho
