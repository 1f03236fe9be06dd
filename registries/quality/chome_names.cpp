#include "grammars/text/narrow.hpp"
#include "grammars/text/numerals.hpp"
#include "registries/quality/quality_checks.hpp"
#include "registries/quality/quality_rows.hpp"

namespace daicho {

namespace {

template <class Judge>
void read_chome(const Registry& registry, QualityRemarks& remarks, Judge&& judge) {
    Statement rows = registry.database().prepare(
        "select lg_code || '/' || machiaza_id || '/' || rsdt_addr_flg, chome, chome_number, " +
        town_name_sql("town") +
        " from town where chome is not null order by lg_code, machiaza_id, rsdt_addr_flg");
    while (rows.step()) {
        remarks.look_at(1);
        judge(std::string(rows.text(0)), rows.text(1), rows.text(2), std::string(rows.text(3)));
    }
}

}  // namespace

void find_wrong_chome_numbers(const Registry& registry, QualityRemarks& remarks) {
    read_chome(
        registry, remarks,
        [&](std::string key, std::string_view chome, std::string_view number, const std::string& name) {
            const Narrow narrow{chome};
            const auto read = numeral_at(narrow.text());
            if (!read || std::to_string(read->value) == number) return;
            const std::string given(number);
            remarks.add({std::move(key), name + "、丁目番号 " + (given.empty() ? "なし" : given),
                         name + ", number " + (given.empty() ? "missing" : given)});
        });
}

void find_chome_in_digits(const Registry& registry, QualityRemarks& remarks) {
    read_chome(registry, remarks,
               [&](std::string key, std::string_view chome, std::string_view, const std::string& name) {
                   const Narrow narrow{chome};
                   const char first = narrow.text().empty() ? ' ' : narrow.text().front();
                   if (first >= '0' && first <= '9') remarks.add({std::move(key), name, name});
               });
}

}  // namespace daicho
