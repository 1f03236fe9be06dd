#include "registries/quality/quality_checks.hpp"
#include "registries/quality/quality_rows.hpp"

namespace daicho {

void find_ends_before_starts(const Registry& registry, QualityRemarks& remarks) {
    for (const Layout* layout : layouts_with(registry, {"efct_date", "ablt_date"})) {
        const std::string table(layout->table);
        remarks.look_at(registry.database().number("select count(*) from " + quoted_name(table)));
        Statement rows = registry.database().prepare("select " + key_sql(*layout, "r") +
                                                     ", r.efct_date, r.ablt_date from " + quoted_name(table) +
                                                     " r where r.ablt_date < r.efct_date order by 1");
        while (rows.step()) {
            const std::string start(rows.text(1)), end(rows.text(2));
            remarks.add({table + "/" + std::string(rows.text(0)), "効力発生日 " + start + "、廃止日 " + end,
                         "begins " + start + ", ends " + end});
        }
    }
}

}  // namespace daicho
