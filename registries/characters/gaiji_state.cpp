#include "registries/characters/gaiji_state.hpp"

#include <algorithm>
#include <cassert>

namespace daicho {

namespace {

constexpr GaijiStateName state_names[] = {
    {GaijiState::open, "open", {"未確認", "open"}},
    {GaijiState::first, "first-check", {"一次確認", "first check"}},
    {GaijiState::second, "second-check", {"二次確認", "second check"}},
    {GaijiState::applied, "applied-for", {"追加申請中", "applied for"}},
    {GaijiState::added, "added", {"追加済み", "added"}},
};

}  // namespace

std::span<const GaijiStateName> gaiji_states() {
    return state_names;
}

const GaijiStateName& name_of(GaijiState state) {
    assert(state != GaijiState::unsaid);
    return state_names[static_cast<std::size_t>(state) - 1];
}

std::optional<GaijiState> gaiji_state(std::string_view cell) {
    if (cell.empty()) return GaijiState::unsaid;
    for (const GaijiStateName& name : state_names) {
        if (cell == name.key || cell == name.title.ja || cell == name.title.en) return name.state;
    }
    return {};
}

}  // namespace daicho
