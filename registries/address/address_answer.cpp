#include "registries/address/address_answer.hpp"

#include <algorithm>
#include <iterator>

namespace daicho {

std::string_view to_string(AddressCategory category) {
    static constexpr std::string_view names[] = {"A", "B", "C", ""};
    return names[static_cast<std::size_t>(category)];
}

std::string_view to_string(AddressReason reason) {
    static constexpr std::string_view names[] = {
        "",
        "empty text",
        "no municipality",
        "municipality only",
        "town not found",
        "town not covered",
        "number not found",
        "number not covered",
        "no number",
        "several places",
        "several municipalities",
        "town incomplete",
        "no town",
        "listed chome",
        "postal code elsewhere",
        "name shortened",
    };
    static_assert(std::size(names) == static_cast<std::size_t>(AddressReason::name_shortened) + 1);
    return names[static_cast<std::size_t>(reason)];
}

std::string_view to_string(AddressChangeKind kind) {
    static constexpr std::string_view names[] = {
        "prefecture added", "county added",  "city added",     "ward added",   "municipality added",
        "old municipality", "variant",       "marker skipped", "marker added", "chome read",
        "unit added",       "unit skipped",  "oaza added",     "wildcard",     "street skipped",
        "text skipped",     "chome unknown", "reading",
    };
    static_assert(std::size(names) == static_cast<std::size_t>(AddressChangeKind::reading) + 1);
    return names[static_cast<std::size_t>(kind)];
}

bool has_change(std::span<const AddressChange> changes, AddressChangeKind kind) {
    return std::ranges::find(changes, kind, &AddressChange::kind) != changes.end();
}

}  // namespace daicho
