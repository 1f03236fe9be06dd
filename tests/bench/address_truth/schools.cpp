// Lists of schools: the postal code, in front of the address or beside it, says the municipality.

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

void judge_by_postal_code(const Bench& bench, Asked asked, Scores& scores) {
    const auto& towns = bench.facts.postal(asked.postal_code);
    if (towns.empty()) {
        scores.count("municipality", Outcome::unchecked, "the postal code is not known", asked.text, "");
        return;
    }
    asked.municipality = towns.front().municipality;
    judge(bench, asked, scores);
}

template <class Ask>
void measure_list(const std::string& path, const Ask& ask) {
    const auto table = open_table(path, {});
    const TableColumns columns(table->header());
    Batch batch;
    while (table->next(batch)) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            ask([&](std::string_view header) { return std::string(batch.cell(i, columns.at(header))); });
        }
    }
}

}  // namespace

void measure_universities(const Bench& bench, Scores& scores) {
    measure_list(bench.data + "/school/universities_r4.csv", [&](const auto& cell) {
        const std::string text = cell("所在地");
        judge_by_postal_code(bench, {text, {}, {}, postal_code_of(text)}, scores);
    });
}

void measure_school_codes(const Bench& bench, Scores& scores) {
    measure_list(bench.data + "/school/mext_school_code_yokohama_sample_2026.csv", [&](const auto& cell) {
        judge_by_postal_code(bench, {cell("学校所在地"), {}, {}, cell("郵便番号")}, scores);
    });
}

}  // namespace daicho::truth
