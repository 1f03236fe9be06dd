#include "registries/lookup/postal_place.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "grammars/text/narrow.hpp"
#include "grammars/text/numerals.hpp"
#include "grammars/values/town_and_lot.hpp"
#include "registries/sources/place_key.hpp"

namespace daicho {

namespace {

using View = std::string_view;

/// 12番地の3 as 12, 3; ends before the first part that is no number.
std::vector<std::uint32_t> numbers_of(const Lot& lot) {
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = 0; i < lot.count; ++i) {
        std::uint32_t number = 0;
        const View part = lot.parts[i];
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
        if (error != std::errc() || end != part.data() + part.size()) break;
        numbers.push_back(number);
    }
    return numbers;
}

/// 12 of 12階 and 12F.
std::optional<std::uint32_t> floor_of(View building) {
    const Narrow narrow(building);
    const View text = narrow.text();
    for (std::size_t at = text.find_first_of("0123456789"); at < text.size();) {
        const auto number = numeral_at(text, at);
        if (!number) break;
        at += number->size;
        const View after = text.substr(at);
        const bool floor = after.starts_with("階") || after.starts_with("F") || after.starts_with("f");
        if (floor && number->value < 1000) return static_cast<std::uint32_t>(number->value);
        at = text.find_first_of("0123456789", at);
    }
    return std::nullopt;
}

}  // namespace

PostalPlace postal_place(std::string_view town, std::string_view lot, std::string_view building) {
    const Narrow written_town(town);
    const TownAndLot named = read_town_and_lot(written_town.text());
    // Without a lot in between, what follows a chome is the name going on: 本町一丁目上.
    const View behind = named.lot.empty() ? named.tail : View{};
    std::string text(written_town.text());
    if (behind.empty()) text += Narrow(lot).text();
    const TownAndLot read = behind.empty() ? read_town_and_lot(text) : named;
    PostalPlace place;
    place.name = place_key(read.town);
    place.town = place.name;
    if (read.chome > 0) place.town += std::to_string(read.chome) + (read.cho ? "丁" : "丁目");
    place.town += place_key(behind);
    const Narrow written_lot(lot);
    const Lot number = behind.empty() ? read.lot : read_lot(written_lot.text()).lot;
    place.lot = numbers_of(number);
    place.no_lot_number = number.suffix.ends_with("無番地");
    place.building = place_key(building);
    place.floor = floor_of(building);
    return place;
}

}  // namespace daicho
