#include "models/comparison/difference_teller.hpp"

#include <algorithm>
#include <cstring>

namespace daicho {

namespace {

constexpr std::size_t bytes_of_old = std::size_t{48} << 20;

template <class Value>
void put(std::string& out, Value value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    out.append(bytes, sizeof bytes);
}

template <class Value>
Value take(std::string_view& from) {
    Value value;
    std::memcpy(&value, from.data(), sizeof value);
    from.remove_prefix(sizeof value);
    return value;
}

/// Where a record of the old table is told: with the new record that it is, or behind the one that the record
/// in front of it is.
std::uint64_t position_of_pair(std::uint64_t new_record) {
    return 2 * new_record;
}
std::uint64_t position_behind(std::uint64_t new_record) {
    return 2 * new_record + 1;
}

}  // namespace

void DifferenceTeller::keep_old(MarkedTable& before, const RecordPairs& pairs,
                                SortedRecords& old_records) const {
    std::string bytes;
    std::uint64_t seen = 0, last = 0;
    before.pick(pairs.old_wanted, [&](const Batch& batch, std::size_t record) {
        const std::uint64_t number = batch.record_number(record);
        for (; seen < number; ++seen) {
            if (pairs.new_of_old[seen] != 0) last = pairs.new_of_old[seen];
        }
        const bool paired = pairs.new_of_old[number - 1] != 0;
        const RecordPlace place = batch.place(record);
        bytes.clear();
        put(bytes, number);
        put(bytes, place.line);
        put(bytes, place.position);
        put(bytes, place.element);
        for (const ComparedColumn& column : facts_.columns) {
            if (!column.old_column) continue;
            const std::string_view cell = batch.cell(record, *column.old_column);
            put(bytes, static_cast<std::uint32_t>(cell.size()));
            bytes.append(cell);
        }
        old_records.add(paired ? position_of_pair(last) : position_behind(last), bytes);
    });
}

void DifferenceTeller::next_old() {
    SortedRecords::Record record;
    more_old_ = old_records_->next(record);
    if (!more_old_) return;
    old_position_ = record.key;
    std::string_view bytes = record.bytes;
    old_.record = take<std::uint64_t>(bytes);
    old_.place.line = take<std::uint64_t>(bytes);
    old_.place.position = take<std::uint32_t>(bytes);
    old_.place.element = take<std::uint32_t>(bytes);
    old_.cells.assign(facts_.columns.size(), {});
    for (std::size_t i = 0; i < facts_.columns.size(); ++i) {
        if (!facts_.columns[i].old_column) continue;
        const auto size = take<std::uint32_t>(bytes);
        old_.cells[i] = bytes.substr(0, size);
        bytes.remove_prefix(size);
    }
}

void DifferenceTeller::tell(MarkedTable& before, MarkedTable& after, const RecordPairs& pairs,
                            const std::string& scratch, ComparisonSummary& summary) {
    summary.columns.resize(facts_.columns.size());
    summary_ = &summary;
    none_.assign(facts_.columns.size(), {});
    SortedRecords old_records(scratch + "-old", bytes_of_old);
    keep_old(before, pairs, old_records);
    old_records_ = &old_records;
    next_old();
    after.pick(pairs.new_wanted, [&](const Batch& batch, std::size_t record) { meet(batch, record); });
    while (more_old_) went();
}

void DifferenceTeller::meet(const Batch& batch, std::size_t record) {
    new_.record = batch.record_number(record);
    new_.place = batch.place(record);
    new_.cells.assign(facts_.columns.size(), {});
    for (std::size_t i = 0; i < facts_.columns.size(); ++i) {
        const auto& column = facts_.columns[i].new_column;
        if (column) new_.cells[i] = batch.cell(record, *column);
    }
    const std::uint64_t position = position_of_pair(new_.record);
    while (more_old_ && old_position_ < position) went();
    if (!more_old_ || old_position_ != position) return came();
    if (same_key()) {
        differ();
        return next_old();
    }
    went();  // two keys of one hash
    came();
}

bool DifferenceTeller::same_key() {
    std::string left, right;
    return std::all_of(facts_.key.begin(), facts_.key.end(), [&](std::size_t column) {
        return meanings_[column].comparable(old_.cells[column], left) ==
               meanings_[column].comparable(new_.cells[column], right);
    });
}

void DifferenceTeller::tell_one_sided(Change::Op op) {
    const bool added = op == Change::Op::added;
    const auto& there = added ? new_ : old_;
    cells_.clear();
    for (std::size_t i = 0; i < facts_.columns.size(); ++i) {
        if (there.cells[i].empty() || facts_.columns[i].ignored) continue;
        const std::string_view nothing;
        cells_.push_back({i, added ? nothing : there.cells[i], added ? there.cells[i] : nothing});
    }
    RecordDifference difference;
    difference.op = op;
    (added ? difference.new_record : difference.old_record) = there.record;
    (added ? difference.new_place : difference.old_place) = there.place;
    difference.before = added ? none_ : there.cells;
    difference.after = added ? there.cells : none_;
    difference.cells = cells_;
    listener_.add(difference);
    ++(added ? summary_->added : summary_->removed);
}

void DifferenceTeller::came() {
    tell_one_sided(Change::Op::added);
}

void DifferenceTeller::went() {
    tell_one_sided(Change::Op::removed);
    next_old();
}

void DifferenceTeller::differ() {
    cells_.clear();
    DifferenceClass kind = DifferenceClass::column;
    for (std::size_t i = 0; i < facts_.columns.size(); ++i) {
        const ComparedColumn& column = facts_.columns[i];
        if (column.ignored || old_.cells[i] == new_.cells[i]) continue;
        if (!column.common() && !whole_) continue;
        const DifferenceClass one = column.common() ? judge_.judge(old_.cells[i], new_.cells[i], meanings_[i])
                                                    : DifferenceClass::column;
        cells_.push_back({i, old_.cells[i], new_.cells[i], one});
        kind = std::max(kind, one);
    }
    if (cells_.empty()) return;
    if (kind != DifferenceClass::column) ++summary_->changed;
    ++summary_->records[static_cast<std::size_t>(kind)];
    for (const CellDifference& cell : cells_) {
        ++summary_->cells[static_cast<std::size_t>(cell.kind)];
        ++summary_->columns[cell.column][static_cast<std::size_t>(cell.kind)];
    }
    RecordDifference difference;
    difference.kind = kind;
    difference.old_record = old_.record;
    difference.new_record = new_.record;
    difference.old_place = old_.place;
    difference.new_place = new_.place;
    difference.before = old_.cells;
    difference.after = new_.cells;
    difference.cells = cells_;
    listener_.add(difference);
}

}  // namespace daicho
