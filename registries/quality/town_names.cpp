#include <map>

#include "registries/quality/quality_checks.hpp"
#include "registries/quality/quality_rows.hpp"

namespace daicho {

namespace {

struct NamedTown {
    std::string machiaza_id;
    std::string name;
    bool below_none;  ///< a 小字 without 大字・町
};
/// Towns of a municipality that are compared by the same name, by that name. name_key leaves out 大字 and 字
/// and writes numbers and letters in one way.
using TownsOfName = std::map<std::string, std::vector<NamedTown>, std::less<>>;

std::string listed(const std::vector<NamedTown>& towns) {
    std::string text;
    for (const NamedTown& town : towns) {
        text += (text.empty() ? "" : "、") + town.machiaza_id + " " + town.name;
    }
    return text;
}

void judge_town_names(const std::string& lg_code, const TownsOfName& towns, bool mixed,
                      QualityRemarks& remarks) {
    for (const auto& [name, same] : towns) {
        std::size_t below_none = 0;
        for (const NamedTown& town : same) below_none += town.below_none;
        const bool is_mixed = below_none > 0 && below_none < same.size();
        if (same.size() < 2 || is_mixed != mixed) continue;
        const std::string text = listed(same);
        remarks.add({lg_code + "/" + same.front().machiaza_id, text, text});
    }
}

/// One municipality after the other.
void compare_names(const Registry& registry, bool mixed, QualityRemarks& remarks) {
    Statement rows =
        registry.database().prepare("select t.lg_code, t.machiaza_id, t.name_key, " + town_name_sql("t") +
                                    ", t.oaza_cho is null and t.koaza is not null from town t where "
                                    "t.name_key is not null and t.ablt_date "
                                    "is null order by t.lg_code, t.machiaza_id, t.rsdt_addr_flg");
    std::string municipality, town;
    TownsOfName towns;
    while (rows.step()) {
        if (rows.text(0) != municipality) {
            judge_town_names(municipality, towns, mixed, remarks);
            towns.clear();
            town.clear();
            municipality = rows.text(0);
        }
        if (rows.text(1) == town) continue;  // one part has 住居表示, one has not
        town = rows.text(1);
        remarks.look_at(1);
        towns[std::string(rows.text(2))].push_back({town, std::string(rows.text(3)), rows.integer(4) != 0});
    }
    judge_town_names(municipality, towns, mixed, remarks);
}

}  // namespace

void find_towns_twice(const Registry& registry, QualityRemarks& remarks) {
    compare_names(registry, false, remarks);
}

void find_towns_as_koaza(const Registry& registry, QualityRemarks& remarks) {
    compare_names(registry, true, remarks);
}

}  // namespace daicho
