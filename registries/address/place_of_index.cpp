#include "registries/address/place_of_index.hpp"

#include <algorithm>
#include <cmath>

namespace daicho {

using namespace address_format;

namespace {

void set_point(AddressPlace& place, std::int32_t latitude, std::int32_t longitude, MatchLevel level) {
    if (latitude == no_degree) return;
    place.point = {latitude / 1e6, longitude / 1e6, level, false};
}

bool is_whole(const TownRecord& town) {
    return town.chome == 0 && town.koaza == 0;
}

/// The name that the registry has only in parts: those stand behind all towns, ordered.
const TownRecord* group_of(const IndexView& index, const TownRecord& part) {
    const auto key = [](const TownRecord& town) { return std::pair(town.municipality, town.oaza_cho); };
    const auto end = index.towns.end() - 1;  // the sentinel
    const auto first = std::partition_point(
        index.towns.begin(), end, [](const TownRecord& town) { return (town.flags & town_group) == 0; });
    const auto found = std::lower_bound(
        first, end, part, [&](const TownRecord& a, const TownRecord& b) { return key(a) < key(b); });
    return found != end && key(*found) == key(part) ? &*found : nullptr;
}

/// The 大字・町 that a 丁目 or 小字 is a part of; nothing for what is no part.
const TownRecord* oaza_cho_of(const IndexView& index, std::uint32_t town) {
    const TownRecord& part = index.towns[town];
    if (is_whole(part) || part.oaza_cho == 0) return nullptr;
    for (std::uint32_t i = town; i-- > 0;) {
        const TownRecord& other = index.towns[i];
        if (other.municipality != part.municipality || other.oaza_cho != part.oaza_cho) break;
        if (is_whole(other)) return &other;
    }
    return group_of(index, part);
}

/// A part without a point of its own has that of its 大字・町, unless a point is doubted.
void inherit_point(AddressPlace& place, const IndexView& index, std::uint32_t town) {
    if (place.point.level == MatchLevel::town || place.suspicious_point) return;
    const TownRecord* whole = oaza_cho_of(index, town);
    if (whole == nullptr || whole->latitude == no_degree || (whole->flags & town_point_suspicious) != 0)
        return;
    set_point(place, whole->latitude, whole->longitude, MatchLevel::town);
    place.point.of_oaza_cho = true;
}

/// Farther from the point of its town than any lot is: about 33 km from north to south.
bool is_astray(const AddressPoint& town, const Point& lot) {
    constexpr double limit = 0.3;       // degrees of latitude
    constexpr double wide_limit = 0.4;  // degrees of longitude
    if (town.level != MatchLevel::town || lot.latitude == no_degree) return false;
    return std::abs(lot.latitude / 1e6 - town.latitude) > limit ||
           std::abs(lot.longitude / 1e6 - town.longitude) > wide_limit;
}

/// Ids as they follow from the numbers, which is nearly always.
void set_ids(AddressPlace& place, bool parcel) {
    const auto padded = [&](std::size_t part, std::size_t size) {
        const std::string& number = place.numbers[part];
        return number.size() < size ? std::string(size - number.size(), '0') + number : number;
    };
    if (parcel) {
        place.parcel_id = padded(0, 5) + padded(1, 5) + padded(2, 5);
        return;
    }
    place.block_id = padded(0, 3);
    if (!place.numbers[1].empty()) place.residence_id = padded(1, 3);
    if (!place.numbers[2].empty()) place.residence2_id = padded(2, 3);
}

void set_odd_ids(AddressPlace& place, std::string_view id, bool parcel) {
    if (parcel) {
        place.parcel_id = id;
        return;
    }
    const auto first = id.find('/');
    const auto second = id.find('/', first + 1);
    place.block_id = id.substr(0, first);
    place.residence_id = id.substr(first + 1, second - first - 1);
    place.residence2_id = id.substr(second + 1);
}

const OddRow* odd_row(const IndexView& index, std::uint32_t row, bool parcel) {
    const auto rows = index.odd_rows;
    const auto key = std::pair(static_cast<std::uint32_t>(parcel), row);
    const auto found = std::lower_bound(rows.begin(), rows.end(), key, [](const OddRow& a, const auto& b) {
        return std::pair(a.parcel, a.row) < b;
    });
    return found != rows.end() && found->parcel == key.first && found->row == row ? &*found : nullptr;
}

MunicipalityNames names_of(const IndexView& index, const std::uint32_t (&strings)[4]) {
    return {index.string(strings[0]), index.string(strings[1]), index.string(strings[2]),
            index.string(strings[3])};
}

}  // namespace

AddressPlace prefecture_place(const IndexView& index, std::uint32_t prefecture) {
    AddressPlace place;
    place.level = MatchLevel::prefecture;
    place.prefecture = index.string(index.prefectures[prefecture].name);
    place.lg_code = index.string(index.prefectures[prefecture].lg_code);
    for (std::size_t i = 0; i < index.municipalities.size(); ++i) {
        if (index.municipalities[i].prefecture_index != prefecture) continue;
        place.kana.prefecture = index.string(index.municipality_readings[i].kana[0]);
        place.roma.prefecture = index.string(index.municipality_readings[i].roma[0]);
        break;
    }
    return place;
}

AddressPlace municipality_place(const IndexView& index, std::uint32_t municipality) {
    const MunicipalityRecord& m = index.municipalities[municipality];
    AddressPlace place;
    place.level = MatchLevel::municipality;
    place.lg_code = index.string(m.lg_code);
    place.prefecture = index.string(m.prefecture);
    place.county = index.string(m.county);
    place.city = index.string(m.city);
    place.ward = index.string(m.ward);
    place.kana = names_of(index, index.municipality_readings[municipality].kana);
    place.roma = names_of(index, index.municipality_readings[municipality].roma);
    set_point(place, m.latitude, m.longitude, MatchLevel::municipality);
    return place;
}

AddressPlace town_place(const IndexView& index, std::uint32_t town) {
    const TownRecord& record = index.towns[town];
    AddressPlace place = municipality_place(index, record.municipality);
    place.level = MatchLevel::town;
    if ((record.flags & town_of_older_edition) == 0) place.machiaza_id = index.string(record.machiaza_id);
    place.oaza_cho = index.string(record.oaza_cho);
    place.chome = index.string(record.chome);
    place.koaza = index.string(record.koaza);
    place.oaza_cho_kana = index.string(record.oaza_cho_kana);
    place.oaza_cho_roma = index.string(record.oaza_cho_roma);
    place.koaza_kana = index.string(record.koaza_kana);
    place.koaza_roma = index.string(record.koaza_roma);
    place.postal_code = index.string(record.postal_code);
    place.chome_number = record.chome_number;
    place.residential = (record.flags & town_residential) != 0;
    place.ended = (record.flags & town_ended) != 0;
    place.of_second_list = (record.flags & town_of_second_list) != 0;
    place.suspicious_point = (record.flags & town_point_suspicious) != 0;
    if (!place.suspicious_point) set_point(place, record.latitude, record.longitude, MatchLevel::town);
    inherit_point(place, index, town);
    return place;
}

void add_lot(AddressPlace& place, const IndexView& index, const LotMatch& lot) {
    const bool parcel = lot.level == MatchLevel::parcel;
    const LotKey key = parcel ? index.parcels[lot.row] : index.residences[lot.row];
    const unsigned parts = lot.level == MatchLevel::block ? 1 : 3;
    for (unsigned part = 0; part < parts; ++part)
        place.numbers[part] = lot_part_text(index, lot_part(key, part));
    place.level = lot.level;
    const OddRow* odd = parts == 3 ? odd_row(index, lot.row, parcel) : nullptr;
    if (odd != nullptr) {
        set_odd_ids(place, index.string(odd->id), parcel);
    } else {
        set_ids(place, parcel);
    }
    const Point& point = parcel ? index.parcel_points[lot.row] : index.residence_points[lot.row];
    if (is_astray(place.point, point)) {
        place.suspicious_point = true;
    } else {
        set_point(place, point.latitude, point.longitude, lot.level);
    }
}

}  // namespace daicho
