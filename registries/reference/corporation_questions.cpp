#include "registries/reference/corporation_questions.hpp"

#include "grammars/values/check_digit.hpp"
#include "registries/corporations/corporation_register.hpp"

namespace daicho {

std::string cells_of_corporation(AskedRegistry& asked, std::string_view number,
                                 std::initializer_list<std::size_t> items) {
    const auto key = CorporationRegister::number(number);
    if (!key || !CorporationRegister::is_in(asked.registry)) return {};
    const auto state = CorporationRegister(asked.registry).find(*key);
    if (!state || state->is_withdrawal()) return {};
    std::string text;
    for (const std::size_t one : items) text += (*state)[one];
    return text;
}

std::string municipality_of_corporation(AskedRegistry& asked, std::string_view number) {
    std::string code =
        cells_of_corporation<corporation_item::prefecture_code, corporation_item::city_code>(asked, number);
    if (code.size() != 5) return {};
    return code += municipality_check_digit(code);
}

}  // namespace daicho
