#include "registries/corporations/former_names.hpp"

#include <algorithm>

#include "grammars/text/narrow.hpp"

namespace daicho {

std::vector<FormerName> former_names(const std::vector<CorporationState>& states,
                                     const CorporationState& asked) {
    constexpr std::size_t name_item = corporation_item::name;
    std::vector<FormerName> found;
    for (const CorporationState& state : states) {
        const std::string& name = state[name_item];
        if (name.empty() || name == asked[name_item] || !state.is_believed() || state.valid_until.empty())
            continue;
        if (state.valid_from() > asked.valid_from()) continue;
        const bool known = std::any_of(found.begin(), found.end(),
                                       [&](const FormerName& former) { return former.name == name; });
        if (known) continue;
        std::string last;
        for (const CorporationState& other : states) {
            if (other.is_believed() && other[name_item] == name) last = std::max(last, other.valid_until);
        }
        found.push_back({name, state.valid_from(), last});
    }
    return found;
}

std::vector<std::string> former_names(const CorporationRegister& corporations, std::string_view number) {
    const Narrow narrow(number);
    const auto digits = CorporationRegister::number(narrow.text());
    const auto present = digits ? corporations.find(*digits) : std::nullopt;
    std::vector<std::string> names;
    if (!present) return names;
    for (FormerName& former : former_names(corporations.states(*digits), *present)) {
        names.push_back(std::move(former.name));
    }
    return names;
}

}  // namespace daicho
