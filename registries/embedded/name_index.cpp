#include "registries/embedded/name_index.hpp"

#include <algorithm>

namespace daicho {

void NameIndex::add(std::u16string_view name, std::uint32_t thing, std::uint16_t form) {
    keys_.push_back(
        {static_cast<std::uint32_t>(pool_.size()), static_cast<std::uint16_t>(name.size()), form, thing});
    pool_ += name;
}

void NameIndex::settle() {
    std::ranges::sort(keys_, [this](const Key& a, const Key& b) {
        const int order = name(a).compare(name(b));
        return order != 0 ? order < 0 : a.thing < b.thing;
    });
}

std::span<const NameIndex::Key> NameIndex::beginning_with(std::u16string_view start) const {
    const auto cut = [&](const Key& key) { return name(key).substr(0, start.size()); };
    const auto first = std::ranges::lower_bound(keys_, start, {}, cut);
    return {first, std::ranges::upper_bound(first, keys_.end(), start, {}, cut)};
}

}  // namespace daicho
