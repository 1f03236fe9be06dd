#include "registries/fetch/address_parameter.hpp"

#include "grammars/text/digits.hpp"

#include <algorithm>
#include <optional>

namespace daicho {

namespace {

/// Cuts the text up to the next `sign` (or the end) off `text`, and the sign.
std::string_view take(std::string_view& text, char sign) {
    const auto end = text.find(sign);
    const auto part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return part;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= 4 && std::ranges::all_of(text, is_ascii_digit);
}

struct Range {
    std::string_view first;
    std::string_view last;
};

std::optional<Range> range_of(std::string_view form) {
    const auto dots = form.find("..");
    if (dots == std::string_view::npos) return std::nullopt;
    return Range{form.substr(0, dots), form.substr(dots + 2)};
}

bool is_one_form(std::string_view form) {
    if (const auto range = range_of(form)) {
        return is_number(range->first) && is_number(range->last) &&
               range->first.size() == range->last.size() && range->first <= range->last;
    }
    const auto sign = [](char c) {
        return is_ascii_digit(c) || c == 'N' || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '_';
    };
    return !form.empty() && std::ranges::all_of(form, sign);
}

bool fits_one(std::string_view form, std::string_view value) {
    if (const auto range = range_of(form)) {
        return is_number(value) && value.size() == range->first.size() && value >= range->first &&
               value <= range->last;
    }
    const auto same = [](char f, char v) { return f == 'N' ? is_ascii_digit(v) : f == v; };
    return std::ranges::equal(form, value, same);
}

}  // namespace

std::vector<AddressParameter> read_parameters(std::string_view text) {
    std::vector<AddressParameter> parameters;
    while (!text.empty()) {
        std::string_view one = take(text, ' ');
        if (one.empty()) continue;
        const std::string name{take(one, '/')};
        const std::string form{take(one, '/')};
        parameters.push_back({name, form, std::string{one}});
    }
    return parameters;
}

bool is_form(std::string_view form) {
    if (form.empty()) return false;
    while (!form.empty()) {
        if (!is_one_form(take(form, '|'))) return false;
    }
    return true;
}

bool fits(const AddressParameter& parameter, std::string_view value) {
    std::string_view forms = parameter.form;
    while (!forms.empty()) {
        if (fits_one(take(forms, '|'), value)) return true;
    }
    return false;
}

std::vector<std::string> values_of(const AddressParameter& parameter) {
    std::vector<std::string> values;
    const auto range = range_of(parameter.form);
    if (!range || parameter.form.find('|') != std::string::npos) return values;
    const int last = std::stoi(std::string{range->last});
    for (int n = std::stoi(std::string{range->first}); n <= last; ++n) {
        const std::string digits = std::to_string(n);
        values.push_back(std::string(range->first.size() - digits.size(), '0') + digits);
    }
    return values;
}

}  // namespace daicho
