#include "registries/reference/corporation_questions.hpp"

#include "grammars/values/check_digit.hpp"
#include "registries/corporations/corporation_register.hpp"

namespace daicho {

namespace {

/// The items of a record are asked for one after the other: the register is searched for the first.
const std::optional<CorporationState>& state_of(AskedRegistry& asked, std::string_view number) {
    if (const auto* known = asked.corporations.find(number)) return *known;
    const auto key = CorporationRegister::number(number);
    const bool there = key && CorporationRegister::is_in(asked.registry);
    return asked.corporations.keep(number,
                                   there ? CorporationRegister(asked.registry).find(*key) : std::nullopt);
}

}  // namespace

std::string cells_of_corporation(AskedRegistry& asked, std::string_view number,
                                 std::initializer_list<std::size_t> items) {
    const auto& state = state_of(asked, number);
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
