#include "models/engine/table_profile.hpp"

#include <algorithm>
#include <deque>
#include <span>
#include <utility>

#include "grammars/text/utf8.hpp"
#include "models/engine/inspector.hpp"
#include "models/engine/model_choice.hpp"
#include "models/engine/number_column.hpp"
#include "models/engine/table_shape.hpp"

namespace daicho {

namespace {

constexpr std::size_t sample_records = 4096;
constexpr std::size_t distinct_budget = std::size_t{1} << 20;  // of all columns together
constexpr std::size_t most_examples = 3;
constexpr std::size_t longest_example = 120;  // bytes

std::size_t distinct_bound(std::size_t columns) {
    return std::clamp<std::size_t>(distinct_budget / std::max<std::size_t>(columns, 1), 256, 65536);
}

/// Whether a text is the one before it; what differs, differs at its end as a rule.
bool is_again(std::string_view text, std::string_view last) {
    return text.size() == last.size() && text.back() == last.back() && text == last;
}

/// Counts what is in one column.
class ColumnCounter {
 public:
    ColumnCounter(ColumnFacts& facts, std::uint32_t number, std::size_t bound)
        : facts_(facts), number_(number), distinct_(bound) {}

    bool has_kind() const { return facts_.kind.type != nullptr; }

    /// Counts the column's cells of some records; `hashes` is room to work in.
    void count(const Batch& batch, std::span<const std::size_t> records, std::vector<std::uint64_t>& hashes) {
        hashes.clear();
        std::string_view last;
        const ColumnCells cells = batch.column(number_ - 1);
        for (const std::size_t record : records) {
            const std::string_view text = cells[record];
            facts_.empty += text.empty();
            if (text.empty() || is_again(text, last)) continue;
            last = text;
            hashes.push_back(DistinctCounter::hash_of(text));
            if (text.size() > facts_.longest)
                facts_.longest = std::max(facts_.longest, count_code_points(text));
        }
        distinct_.add(hashes);
    }

    /// `records`: that were counted.
    void finish(std::uint64_t records) {
        facts_.filled = records - facts_.empty;
        facts_.distinct = distinct_.count();
        facts_.distinct_exact = distinct_.exact();
    }

    /// Counts how many of the texts that were counted are of the kind of the column.
    void count_kind(const Batch& batch, std::span<const std::size_t> records, const Reading& reading) {
        const ValueType& type = *facts_.kind.type;
        std::string_view last;
        bool canonical = false, readable = false;
        const ColumnCells cells = batch.column(number_ - 1);
        for (const std::size_t record : records) {
            const std::string_view text = cells[record];
            if (text.empty()) continue;
            if (!is_again(text, last)) {
                last = text;
                canonical = type.is_canonical(text, reading);
                readable = canonical || type.canonical(text, reading);
            }
            facts_.canonical += canonical;
            facts_.readable += readable;
        }
    }

 private:
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

/// The columns are what they were recognised as, and items of no model.
Binding own_columns(const TableFacts& facts, const Sample& sample) {
    Binding binding;
    binding.columns.resize(facts.columns.size());
    for (std::size_t i = 0; i < facts.columns.size(); ++i) {
        ColumnBinding& own = binding.columns[i];
        own.kind = facts.columns[i].kind.type;
        own.habit = habit_of(sample.values.values(i), facts.columns[i].name, own.kind);
        own.habit.numbered = !sample.batches.empty() && numbers_records(sample.batches.front(), i);
    }
    return binding;
}

/// Counts what is in the columns, and what a check without a model finds of the records.
class TableCounter {
 public:
    TableCounter(TableFacts& facts, const Sample& sample, std::span<const std::string> headers,
                 const Reading& reading)
        : facts_(facts),
          reading_(reading),
          binding_(own_columns(facts, sample)),
          inspector_(no_model(), binding_, headers, {.reading = reading}) {
        const std::size_t bound = distinct_bound(facts.columns.size());
        for (std::uint32_t column = 0; column < facts.columns.size(); ++column) {
            columns_.emplace_back(facts.columns[column], column + 1, bound);
        }
    }

    void add(const Batch& batch) {
        inspector_.inspect(batch, inspection_);
        for (Finding& finding : inspection_.findings) {
            if (finding.column != 0 && !finding.header.empty())
                finding.header = facts_.columns[finding.column - 1].name;
            facts_.add(finding);
        }
        pairs_.add(inspection_.pairs);
        facts_.records += batch.size();
        records_.clear();
        for (std::size_t record = 0; record < batch.size(); ++record) {
            if (!batch.blank(record)) records_.push_back(record);
        }
        facts_.blank_records += batch.size() - records_.size();
        // A column at a time, since its table of hashes is large.
        for (ColumnCounter& column : columns_) {
            column.count(batch, records_, hashes_);
            if (column.has_kind()) column.count_kind(batch, records_, reading_);
        }
    }

    void finish(std::span<const std::string> headers) {
        for (ColumnCounter& column : columns_) column.finish(facts_.records - facts_.blank_records);
        for (Finding& finding : mixed_pairs(pairs_, headers)) {
            finding.header = facts_.columns[finding.column - 1].name;
            facts_.add(finding);
        }
    }

 private:
    TableFacts& facts_;
    const Reading& reading_;
    Binding binding_;
    Inspector inspector_;
    Inspection inspection_;
    PairSightings pairs_;
    std::deque<ColumnCounter> columns_;
    std::vector<std::size_t> records_;  // of a batch: those that are not blank
    std::vector<std::uint64_t> hashes_;
};

}  // namespace

void TableFacts::add(const Finding& finding) {
    if (findings.add(finding) == first.size()) first.push_back(finding);
}

void DistinctCounter::add(std::span<const std::uint64_t> hashes) {
    constexpr std::size_t ahead = 16;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        if (i + ahead < hashes.size()) __builtin_prefetch(&table_[place_of(hashes[i + ahead])]);
        add_hash(hashes[i]);
    }
}

void DistinctCounter::add_hash(std::uint64_t hash) {
    if (is_skipped(hash)) return;
    insert(hash);
    if (size() <= bound_) return;
    ++skipped_bits_;
    rebuild(table_.size());
}

void DistinctCounter::insert(std::uint64_t hash) {
    if (hash == 0) {
        has_zero_ = true;
        return;
    }
    std::size_t at = place_of(hash);
    for (; table_[at] != 0; at = (at + 1) & (table_.size() - 1)) {
        if (table_[at] == hash) return;
    }
    table_[at] = hash;
    if (++used_ * 2 > table_.size()) rebuild(table_.size() * 2);
}

void DistinctCounter::rebuild(std::size_t size) {
    const std::vector<std::uint64_t> old = std::exchange(table_, std::vector<std::uint64_t>(size));
    used_ = 0;
    for (const std::uint64_t hash : old) {
        if (hash != 0 && !is_skipped(hash)) insert(hash);
    }
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
    TableCounter counter{facts, sample, header, reading};
    const auto add = [&](const Batch& batch) {
        counter.add(batch);
        if (listener) listener(batch, facts);
    };
    for (; !sample.batches.empty(); sample.batches.pop_front()) add(sample.batches.front());
    for (Batch batch; table.next(batch);) add(batch);
    counter.finish(header);
    std::vector<Finding> findings = table.findings();
    leave_out_repeated_headers(findings, layout);
    findings.insert(findings.end(), layout.begin(), layout.end());
    for (const Finding& finding : findings) facts.add(finding);
    return facts;
}

}  // namespace daicho
