#include "models/comparison/difference_teller.hpp"

#include <algorithm>
#include <cstring>

#include "grammars/base/do_both.hpp"

namespace daicho {

namespace {

constexpr std::size_t bytes_of_old = std::size_t{48} << 20;
constexpr std::size_t most_waiting = 512;
constexpr std::size_t most_waiting_bytes = std::size_t{1} << 20;
constexpr std::size_t least_for_threads = 32;  // fewer are judged before another thread begins

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

/// Whether the records that both tables have stand in one order.
bool DifferenceTeller::keep_old(MarkedTable& before, RecordPairs& pairs, SortedRecords& old_records) const {
    std::string bytes;
    std::uint64_t seen = 0, last = 0;
    bool ordered = true, paired = false;
    const auto go_to = [&](std::uint64_t number) {
        for (; seen < number; ++seen) {
            const std::uint32_t is = pairs.new_of_old.next();
            paired = is != 0;
            if (!paired) continue;
            ordered = ordered && is > last;
            last = is;
        }
    };
    before.pick(pairs.old_wanted, [&](const Batch& batch, std::size_t record) {
        const std::uint64_t number = batch.record_number(record);
        go_to(number);
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
    go_to(before.last_record());
    return ordered;
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

void DifferenceTeller::tell(MarkedTable& before, MarkedTable& after, RecordPairs& pairs,
                            const std::string& scratch, ComparisonSummary& summary) {
    summary.columns.resize(facts_.columns.size());
    summary_ = &summary;
    none_.cells.assign(facts_.columns.size(), {});
    waiting_.resize(most_waiting);
    SortedRecords old_records(scratch + "-old", bytes_of_old);
    summary.same_order = keep_old(before, pairs, old_records);
    old_records_ = &old_records;
    next_old();
    after.pick(pairs.new_wanted, [&](const Batch& batch, std::size_t record) { meet(batch, record); });
    while (more_old_) went();
    tell_waiting();
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
    if (!more_old_ || old_position_ != position) return wait(Change::Op::added);
    if (same_key()) {
        wait(Change::Op::changed);
        return next_old();
    }
    went();  // two keys of one hash
    wait(Change::Op::added);
}

bool DifferenceTeller::same_key() {
    std::string left, right;
    return std::all_of(facts_.key.begin(), facts_.key.end(), [&](std::size_t column) {
        return meanings_[column].comparable(old_.cells[column], left) ==
               meanings_[column].comparable(new_.cells[column], right);
    });
}

void DifferenceTeller::went() {
    wait(Change::Op::removed);
    next_old();
}

/// Copies the texts of `given` behind those that are there: their place does not move, see `wait`.
void DifferenceTeller::Waiting::take(Side& own, const Side& given) {
    own.record = given.record;
    own.place = given.place;
    own.cells.clear();
    for (const std::string_view cell : given.cells) {
        own.cells.emplace_back(text.data() + text.size(), cell.size());
        text.append(cell);
    }
}

void DifferenceTeller::wait(Change::Op op) {
    Waiting& records = waiting_[waiting_count_++];
    const Side& before = op == Change::Op::added ? none_ : old_;
    const Side& after = op == Change::Op::removed ? none_ : new_;
    std::size_t size = 0;
    for (const Side* side : {&before, &after}) {
        for (const std::string_view cell : side->cells) size += cell.size();
    }
    records.op = op;
    records.text.clear();
    records.text.reserve(size);
    records.take(records.before, before);
    records.take(records.after, after);
    waiting_bytes_ += size;
    if (waiting_count_ == most_waiting || waiting_bytes_ > most_waiting_bytes) tell_waiting();
}

void DifferenceTeller::tell_waiting() {
    const auto find_every_second = [&](std::size_t first) {
        for (std::size_t i = first; i < waiting_count_; i += 2) find_cells(waiting_[i]);
    };
    do_both(
        threads_ && waiting_count_ > least_for_threads, [&] { find_every_second(0); },
        [&] { find_every_second(1); });
    for (std::size_t i = 0; i < waiting_count_; ++i) {
        const Waiting& records = waiting_[i];
        count(records);
        if (records.op == Change::Op::changed && records.cells.empty()) continue;
        RecordDifference difference;
        difference.op = records.op;
        difference.kind = records.kind;
        difference.old_record = records.before.record;
        difference.new_record = records.after.record;
        difference.old_place = records.before.place;
        difference.new_place = records.after.place;
        difference.before = records.before.cells;
        difference.after = records.after.cells;
        difference.cells = records.cells;
        listener_.add(difference);
    }
    waiting_count_ = waiting_bytes_ = 0;
}

void DifferenceTeller::find_cells(Waiting& records) const {
    records.cells.clear();
    records.kind = DifferenceClass::real;
    if (records.op == Change::Op::changed) return find_differences(records);
    for (std::size_t i = 0; i < facts_.columns.size(); ++i) {
        const std::string_view before = records.before.cells[i], after = records.after.cells[i];
        if (before.empty() && after.empty()) continue;
        if (!facts_.columns[i].ignored) records.cells.push_back({i, before, after});
    }
}

void DifferenceTeller::find_differences(Waiting& records) const {
    records.kind = DifferenceClass::column;
    for (std::size_t i = 0; i < facts_.columns.size(); ++i) {
        const ComparedColumn& column = facts_.columns[i];
        const std::string_view before = records.before.cells[i], after = records.after.cells[i];
        if (column.ignored || before == after) continue;
        if (!column.common() && !whole_) continue;
        const DifferenceClass kind =
            column.common() ? judge_.judge(before, after, meanings_[i]) : DifferenceClass::column;
        records.cells.push_back({i, before, after, kind});
        records.kind = std::max(records.kind, kind);
    }
}

void DifferenceTeller::count(const Waiting& records) {
    if (records.op != Change::Op::changed) {
        ++(records.op == Change::Op::added ? summary_->added : summary_->removed);
        return;
    }
    if (records.cells.empty()) return;
    if (records.kind != DifferenceClass::column) ++summary_->changed;
    ++summary_->records[static_cast<std::size_t>(records.kind)];
    for (const CellDifference& cell : records.cells) {
        ++summary_->cells[static_cast<std::size_t>(cell.kind)];
        ++summary_->columns[cell.column][static_cast<std::size_t>(cell.kind)];
    }
}

}  // namespace daicho
