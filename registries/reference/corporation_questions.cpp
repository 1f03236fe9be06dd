#include "registries/reference/corporation_questions.hpp"

#include <initializer_list>

#include "grammars/values/check_digit.hpp"
#include "registries/corporations/corporation_register.hpp"

namespace daicho {

namespace {

namespace item = corporation_item;

/// The cells of the present state, one behind the other.
std::string present_cells(AskedRegistry& asked, std::string_view number,
                          std::initializer_list<std::size_t> items) {
    const auto key = CorporationRegister::number(number);
    if (!key || !CorporationRegister::is_in(asked.registry)) return {};
    const auto state = CorporationRegister(asked.registry).find(*key);
    if (!state || state->is_withdrawal()) return {};
    std::string text;
    for (const std::size_t one : items) text += (*state)[one];
    return text;
}

}  // namespace

std::string corporation_name(AskedRegistry& asked, std::string_view number) {
    return present_cells(asked, number, {item::name});
}

std::string corporation_kana(AskedRegistry& asked, std::string_view number) {
    return present_cells(asked, number, {item::furigana});
}

std::string corporation_english_name(AskedRegistry& asked, std::string_view number) {
    return present_cells(asked, number, {item::english_name});
}

std::string corporation_kind(AskedRegistry& asked, std::string_view number) {
    return present_cells(asked, number, {item::kind});
}

std::string corporation_prefecture(AskedRegistry& asked, std::string_view number) {
    return present_cells(asked, number, {item::prefecture});
}

std::string corporation_city(AskedRegistry& asked, std::string_view number) {
    return present_cells(asked, number, {item::city});
}

std::string corporation_street(AskedRegistry& asked, std::string_view number) {
    return present_cells(asked, number, {item::street});
}

std::string corporation_address(AskedRegistry& asked, std::string_view number) {
    return present_cells(asked, number, {item::prefecture, item::city, item::street});
}

std::string corporation_municipality(AskedRegistry& asked, std::string_view number) {
    std::string code = present_cells(asked, number, {item::prefecture_code, item::city_code});
    if (code.size() != 5) return {};
    return code += municipality_check_digit(code);
}

std::string corporation_postal_code(AskedRegistry& asked, std::string_view number) {
    return present_cells(asked, number, {item::post_code});
}

}  // namespace daicho
