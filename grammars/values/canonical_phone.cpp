#include "grammars/values/canonical_phone.hpp"

#include <algorithm>
#include <cstring>

#include "grammars/text/digits.hpp"
#include "grammars/values/phone_plan.hpp"

namespace daicho {

namespace {

// The recogniser: each function takes one part off the front of `text`.

template <std::size_t size>
bool take(std::string_view& text, const char (&word)[size]) {
    constexpr std::size_t length = size - 1;
    if (text.size() < length || std::memcmp(text.data(), word, length) != 0) return false;
    text.remove_prefix(length);
    return true;
}

std::string_view take_digits(std::string_view& text) {
    const auto end = std::ranges::find_if(text, [](char c) { return c < '0' || c > '9'; });
    const auto taken = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(taken.size());
    return taken;
}

/// "03)5253-5111": the digits of area code and exchange are six, so the hyphen has its place.
bool take_with_area(std::string_view& text) {
    if (text.size() < 12 || text[7] != '-') return false;
    std::size_t close = 2;
    while (text[close] != ')') {
        if (++close == 6) return false;
    }
    const auto area = text.substr(0, close);
    const auto exchange = text.substr(close + 1, 6 - close);
    if (exchange[0] < '2' || !is_all_digits(exchange) || !is_all_digits(text.substr(8, 4))) return false;
    if (!is_all_digits(area) || !is_area_code(area)) return false;
    text.remove_prefix(12);
    return true;
}

bool take_national(std::string_view& text) {
    if (take(text, "(")) return take_with_area(text);
    const auto prefix = take_digits(text);
    const ServiceForm service = service_form(prefix);
    if (service.total == 0 || prefix.size() != service.prefix || !take(text, "-")) return false;
    if (!service.in_four) return take_digits(text).size() == service.total - service.prefix;
    return take_digits(text).size() == 4 && take(text, "-") && take_digits(text).size() == 4;
}

bool take_from_abroad(std::string_view& text) {
    const auto country = take_digits(text);
    if (country.empty() || country_code_size(country) != country.size() || !take(text, " ")) return false;
    if (country == "81") return take_national(text);
    std::size_t total = country.size();
    do {
        const auto part = take_digits(text);
        if (part.empty()) return false;
        total += part.size();
    } while (take(text, "-"));
    return total >= 8 && total <= 15;
}

bool take_number(std::string_view& text) {
    if (take(text, "+"))
        return take_from_abroad(text) && (!take(text, " Ext.") || !take_digits(text).empty());
    bool known = false;
    if (take(text, "#")) {
        known = take_digits(text).size() == 4;
    } else if (text.starts_with('1')) {
        known = is_short_number(take_digits(text));
    } else {
        known = take_national(text);
    }
    return known && (!take(text, " 内線") || !take_digits(text).empty());
}

}  // namespace

bool is_canonical_phone(std::string_view text, const Reading&) {
    do {
        if (!take_number(text)) return false;
    } while (take(text, " / "));
    return text.empty();
}

}  // namespace daicho
