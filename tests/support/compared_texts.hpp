#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "models/comparison/compared_file.hpp"
#include "models/comparison/comparison.hpp"
#include "models/comparison/reports/difference_report.hpp"
#include "tests/support/scratch_folder.hpp"

namespace daicho {

/// Keeps what it is told.
struct KeptDifferences final : ComparisonListener {
    struct Cell {
        std::string column, before, after, kind;
        auto operator<=>(const Cell&) const = default;
    };
    struct Record {
        std::string op, kind;
        std::uint64_t old_record = 0, new_record = 0;
        std::vector<Cell> cells;
        bool operator==(const Record&) const = default;
    };
    ComparisonFacts facts;
    std::vector<Record> records;
    ComparisonSummary summary;

    void begin(const ComparisonFacts& given) override { facts = given; }
    void add(const RecordDifference& difference) override {
        Record& record = records.emplace_back();
        record.op = to_string(difference.op);
        record.kind = to_string(difference.kind);
        record.old_record = difference.old_record;
        record.new_record = difference.new_record;
        for (const CellDifference& cell : difference.cells) {
            record.cells.push_back({facts.columns[cell.column].label, std::string(cell.before),
                                    std::string(cell.after), std::string(to_string(cell.kind))});
        }
    }
    void end(const ComparisonSummary& given) override { summary = given; }
};

/// A request that compares by `key`, without a model.
inline ComparisonRequest plain_request(std::vector<std::string> key = {}) {
    ComparisonRequest request;
    request.model = "none";
    request.key = std::move(key);
    return request;
}

inline KeptDifferences compare_texts(const std::string& before, const std::string& after,
                                     ComparisonRequest request, const std::string& old_name = "old.csv",
                                     const std::string& new_name = "new.csv") {
    const ScratchFolder folder;
    request.scratch = folder / "scratch";
    Models models;
    KeptDifferences kept;
    compare_tables(compared_bytes(before, old_name), compared_bytes(after, new_name), request, models, kept);
    return kept;
}

/// The differences in a form.
inline std::string difference_text(const std::string& before, const std::string& after,
                                   ComparisonRequest request, std::string_view form) {
    const ScratchFolder folder;
    request.scratch = folder / "scratch";
    Models models;
    std::ostringstream out;
    DifferenceStyle style;
    style.table = "table";
    request.whole_columns = find_difference_form(form)->makes_table;
    const auto report = find_difference_form(form)->make(out, style);
    compare_tables(compared_bytes(before, "old.csv"), compared_bytes(after, "new.csv"), request, models,
                   *report);
    return out.str();
}

}  // namespace daicho
