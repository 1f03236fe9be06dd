// Municipalities of today, and those that towns of an older edition still name.

#include <algorithm>
#include <set>

#include "registries/address/index_draft.hpp"

namespace daicho {

using namespace address_format;

namespace {

/// The prefecture of that name, which is made where it is new.
std::uint32_t prefecture_of(IndexDraft& draft, std::string_view name) {
    const std::uint32_t text = draft.strings.add(name);
    const auto found = std::ranges::find(draft.prefectures, text, &PrefectureRecord::name);
    if (found != draft.prefectures.end())
        return static_cast<std::uint32_t>(found - draft.prefectures.begin());
    draft.prefectures.push_back({text, 0});
    return static_cast<std::uint32_t>(draft.prefectures.size() - 1);
}

/// A row of lg_code, prefecture, county, city, ward and the readings of the names.
void add_municipality(IndexDraft& draft, const Statement& row) {
    const auto text = [&](int column) { return draft.strings.add(row.text(column)); };
    const auto index = static_cast<std::uint16_t>(draft.municipalities.size());
    MunicipalityRecord record{};
    record.lg_code = text(0);
    record.prefecture_index = prefecture_of(draft, row.text(1));
    record.prefecture = text(1);
    record.county = text(2);
    record.city = text(3);
    record.ward = text(4);
    record.latitude = record.longitude = no_degree;
    draft.municipality_at.emplace(row.text(0), index);
    draft.municipalities.push_back(record);
    draft.municipality_readings.push_back(
        {{text(5), text(6), text(7), text(8)}, {text(9), text(10), text(11), text(12)}});
}

void load_points(IndexDraft& draft, const Registry& registry) {
    if (!registry.has("prefecture_municipality_position")) return;
    Statement rows = registry.database().prepare(
        "select lg_code, rep_lat, rep_lon from prefecture_municipality_position where rep_lat is not null");
    while (rows.step()) {
        const auto found = draft.municipality_at.find(rows.text(0));
        if (found == draft.municipality_at.end()) continue;
        draft.municipalities[found->second].latitude = micro_degrees(rows.real(1));
        draft.municipalities[found->second].longitude = micro_degrees(rows.real(2));
    }
}

void load_prefecture_codes(IndexDraft& draft, const Registry& registry) {
    if (!registry.has("prefecture")) return;
    Statement rows = registry.database().prepare("select lg_code, pref from prefecture order by 1");
    while (rows.step()) {
        const std::uint32_t prefecture = prefecture_of(draft, rows.text(1));
        draft.prefectures[prefecture].lg_code = draft.strings.add(rows.text(0));
    }
}

}  // namespace

void load_municipalities(IndexDraft& draft, const Registry& registry) {
    if (registry.has("municipality")) {
        Statement rows = registry.database().prepare(
            "select lg_code, pref, county, city, ward, pref_kana, county_kana, city_kana, ward_kana, "
            "pref_roma, "
            "county_roma, city_roma, ward_roma from municipality "
            "where coalesce(ablt_date, '') = '' order by 1");
        while (rows.step()) add_municipality(draft, rows);
    }
    draft.present = draft.municipalities.size();
    if (registry.has("town")) {
        Statement rows = registry.database().prepare(
            "select lg_code, min(pref), min(county), min(city), min(ward), min(pref_kana), min(county_kana), "
            "min(city_kana), min(ward_kana), min(pref_roma), min(county_roma), min(city_roma), "
            "min(ward_roma) "
            "from town group by 1 order by 1");
        while (rows.step()) {
            if (!draft.municipality_at.contains(rows.text(0))) add_municipality(draft, rows);
        }
    }
    load_prefecture_codes(draft, registry);
    load_points(draft, registry);
}

}  // namespace daicho
