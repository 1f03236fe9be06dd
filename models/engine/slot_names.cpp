#include "models/engine/slot_names.hpp"

#include <algorithm>
#include <map>

#include "models/engine/header.hpp"

namespace daicho {

void name_by_last_parts(std::vector<Slot>& slots) {
    struct Nearest {
        std::pair<bool, std::ptrdiff_t> rank;
        std::vector<std::pair<Slot*, HeaderName::Kind>> slots;
    };
    std::map<std::string, Nearest, std::less<>> nearest;
    for (auto& slot : slots) {
        if (slot.names.empty()) continue;
        const std::pair rank{slot.extension, std::ranges::count(slot.path, '.')};
        std::vector<HeaderName> own{{header_key(slot.label), HeaderName::Kind::label}};
        own.insert(own.end(), slot.own_aliases.begin(), slot.own_aliases.end());
        for (const auto& name : own) {
            auto [known, added] = nearest.try_emplace(name.key, Nearest{rank, {}});
            if (!added && rank < known->second.rank) known->second = {rank, {}};
            if (rank == known->second.rank) known->second.slots.emplace_back(&slot, name.kind);
        }
    }
    for (const auto& [key, found] : nearest) {
        const auto& [slot, kind] = found.slots.front();
        const auto other = [slot = slot](const auto& one) { return one.first != slot; };
        if (!slot->nested || std::ranges::any_of(found.slots, other)) continue;
        slot->names.push_back({key, kind});
    }
}

void name_by_numbers(std::vector<Slot>& slots) {
    std::map<std::string_view, std::size_t> counts;
    for (const Slot& slot : slots) ++counts[slot.source_number];
    for (Slot& slot : slots) {
        if (slot.source_number.empty() || counts[slot.source_number] > 1) continue;
        slot.names.push_back({header_key(slot.source_number), HeaderName::Kind::alias});
        slot.names.push_back({header_key(slot.source_number + " " + slot.label), HeaderName::Kind::alias});
    }
}

}  // namespace daicho
