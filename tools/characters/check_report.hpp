#pragma once

#include <algorithm>
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

/// So many problems of one text are told; what more there are is counted.
constexpr std::size_t most_problems_told = 100;

/// What there is to say of one text.
struct CheckedCharacters {
    std::vector<CharacterProblem> problems;  ///< all of them, in order of place
    Severity gravest = Severity::info;       ///< of the problems, as heavy as their rules are in the profile
    bool clean = false;                      ///< a glance told that there is nothing to say

    std::size_t told() const { return std::min(problems.size(), most_problems_told); }
    std::size_t untold() const { return problems.size() - told(); }
};

/// `value`: the text is a value, so that a space at its ends is a problem (C213).
CheckedCharacters check_characters(const CharacterCheck& check, std::string_view text, bool value);

/// A line for each problem: place, character, rule, message; a last one with the number of those not told.
void append_check_text(std::string& out, const CheckedPlace& place, std::string_view text,
                       const CharacterCheck& check, const CheckedCharacters& checked, Language language);

/// A finding about a file as a whole, on a line of its own, and as an object.
void append_file_finding_text(std::string& out, std::string_view path, const Finding& finding,
                              Language language);
void append_file_finding_json(std::string& out, std::string_view path, const Finding& finding,
                              Language language);

/// One object on a line: the text, its problems with spans in bytes and in characters, the text as safe
/// repairs leave it. `problems_total` counts the problems where not all are told.
void append_check_json(std::string& out, const CheckedPlace& place, std::string_view text,
                       const CharacterCheck& check, const CheckedCharacters& checked, Language language);

}  // namespace daicho
