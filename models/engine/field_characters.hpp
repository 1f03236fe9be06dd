#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/characters/check.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// The checks of characters that the columns of a file need: one for each profile and each set of rules that
/// the grammars of values look after themselves.
class FieldCharacters {
 public:
    /// `authority` may be null and must outlive it.
    explicit FieldCharacters(const CharacterAuthority* authority) : authority_(authority) {}

    /// The check for values of `kind`; null where the grammar of the kind says all that there is to say. A
    /// null `kind` is a column of which nothing is known. `asked` is the profile that the model gives the
    /// item, or null. Lives as long as this object.
    const CharacterCheck* of_kind(const ValueType* kind, const CharacterProfile* asked);
    /// For what a grammar refused: what could be taken out of a number or a code.
    const CharacterCheck& of_refused();

 private:
    struct Made {
        const CharacterProfile* profile;
        std::vector<RuleId> left_out;
        std::unique_ptr<CharacterCheck> check;
    };
    const CharacterCheck* made(const CharacterProfile& profile, const std::vector<RuleId>& left_out);

    const CharacterAuthority* authority_;
    std::vector<Made> made_;
};

}  // namespace daicho
