#pragma once

#include <string_view>

namespace daicho {

/// The id of a rule: a family letter and three digits (`K310`), or class and slug for a rule written in a
/// model file (`Address.full-address-parts`). The text lives as long as the program or the model it comes
/// from. What a rule says, its slug, severity and messages, is in `models/rules`.
struct RuleId {
    std::string_view text;

    constexpr bool empty() const { return text.empty(); }
    friend constexpr auto operator<=>(const RuleId&, const RuleId&) = default;
};

}  // namespace daicho
