// 丁目 that only the nationwide list of towns has: a second source, and marked as such.

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "grammars/text/numerals.hpp"
#include "registries/address/index_draft.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr const char* listed_chome_sql =
    "select n.lg_code, n.town, n.lat, n.lng from nationwide_town n where n.town like '%丁目' and "
    "coalesce(n.koaza, '') = '' and n.lg_code is not null and not exists (select 1 "
    "from town t where t.lg_code = n.lg_code and t.name_key = n.name_key) order by n.lg_code, n.town";

struct ChomeName {
    std::string_view oaza_cho, chome;
    std::uint16_t number = 0;
};

/// 本町六丁目 is 本町 and 六丁目; nothing where no name stands before the number.
std::optional<ChomeName> chome_name(std::string_view town) {
    constexpr std::string_view digits = "一二三四五六七八九十", unit = "丁目";
    constexpr std::size_t letter = 3;  // bytes of a kanji
    std::size_t begin = town.size() - unit.size();
    while (begin >= letter && digits.find(town.substr(begin - letter, letter)) != digits.npos)
        begin -= letter;
    const auto number = numeral_at(town, begin);
    if (begin == 0 || !number || number->value == 0 || number->value > 99) return std::nullopt;
    return ChomeName{town.substr(0, begin), town.substr(begin), static_cast<std::uint16_t>(number->value)};
}

}  // namespace

void add_listed_chome(IndexDraft& draft, const Registry& registry) {
    if (!registry.has("nationwide_town") || !registry.has("town")) return;
    // 南四十万一丁目 has another key where its numbers are read as one.
    std::set<std::tuple<std::uint16_t, std::uint32_t, std::uint32_t>> known;
    for (const TownRecord& town : draft.towns) {
        if (town.koaza == 0) known.emplace(town.municipality, town.oaza_cho, town.chome);
    }
    std::vector<TownRecord> listed;
    Statement rows = registry.database().prepare(listed_chome_sql);
    while (rows.step()) {
        const auto municipality = draft.municipality_at.find(rows.text(0));
        const auto name = chome_name(rows.text(1));
        if (!name || municipality == draft.municipality_at.end() ||
            (draft.present > 0 && municipality->second >= draft.present))
            continue;
        TownRecord town{};
        town.oaza_cho = draft.strings.add(name->oaza_cho);
        town.chome = draft.strings.add(name->chome);
        town.chome_number = name->number;
        const bool placed = !rows.text(2).empty();
        town.latitude = placed ? micro_degrees(rows.real(2)) : no_degree;
        town.longitude = placed ? micro_degrees(rows.real(3)) : no_degree;
        town.municipality = municipality->second;
        town.flags = town_of_second_list;
        if (known.contains({town.municipality, town.oaza_cho, town.chome})) continue;
        if (known.contains({town.municipality, town.oaza_cho, 0})) town.flags |= town_beside_whole;
        listed.push_back(town);
    }
    std::stable_sort(listed.begin(), listed.end(), [](const TownRecord& a, const TownRecord& b) {
        return std::pair(a.municipality, a.oaza_cho) < std::pair(b.municipality, b.oaza_cho);
    });
    draft.towns.insert(draft.towns.end(), listed.begin(), listed.end());
}

}  // namespace daicho
