#include <map>
#include <set>

#include "registries/embedded/municipality_history.hpp"
#include "registries/quality/quality_checks.hpp"
#include "registries/quality/quality_rows.hpp"

namespace daicho {

namespace {

using RowsOfCode = std::map<std::string, std::int64_t>;

RowsOfCode codes_of(const Registry& registry, std::string_view table) {
    RowsOfCode codes;
    Statement rows = registry.database().prepare("select lg_code, count(*) from " + quoted_name(table) +
                                                 " where lg_code is not null group by lg_code");
    while (rows.step()) codes.emplace(rows.text(0), rows.integer(1));
    return codes;
}

/// Codes of towns that the municipalities of the registry lack, where those speak of the prefecture.
RowsOfCode codes_without_municipality(const Registry& registry, QualityRemarks& remarks) {
    RowsOfCode lacking;
    const RowsOfCode known = codes_of(registry, "municipality");
    std::set<std::string, std::less<>> prefectures;
    for (const auto& [code, rows] : known) prefectures.insert(code.substr(0, 2));
    for (const auto& [code, rows] : codes_of(registry, "town")) {
        remarks.look_at(rows);
        if (!known.contains(code) && prefectures.contains(code.substr(0, 2))) lacking.emplace(code, rows);
    }
    return lacking;
}

std::string name_of(const MunicipalityPeriod& period) {
    return std::string(period.county) + std::string(period.city) + std::string(period.ward);
}

std::string names_of(const std::vector<const MunicipalityPeriod*>& periods) {
    std::string names;
    for (const MunicipalityPeriod* period : periods) {
        names += (names.empty() ? "" : "・") + std::string(period->lg_code) + " " + name_of(*period);
    }
    return names;
}

/// The last municipality with that code, where it is no more.
const MunicipalityPeriod* ended_period(std::string_view code) {
    const auto periods = MunicipalityHistory::embedded().with_code(code);
    return periods.empty() || periods.back().ended.empty() ? nullptr : &periods.back();
}

}  // namespace

void find_unknown_municipalities(const Registry& registry, QualityRemarks& remarks) {
    for (const auto& [code, rows] : codes_without_municipality(registry, remarks)) {
        if (ended_period(code) != nullptr) continue;
        const std::string count = std::to_string(rows);
        remarks.add({code, "町字 " + count + " 件", count + " towns"});
    }
}

void find_ended_municipalities(const Registry& registry, QualityRemarks& remarks) {
    for (const auto& [code, rows] : codes_without_municipality(registry, remarks)) {
        const MunicipalityPeriod* period = ended_period(code);
        if (period == nullptr) continue;
        const std::string count = std::to_string(rows), name = name_of(*period), ended(period->ended);
        const std::string now = names_of(MunicipalityHistory::embedded().successors(*period, {}));
        remarks.add({code, name + "（" + ended + " 廃止）の町字 " + count + " 件、今は " + now,
                     count + " towns of " + name + ", which ended on " + ended + " and is now " + now});
    }
}

/// A designated city with wards has its towns there.
void find_empty_municipalities(const Registry& registry, QualityRemarks& remarks) {
    const RowsOfCode with_towns = codes_of(registry, "town");
    std::set<std::string, std::less<>> prefectures;
    for (const auto& [code, rows] : with_towns) prefectures.insert(code.substr(0, 2));
    Statement rows = registry.database().prepare(
        "select m.lg_code, coalesce(m.pref, '') || coalesce(m.county, '') || coalesce(m.city, '') || "
        "coalesce(m.ward, '') from municipality m where m.ablt_date is null and not exists (select 1 from "
        "municipality w where w.pref = m.pref and w.city = m.city and w.ward is not null and m.ward is null) "
        "order by 1");
    while (rows.step()) {
        const std::string code(rows.text(0)), name(rows.text(1));
        if (!prefectures.contains(code.substr(0, 2))) continue;
        remarks.look_at(1);
        if (!with_towns.contains(code)) remarks.add({code, name, name});
    }
}

}  // namespace daicho
