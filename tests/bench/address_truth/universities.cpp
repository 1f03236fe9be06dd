// Universities: the address with its postal code in front, which says the municipality.

#include "grammars/formats/table_reader.hpp"
#include "tests/bench/address_truth/judge.hpp"
#include "tests/bench/address_truth/plain_reading.hpp"
#include "tests/bench/address_truth/table_columns.hpp"

namespace daicho::truth {

namespace {

/// The postal code that the text begins with, as seven digits; empty: none.
std::string postal_code_of(std::string_view text) {
    const std::string read = plain(text);
    std::string digits;
    for (const char c : read.substr(0, 3 + 3 + 1 + 4)) {
        if (c >= '0' && c <= '9') digits += c;
    }
    return digits.size() == 7 ? digits : "";
}

}  // namespace

void measure_universities(const Bench& bench, Scores& scores) {
    const auto table = open_table(bench.data + "/school/universities_r4.csv", {});
    const std::size_t address = TableColumns(table->header()).at("所在地");
    Batch batch;
    while (table->next(batch)) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            Asked asked{std::string(batch.cell(i, address)), {}, {}, {}};
            asked.postal_code = postal_code_of(asked.text);
            const auto& towns = bench.facts.postal(asked.postal_code);
            if (towns.empty()) {
                scores.count("municipality", Outcome::unchecked, "the postal code is not known", asked.text,
                             "");
                continue;
            }
            asked.municipality = towns.front().municipality;
            judge(bench, asked, scores);
        }
    }
}

}  // namespace daicho::truth
