// 大字・町 of which the registry has only 丁目 or 小字: people leave those out, so that the name alone is
// found too.

#include "registries/address/index_draft.hpp"

namespace daicho {

using namespace address_format;

namespace {

struct TownGroup {
    TownRecord record{};
    std::int64_t latitude = 0;
    std::int64_t longitude = 0;
    std::int64_t points = 0;
    bool whole = false;  ///< the registry has the name by itself
    bool of_chome = true;
};

void add_part(TownGroup& group, const TownRecord& town) {
    if (group.record.oaza_cho == 0) {
        group.record = town;
    } else if (group.record.postal_code != town.postal_code) {
        group.record.postal_code = 0;
    }
    if (town.chome == 0 && town.koaza == 0) group.whole = true;
    if (town.chome == 0) group.of_chome = false;
    if (town.latitude == no_degree) return;
    group.latitude += town.latitude;
    group.longitude += town.longitude;
    ++group.points;
}

TownRecord group_record(const TownGroup& group) {
    TownRecord town = group.record;
    town.machiaza_id = town.chome = town.koaza = town.koaza_kana = town.koaza_roma = 0;
    town.chome_number = 0;
    town.flags = town_group | (group.record.flags & (town_residential | town_of_older_edition));
    if (group.of_chome) town.flags |= town_group_of_chome;
    if (group.points > 0) {
        town.latitude = static_cast<std::int32_t>(group.latitude / group.points);
        town.longitude = static_cast<std::int32_t>(group.longitude / group.points);
    }
    return town;
}

}  // namespace

void add_town_groups(IndexDraft& draft) {
    std::map<std::pair<std::uint16_t, std::uint32_t>, TownGroup> groups;
    for (const TownRecord& town : draft.towns) {
        if (town.oaza_cho != 0) add_part(groups[{town.municipality, town.oaza_cho}], town);
    }
    for (const auto& [name, group] : groups) {
        if (!group.whole) draft.towns.push_back(group_record(group));
    }
}

}  // namespace daicho
