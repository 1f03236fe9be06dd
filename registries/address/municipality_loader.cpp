// Municipalities of today, and those that towns of an older edition still name.

#include <algorithm>
#include <array>

#include "grammars/text/hepburn.hpp"
#include "registries/address/index_draft.hpp"
#include "registries/embedded/municipality_history.hpp"

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

/// Of lg_code, prefecture, county, city, ward and, in that order, their kana and their Latin letters; where
/// the code is there already nothing is added.
void add_municipality(IndexDraft& draft, const std::array<std::string_view, 13>& texts) {
    const auto text = [&](std::size_t column) { return draft.strings.add(texts[column]); };
    const auto index = static_cast<std::uint16_t>(draft.municipalities.size());
    if (!draft.municipality_at.emplace(texts[0], index).second) return;
    MunicipalityRecord record{};
    record.lg_code = text(0);
    record.prefecture_index = prefecture_of(draft, texts[1]);
    record.prefecture = text(1);
    record.county = text(2);
    record.city = text(3);
    record.ward = text(4);
    record.latitude = record.longitude = no_degree;
    draft.municipalities.push_back(record);
    draft.municipality_readings.push_back(
        {{text(5), text(6), text(7), text(8)}, {text(9), text(10), text(11), text(12)}});
}

void add_municipality(IndexDraft& draft, const Statement& row) {
    std::array<std::string_view, 13> texts;
    for (std::size_t i = 0; i < texts.size(); ++i) texts[i] = row.text(static_cast<int>(i));
    add_municipality(draft, texts);
}

/// Chuo-ku, Shizuoka: as the registry writes the names of municipalities and prefectures.
std::string latin_name(std::string_view name, std::string_view kana) {
    struct Ending {
        std::string_view letter, kana, latin;
    };
    static constexpr Ending endings[] = {
        {"区", "ク", "-ku"},     {"市", "シ", "-shi"},   {"町", "チョウ", "-cho"}, {"町", "マチ", "-machi"},
        {"村", "ムラ", "-mura"}, {"村", "ソン", "-son"}, {"郡", "グン", "-gun"},   {"県", "ケン", ""},
        {"府", "フ", ""},        {"都", "ト", ""}};
    const auto ending = std::ranges::find_if(
        endings, [&](const Ending& one) { return name.ends_with(one.letter) && kana.ends_with(one.kana); });
    if (ending == std::end(endings)) return hepburn(kana);
    return hepburn(kana.substr(0, kana.size() - ending->kana.size())).append(ending->latin);
}

void add_municipality(IndexDraft& draft, const MunicipalityPeriod& period) {
    const std::string prefecture = latin_name(period.prefecture, period.prefecture_kana);
    const std::string county = latin_name(period.county, period.county_kana);
    const std::string city = latin_name(period.city, period.city_kana);
    const std::string ward = latin_name(period.ward, period.ward_kana);
    add_municipality(draft, {period.lg_code, period.prefecture, period.county, period.city, period.ward,
                             period.prefecture_kana, period.county_kana, period.city_kana, period.ward_kana,
                             prefecture, county, city, ward});
}

/// The last that bore the code, where it is no more: a registry of an earlier day still has it.
const MunicipalityPeriod* ended_holder(std::string_view lg_code) {
    const auto periods = MunicipalityHistory::embedded().with_code(lg_code);
    return periods.empty() || periods.back().ended.empty() ? nullptr : &periods.back();
}

/// Those of a registry, with what has become since of those that are no more (浜松市中区 in an edition of
/// 2022).
void add_municipalities_of_today(IndexDraft& draft, Statement rows) {
    std::vector<const MunicipalityPeriod*> successors;
    while (rows.step()) {
        const MunicipalityPeriod* ended = ended_holder(rows.text(0));
        if (ended == nullptr) {
            add_municipality(draft, rows);
            continue;
        }
        const auto now = MunicipalityHistory::embedded().successors(*ended, {});
        successors.insert(successors.end(), now.begin(), now.end());
    }
    for (const MunicipalityPeriod* now : successors) add_municipality(draft, *now);
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
        add_municipalities_of_today(
            draft,
            registry.database().prepare(
                "select lg_code, pref, county, city, ward, pref_kana, county_kana, city_kana, ward_kana, "
                "pref_roma, county_roma, city_roma, ward_roma from municipality "
                "where coalesce(ablt_date, '') = '' order by 1"));
    }
    draft.present = draft.municipalities.size();
    if (registry.has("town")) {
        Statement rows = registry.database().prepare(
            "select lg_code, min(pref), min(county), min(city), min(ward), min(pref_kana), min(county_kana), "
            "min(city_kana), min(ward_kana), min(pref_roma), min(county_roma), min(city_roma), "
            "min(ward_roma) "
            "from town group by 1 order by 1");
        while (rows.step()) add_municipality(draft, rows);
    }
    load_prefecture_codes(draft, registry);
    load_points(draft, registry);
}

}  // namespace daicho
