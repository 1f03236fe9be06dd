#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"
#include "grammars/values/value_type.hpp"

/// What the value grammars share: how they refuse, and recognisers for digits.
namespace daicho {

/// A refusal, with the value that a guess would give where there is one.
Remark refused(RuleId rule, Span where, std::string detail = {}, std::string guess = {});

/// The refusal of text that no reading of a kind begins with: empty, damaged by a spreadsheet (`#####`,
/// `1.2E+12`), or simply something else.
Remark refused_as_other(const Narrow& narrow);

/// The refusal of what stands after a value, from byte `at` of the narrow text.
Remark refused_rest(const Narrow& narrow, std::size_t at);

/// `value` in decimal, with zeros in front up to `width`.
std::string padded(unsigned value, unsigned width);

/// The two ASCII digits at `at` as a number, or 100 where they are not digits. `at + 2 <= text.size()`.
constexpr unsigned two_digits(std::string_view text, std::size_t at) {
    const unsigned tens = static_cast<unsigned char>(text[at]) - unsigned{'0'};
    const unsigned ones = static_cast<unsigned char>(text[at + 1]) - unsigned{'0'};
    return tens < 10 && ones < 10 ? tens * 10 + ones : 100;
}

}  // namespace daicho
