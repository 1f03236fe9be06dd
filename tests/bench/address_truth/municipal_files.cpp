// Files that municipalities publish: an address of any kind, and the publisher's code in the row or in the
// list.

#include "grammars/formats/table_reader.hpp"
#include "tests/bench/address_truth/judge.hpp"
#include "tests/bench/address_truth/table_columns.hpp"

namespace daicho::truth {

namespace {

bool has_digits(std::string_view text, std::size_t count) {
    return text.size() == count && text.find_first_not_of("0123456789") == std::string_view::npos;
}

void measure_table(const Bench& bench, TableReader& table, const std::string& publisher, Scores& scores) {
    const TableColumns columns(table.header());
    const std::size_t address =
        columns.first_of({"所在地_連結表記", "住所", "所在地", "施設所在地", "場所住所", "住所（所在地）"});
    const std::size_t code =
        columns.first_of({"全国地方公共団体コード", "都道府県コード又は市区町村コード", "団体コード"});
    if (address == TableColumns::none) return;
    Batch batch;
    while (table.next(batch)) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const std::string text(batch.cell(i, address));
            std::string municipality = publisher;
            if (code != TableColumns::none && has_digits(batch.cell(i, code), 6))
                municipality = batch.cell(i, code);
            if (text.empty() || municipality.size() != 6 || municipality.substr(2, 3) == "000") continue;
            const Asked asked{text, municipality, {}, {}};
            judge_municipality(bench, asked, bench.matcher.match(text), scores);
            const AddressAnswer helped = bench.matcher.match(text, {.within = municipality});
            Scores& all = scores;
            if (bench.facts.same_municipality(municipality, helped.place.lg_code))
                judge_town(bench, asked, helped, all);
        }
    }
}

}  // namespace

void measure_municipal_files(const Bench& bench, Scores& scores) {
    const std::string folder = bench.data + "/municipal/";
    const auto list = open_table(folder + "manifest.csv", {});
    const TableColumns columns(list->header());
    const std::size_t file = columns.at("file"), code = columns.at("lgcode");
    Batch batch;
    while (list->next(batch)) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const auto table = open_table(folder + std::string(batch.cell(i, file)), {});
            measure_table(bench, *table, std::string(batch.cell(i, code)), scores);
        }
    }
}

}  // namespace daicho::truth
