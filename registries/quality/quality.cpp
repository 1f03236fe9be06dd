#include "registries/quality/quality.hpp"

#include <utility>

#include "registries/quality/quality_checks.hpp"

namespace daicho {

namespace {

constexpr QualityCheck checks[] = {
    {"unknown-municipality", Severity::warning, "town", "municipality", "市区町村の一覧にない市区町村の町字",
     "towns of municipalities that the municipalities lack", find_unknown_municipalities},
    {"ended-municipality", Severity::info, "town", "municipality", "廃止された市区町村のコードのままの町字",
     "machiaza with the code of an abolished municipality", find_ended_municipalities},
    {"empty-municipality", Severity::info, "municipality", "town", "町字が一つもない市区町村",
     "municipalities without a town", find_empty_municipalities},
    {"ended-before-start", Severity::warning, "town", "", "効力発生日より前の廃止日",
     "ends before their beginnings", find_ends_before_starts},
    {"town-twice", Severity::warning, "town", "", "一つの市区町村で表記だけが違う同じ町字",
     "a town twice in its municipality, spelled in two ways", find_towns_twice},
    {"town-and-koaza", Severity::info, "town", "", "大字・町と小字の両方にある同じ名称",
     "a name that is a 大字・町 and a 小字 of none", find_towns_as_koaza},
    {"chome-number", Severity::warning, "town", "", "丁目の名称と番号の不一致",
     "names of 丁目 that are not their numbers", find_wrong_chome_numbers},
    {"chome-form", Severity::info, "town", "", "漢数字でない丁目の名称",
     "names of 丁目 in other than kanji numerals", find_chome_in_digits},
    {"residential-flag", Severity::warning, "residence", "town", "住居表示フラグと住居の有無の不一致",
     "towns flagged as 住居表示 that have no residences, or the other way round",
     find_wrong_residential_flags},
    {"point-outside", Severity::warning, "", "", "日本の外にある位置（緯度と経度の入れ違いなど）",
     "points outside of Japan (such as latitude and longitude swapped)", find_points_outside},
    {"town-point-astray", Severity::warning, "town", "",
     "自分の市区町村の町字から 20 km より遠く、他の市区町村の中にある町字の位置",
     "points of towns that are more than 20 km from all others of their municipality and among those of "
     "another",
     find_town_points_astray},
    {"town-point-alone", Severity::info, "town", "", "他のどの町字からも遠い町字の位置（離島など）",
     "points of towns far from those of every other (islands mostly)", find_town_points_alone},
    {"town-point-lists", Severity::warning, "town_position", "town",
     "他の一覧の同じ町字から 5 km より遠い位置",
     "points of towns more than 5 km from what another list has for the town", find_town_points_that_differ},
    {"block-point", Severity::warning, "block_position", "", "町字の他の街区から飛び離れた街区の位置",
     "points of blocks far off from the others of their town", find_block_points_far_off},
    {"residence-point", Severity::warning, "residence_position", "", "町字の他の住居から飛び離れた住居の位置",
     "points of residences far off from the others of their town", find_residence_points_far_off},
    {"parcel-point", Severity::warning, "parcel_position", "", "町字の他の地番から飛び離れた地番の位置",
     "points of parcels far off from the others of their town", find_parcel_points_far_off},
    {"programme-twice", Severity::warning, "programme", "", "一つの所管組織に同じ名称で二つある支援制度",
     "support programmes that an authority has twice under one name", find_programmes_twice},
    {"programme-over", Severity::info, "programme", "", "公表された日に受付か公開が終わっていた支援制度",
     "support programmes that were over on the day they were published", find_programmes_over},
    {"municipal-programme-twice", Severity::warning, "municipal_programme", "",
     "一つの所管組織に同じ名称で二つある支援制度（自治体標準オープンデータセット）",
     "support programmes that an authority has twice under one name (municipal standard datasets)",
     find_municipal_programmes_twice},
    {"municipal-programme-over", Severity::info, "municipal_programme", "",
     "公表された日に受付が終わっていた支援制度（自治体標準オープンデータセット）",
     "support programmes that were over on the day they were published (municipal standard datasets)",
     find_municipal_programmes_over},
};

bool can_run(const QualityCheck& check, const Registry& registry) {
    return (check.table.empty() || registry.has(check.table)) &&
           (check.against.empty() || registry.has(check.against));
}

}  // namespace

void QualityRemarks::add(QualityRemark remark) {
    ++found_;
    if (first_.size() < kept_) first_.push_back(std::move(remark));
}

std::span<const QualityCheck> quality_checks() {
    return checks;
}

std::vector<QualityReport> inspect_quality(const Registry& registry, std::size_t kept) {
    std::vector<QualityReport> reports;
    for (const QualityCheck& check : checks) {
        if (!can_run(check, registry)) continue;
        reports.push_back({&check, QualityRemarks{kept}});
        check.run(registry, reports.back().remarks);
    }
    return reports;
}

}  // namespace daicho
