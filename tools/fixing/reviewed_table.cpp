#include "tools/fixing/reviewed_table.hpp"

#include <map>
#include <set>

#include "grammars/formats/table_reader.hpp"
#include "models/rules/message.hpp"
#include "tools/baseline.hpp"
#include "tools/fixing/review_journal.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_row_cells = 4;
constexpr std::size_t row_columns = 120;

/// Takes down the findings, each with what it is known by.
class ItemCollector final : public CheckListener {
 public:
    ItemCollector(const ReviewedTable::Wanted& wanted, std::vector<ReviewItem>& items, std::uint64_t& errors)
        : wanted_(wanted), items_(items), errors_(errors) {}

    void begin_file(const FileFacts&) override {}
    void add(const Finding& finding) override {
        errors_ += finding.severity == Severity::error ? 1 : 0;
        std::string id = review_id(fingerprints_, finding);
        if (!wanted_ || wanted_(finding)) items_.push_back({finding, std::move(id), {}});
    }
    void end_file(const FileVerdict&) override {}

 private:
    const ReviewedTable::Wanted& wanted_;
    std::vector<ReviewItem>& items_;
    std::uint64_t& errors_;
    Fingerprints fingerprints_;
};

std::set<std::size_t> hidden_columns(const FileFacts& facts) {
    std::set<std::size_t> hidden;
    for (const BoundColumn& column : facts.columns) {
        if (column.confidential && column.column > 0) hidden.insert(column.column - 1);
    }
    return hidden;
}

/// "施設ID=123 名称=中央公園" of the first cells that say something.
std::string row_text(const Batch& batch, std::size_t record, const TableReader& table,
                     const std::set<std::size_t>& hidden) {
    std::string text;
    std::size_t cells = 0;
    for (std::size_t column = 0; column < table.columns() && cells < most_row_cells; ++column) {
        const std::string_view cell = batch.cell(record, column);
        if (cell.empty() || hidden.contains(column)) continue;
        if (cells++ > 0) text += ' ';
        text += table.header()[column];
        text += '=';
        text += cell;
    }
    return shown(text, row_columns);
}

}  // namespace

ReviewedTable::ReviewedTable(FixRun& run, const std::string& path, const std::string& bytes,
                             const GateSettings& settings, const Wanted& wanted) {
    run.check(path, bytes, settings, check_);
    const std::string name = name_in(run.config(), path);
    SuppressionUse suppressions(run.config().suppressions(), run.today());
    suppressions.begin_file(name, check_);
    ItemCollector collector(wanted, items_, errors_);
    Baseline baseline;
    if (!settings.baseline.empty()) baseline = Baseline(settings.baseline);
    BaselineFilter fresh(baseline, collector);
    FindingSieve sieve(settings, suppressions, fresh);
    replay(check_, sieve);
    name_rows(path, bytes, settings.check.read);
}

void ReviewedTable::name_rows(const std::string& path, const std::string& bytes, const ReadOptions& read) {
    std::map<std::uint64_t, std::string> rows;
    for (const ReviewItem& item : items_) {
        if (item.finding.record != 0) rows.try_emplace(item.finding.record);
    }
    const auto table = read_table(bytes, read, path);
    const std::set<std::size_t> hidden = hidden_columns(check_.facts);
    auto next = rows.begin();
    for (Batch batch; next != rows.end() && table->next(batch);) {
        for (std::size_t i = 0; i < batch.size() && next != rows.end(); ++i) {
            if (batch.record_number(i) == next->first) (next++)->second = row_text(batch, i, *table, hidden);
        }
    }
    for (ReviewItem& item : items_) {
        if (item.finding.record != 0) item.row = rows[item.finding.record];
    }
}

}  // namespace daicho
