#include "models/engine/remembered_addresses.hpp"

#include <functional>

namespace daicho {

namespace {

constexpr std::size_t entries_a_shelf = 512;

}  // namespace

LocatedAddress RememberedAddresses::locate(std::string_view text, std::string_view municipality) const {
    const std::size_t hash = std::hash<std::string_view>{}(text);
    Shelf& shelf = shelves_[hash % shelves_.size()];
    const std::size_t place = hash / shelves_.size() % entries_a_shelf;
    {
        const std::lock_guard lock(shelf.mutex);
        if (shelf.entries.empty()) shelf.entries.resize(entries_a_shelf);
        const Entry& entry = shelf.entries[place];
        const bool same = !text.empty() && entry.text == text;
        if (same && (!entry.found.by_record || entry.municipality == municipality)) return entry.found;
    }
    LocatedAddress found = asked_.locate(text, municipality);
    const std::lock_guard lock(shelf.mutex);
    Entry& entry = shelf.entries[place];
    entry.text = text;
    entry.municipality = municipality;
    entry.found = found;
    return found;
}

}  // namespace daicho
