#include "models/engine/remembered_addresses.hpp"

#include <functional>
#include <utility>

namespace daicho {

namespace {

constexpr std::size_t places_a_shelf = 256;

}  // namespace

LocatedAddress RememberedAddresses::locate(std::string_view text, std::string_view municipality) const {
    const std::size_t hash = std::hash<std::string_view>{}(text);
    Shelf& shelf = shelves_[hash % shelves_.size()];
    const std::size_t number = hash / shelves_.size() % places_a_shelf;
    {
        const std::lock_guard lock(shelf.mutex);
        if (shelf.places.empty()) shelf.places.resize(places_a_shelf);
        for (const Entry& entry : shelf.places[number]) {
            const bool same = !text.empty() && entry.text == text;
            if (same && (!entry.found.by_record || entry.municipality == municipality)) return entry.found;
        }
    }
    LocatedAddress found = asked_.locate(text, municipality);
    const std::lock_guard lock(shelf.mutex);
    Place& place = shelf.places[number];
    std::swap(place[0], place[1]);
    place[0].text = text;
    place[0].municipality = municipality;
    place[0].found = found;
    return found;
}

}  // namespace daicho
