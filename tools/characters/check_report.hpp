#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/finding.hpp"
#include "grammars/base/language.hpp"
#include "grammars/characters/check.hpp"

namespace daicho {

/// Where a text that was checked stands; what is not known is empty or 0.
struct CheckedPlace {
    std::string_view path;
    std::string_view column;   ///< header
    std::uint64_t line = 0;    ///< 1-based
    std::uint64_t record = 0;  ///< 1-based
};

/// What there is to say of one text.
struct CheckedCharacters {
    std::vector<CharacterProblem> problems;
    std::vector<Finding> findings;  ///< one for each problem, as heavy as its rule is in the profile
};

CheckedCharacters check_characters(const CharacterCheck& check, std::string_view text);

/// A line for each problem: place, character, rule, message.
void append_check_text(std::string& out, const CheckedPlace& place, std::string_view text,
                       const CheckedCharacters& checked, Language language);

/// One object on a line: the text, its problems with spans in bytes and in characters, the text as safe
/// repairs leave it.
void append_check_json(std::string& out, const CheckedPlace& place, std::string_view text,
                       const CharacterCheck& check, const CheckedCharacters& checked, Language language);

}  // namespace daicho
