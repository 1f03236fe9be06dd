#include "models/engine/table_profile.hpp"

#include <algorithm>
#include <deque>

#include "grammars/text/utf8.hpp"
#include "models/engine/table_shape.hpp"
#include "models/rules/value_finding.hpp"

namespace daicho {

namespace {

constexpr std::size_t sample_records = 4096;
constexpr std::size_t distinct_budget = std::size_t{1} << 20;  // of all columns together
constexpr std::size_t most_examples = 3;
constexpr std::size_t longest_example = 120;  // bytes

std::size_t distinct_bound(std::size_t columns) {
    return std::clamp<std::size_t>(distinct_budget / std::max<std::size_t>(columns, 1), 256, 65536);
}

/// Counts what is in one column.
class ColumnCounter {
 public:
    ColumnCounter(ColumnFacts& facts, std::uint32_t number, std::size_t bound)
        : facts_(facts), number_(number), distinct_(bound) {}

    void add(std::string_view text, RecordPlace place, const Reading& reading, TableFacts& table) {
        if (text.empty()) {
            ++facts_.empty;
            return;
        }
        ++facts_.filled;
        distinct_.add(text);
        facts_.longest = std::max(facts_.longest, count_code_points(text));
        if (facts_.kind.type) check(text, place, reading, table);
    }

    void finish() {
        facts_.distinct = distinct_.count();
        facts_.distinct_exact = distinct_.exact();
    }

 private:
    void check(std::string_view text, RecordPlace place, const Reading& reading, TableFacts& table) {
        const ValueType& type = *facts_.kind.type;
        if (type.is_canonical(text, reading)) {
            ++facts_.canonical;
            ++facts_.readable;
            return;
        }
        const auto result = type.canonical(text, reading);
        facts_.readable += static_cast<bool>(result);
        Finding finding = value_finding(type, text, result);
        finding.place = place;
        finding.column = number_;
        finding.header = facts_.name;
        table.add(finding);
    }

    ColumnFacts& facts_;
    std::uint32_t number_;
    DistinctCounter distinct_;
};

/// The first batches of a table, kept to be looked at before they are counted.
struct Sample {
    std::deque<Batch> batches;
    ColumnSamples values;

    Sample(TableReader& table, std::size_t columns) : values(columns) {
        std::size_t records = 0;
        while (records < sample_records && !values.full()) {
            Batch& batch = batches.emplace_back();
            if (!table.next(batch)) {
                batches.pop_back();
                return;
            }
            values.add(batch);
            records += batch.size();
        }
    }
};

std::vector<std::string> examples_of(std::span<const std::string> values, const ValueType* type) {
    std::vector<std::string> examples;
    if (type && type->confidential) return examples;
    for (const std::string& value : values) {
        if (examples.size() == most_examples) break;
        if (value.size() <= longest_example) examples.push_back(value);
    }
    return examples;
}

class TableCounter {
 public:
    TableCounter(TableFacts& facts, const Reading& reading) : facts_(facts), reading_(reading) {
        const std::size_t bound = distinct_bound(facts.columns.size());
        for (std::uint32_t column = 0; column < facts.columns.size(); ++column) {
            columns_.emplace_back(facts.columns[column], column + 1, bound);
        }
    }

    void add(const Batch& batch) {
        for (const Finding& finding : batch.findings()) facts_.add(finding);
        facts_.records += batch.size();
        for (std::size_t record = 0; record < batch.size(); ++record) {
            if (batch.blank(record)) {
                ++facts_.blank_records;
                continue;
            }
            for (std::size_t column = 0; column < columns_.size(); ++column) {
                columns_[column].add(batch.cell(record, column), batch.place(record), reading_, facts_);
            }
        }
    }

    void finish() {
        for (ColumnCounter& column : columns_) column.finish();
    }

 private:
    TableFacts& facts_;
    const Reading& reading_;
    std::deque<ColumnCounter> columns_;
};

}  // namespace

void TableFacts::add(const Finding& finding) {
    if (findings.add(finding) == first.size()) first.push_back(finding);
}

void DistinctCounter::add(std::string_view text) {
    const std::uint64_t hash = std::hash<std::string_view>{}(text);
    if ((hash & ((std::uint64_t{1} << skipped_bits_) - 1)) != 0) return;
    hashes_.insert(hash);
    if (hashes_.size() > bound_) thin_out();
}

void DistinctCounter::thin_out() {
    ++skipped_bits_;
    const std::uint64_t mask = (std::uint64_t{1} << skipped_bits_) - 1;
    std::erase_if(hashes_, [mask](std::uint64_t hash) { return (hash & mask) != 0; });
}

TableFacts profile_table(TableReader& table, const Reading& reading, const BatchListener& listener) {
    TableFacts facts;
    const std::vector<std::string>& header = table.header();
    facts.columns.resize(header.size());
    Sample sample{table, header.size()};
    KnownValues known;
    for (std::size_t column = 0; column < header.size(); ++column) {
        ColumnFacts& one = facts.columns[column];
        const auto values = sample.values.values(column);
        one.name = header[column];
        one.kind = recognise_kind(values, one.name, reading, known);
        one.examples = examples_of(values, one.kind.type);
    }
    std::vector<Finding> layout;
    if (!sample.batches.empty() && table.has_header())
        layout = layout_findings(header, sample.batches.front(), reading);
    for (Finding& finding : layout) finding.place = table.header_place();
    TableCounter counter{facts, reading};
    const auto add = [&](const Batch& batch) {
        counter.add(batch);
        if (listener) listener(batch, facts);
    };
    for (; !sample.batches.empty(); sample.batches.pop_front()) add(sample.batches.front());
    for (Batch batch; table.next(batch);) add(batch);
    counter.finish();
    std::vector<Finding> findings = table.findings();
    leave_out_repeated_headers(findings, layout);
    findings.insert(findings.end(), layout.begin(), layout.end());
    for (const Finding& finding : findings) facts.add(finding);
    return facts;
}

}  // namespace daicho
