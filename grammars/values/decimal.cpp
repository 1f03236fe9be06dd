#include "grammars/values/decimal.hpp"

#include "grammars/values/number_text.hpp"
#include "grammars/values/value_text.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_digits = 30;

/// Bytes of the digits at the start of `text`.
std::size_t count_digits(std::string_view text) {
    std::size_t count = 0;
    while (count < text.size() && is_ascii_digit(text[count])) ++count;
    return count;
}

/// Whether `text`, up to a point or its end, is a canonical whole number; gives its size in `size`.
bool is_whole_part(std::string_view text, std::size_t& size) {
    const bool negative = text.starts_with('-');
    const std::size_t digits = count_digits(text.substr(negative ? 1 : 0));
    size = digits + (negative ? 1 : 0);
    if (digits == 0 || digits > most_digits) return false;
    return text[negative ? 1 : 0] != '0' || digits == 1;
}

}  // namespace

Result<Decimal> parse_decimal(std::string_view text, const Reading&) {
    return read_number(text, {});
}

Result<Decimal> parse_integer(std::string_view text, const Reading&) {
    return read_number(text, {.whole_numbers = true});
}

std::string to_string(const Decimal& value) {
    const std::size_t point = value.digits.size() - value.scale;
    std::string text = value.negative ? "-" : "";
    text.append(value.digits, 0, point);
    if (value.scale > 0) text.append(1, '.').append(value.digits, point);
    return text;
}

bool is_canonical_integer(std::string_view text) {
    std::size_t size = 0;
    return is_whole_part(text, size) && size == text.size() && text != "-0";
}

bool is_canonical_decimal(std::string_view text) {
    std::size_t size = 0;
    if (!is_whole_part(text, size)) return false;
    if (size == text.size()) return text != "-0";
    const std::string_view fraction = text.substr(size + 1);
    if (text[size] != '.' || fraction.empty() || fraction.size() > most_digits) return false;
    if (count_digits(fraction) != fraction.size()) return false;
    return text[0] != '-' || text.find_first_not_of("-0.") != std::string_view::npos;
}

const ValueType integer_type{"integer", "整数", "1234",
                             [](std::string_view text, const Reading&) { return is_canonical_integer(text); },
                             canonical_by<parse_integer>};

const ValueType decimal_type{"decimal", "数値", "1234.5",
                             [](std::string_view text, const Reading&) { return is_canonical_decimal(text); },
                             canonical_by<parse_decimal>};

}  // namespace daicho
