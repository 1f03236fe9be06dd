#include "registries/quality/quality_checks.hpp"
#include "registries/quality/quality_rows.hpp"

namespace daicho {

namespace {

void take(Statement& rows, const std::string& ja, const std::string& en, QualityRemarks& remarks) {
    while (rows.step()) {
        const std::string name(rows.text(1));
        remarks.add({std::string(rows.text(0)), name + ja, name + en});
    }
}

}  // namespace

/// Only in municipalities that have residences at all.
void find_wrong_residential_flags(const Registry& registry, QualityRemarks& remarks) {
    const Database& database = registry.database();
    remarks.look_at(database.number(
        "select count(*) from town where lg_code in (select lg_code from residence group by lg_code)"));
    Statement flagged = database.prepare("select t.lg_code || '/' || t.machiaza_id, " + town_name_sql("t") +
                                         " from town t where t.rsdt_addr_flg = '1' and t.ablt_date is null "
                                         "and t.lg_code in (select lg_code from "
                                         "residence group by lg_code) and not exists (select 1 from "
                                         "residence r where r.lg_code = t.lg_code and "
                                         "r.machiaza_id = t.machiaza_id) order by 1");
    take(flagged, "：住居表示実施なのに住居がない", ": flagged as 住居表示, without a residence", remarks);
    Statement unflagged = database.prepare(
        "select t.lg_code || '/' || t.machiaza_id, " + town_name_sql("t") +
        " from town t where t.rsdt_addr_flg = '0' and exists (select 1 from residence r where r.lg_code = "
        "t.lg_code and r.machiaza_id = t.machiaza_id) and not exists (select 1 from town o where o.lg_code = "
        "t.lg_code and o.machiaza_id = t.machiaza_id and o.rsdt_addr_flg = '1') order by 1");
    take(unflagged, "：住居があるのに住居表示実施でない", ": has residences, not flagged as 住居表示",
         remarks);
}

}  // namespace daicho
