#include "models/merging/record_finder.hpp"

#include <algorithm>

#include "models/comparison/column_meaning.hpp"

namespace daicho {

namespace {

// What tells that a record is the one of a change; the higher sum wins.
constexpr int same_key = 2, same_number = 4, same_cells = 8, same_record = 16;

/// Keys that differ in notation only are one.
void append_key(std::string& key, std::string_view text) {
    std::string scratch;
    key.append(ColumnMeaning{}.comparable(text, scratch)) += '\x1f';
}

}  // namespace

/// All that a record says in columns that the table has, told column by column.
template <class TextOf>
std::string RecordFinder::whole_text(TextOf&& text_of) const {
    std::string text;
    for (std::size_t column = 0; column < changes_.columns.size(); ++column) {
        if (!columns_.place(column) || changes_.columns[column].ignored) continue;
        text.append(text_of(column)) += '\x1f';
    }
    return text;
}

RecordFinder::RecordFinder(const TableChanges& changes, const TargetColumns& columns,
                           const std::set<std::uint64_t>* own)
    : changes_(changes), columns_(columns), own_(own), records_(changes.records.size()) {
    by_key_ = !changes.key.empty() && std::all_of(changes.key.begin(), changes.key.end(),
                                                  [&](std::size_t key) { return columns.place(key); });
    for (std::size_t i = 0; i < changes.records.size(); ++i) {
        const RecordChange& change = changes.records[i];
        if (change.op == Change::Op::added && own == nullptr && !(by_key_ && changes.unique_keys)) {
            coming_.emplace(
                whole_text([&](std::size_t column) { return TableChanges::text_of(change, column); }), i);
        }
        if (!by_key_) {
            if (change.old_record != 0) by_number_.emplace(change.old_record, i);
            continue;
        }
        std::string key;
        for (const std::string& text : change.key) append_key(key, text);
        by_text_.emplace(std::move(key), i);
    }
}

/// A record that comes and is there word for word: in a table that has another number of records than the
/// old one it came before.
void RecordFinder::look_for_copies(const Batch& batch, std::size_t record) {
    if (coming_.empty()) return;
    const auto [begin, end] = coming_.equal_range(
        whole_text([&](std::size_t column) { return batch.cell(record, *columns_.place(column)); }));
    for (auto at = begin; at != end; ++at)
        copies_.push_back({same_record, at->second, batch.record_number(record)});
}

bool RecordFinder::are_all_there() const {
    std::set<std::size_t> there;
    for (const Candidate& copy : copies_) {
        if (changes_.records[copy.change].new_record == copy.record) there.insert(copy.change);
    }
    return !coming_.empty() && there.size() == coming_.size();
}

std::string RecordFinder::key_at(const Batch& batch, std::size_t record) const {
    std::string key;
    for (const std::size_t column : changes_.key)
        append_key(key, batch.cell(record, *columns_.place(column)));
    return key;
}

int RecordFinder::score(const RecordChange& change, const Batch& batch, std::size_t record) const {
    int score = 0;
    bool as_before = true;
    for (const ChangedCell& cell : change.cells) {
        const auto place = columns_.place(cell.column);
        const std::string_view text = place ? batch.cell(record, *place) : std::string_view();
        as_before &= text == (change.op == Change::Op::added ? cell.after : cell.before);
    }
    if (as_before) score += same_cells;
    if (change.old_record == batch.record_number(record)) score += same_number;
    for (std::size_t i = 0; by_key_ && i < change.key.size(); ++i) {
        if (batch.cell(record, *columns_.place(changes_.key[i])) != change.key[i]) return score;
    }
    return score + same_key;
}

void RecordFinder::look_at(std::size_t change, const Batch& batch, std::size_t record) {
    const RecordChange& wanted = changes_.records[change];
    const std::uint64_t number = batch.record_number(record);
    const int found = score(wanted, batch, record);
    const bool own = own_ != nullptr && own_->contains(number);
    if (wanted.op == Change::Op::added) {
        if (own_ != nullptr && !own) return;
        if (!changes_.unique_keys && (own_ == nullptr || found < same_cells)) return;
    } else if (own) {
        return;
    }
    candidates_.push_back({found, change, number});
}

void RecordFinder::search(TableReader& table) {
    for (Batch batch; table.next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (batch.blank(i)) continue;
            ++count_;
            look_for_copies(batch, i);
            if (by_key_) {
                const auto [begin, end] = by_text_.equal_range(key_at(batch, i));
                for (auto at = begin; at != end; ++at) look_at(at->second, batch, i);
            } else {
                const auto [begin, end] = by_number_.equal_range(batch.record_number(i));
                for (auto at = begin; at != end; ++at) look_at(at->second, batch, i);
            }
        }
    }
    came_before_ = !changes_.old_records && are_all_there();
    if (is_another_count() || came_before_)
        candidates_.insert(candidates_.end(), copies_.begin(), copies_.end());
    copies_ = {};
    assign();
}

void RecordFinder::assign() {
    std::sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
        if (a.score != b.score) return a.score > b.score;
        return a.change != b.change ? a.change < b.change : a.record < b.record;
    });
    for (const Candidate& one : candidates_) {
        if (records_[one.change] != 0 || changes_of_.contains(one.record)) continue;
        records_[one.change] = one.record;
        changes_of_.emplace(one.record, one.change);
    }
    candidates_ = {};
}

std::optional<std::size_t> RecordFinder::change_of(std::uint64_t record) const {
    const auto found = changes_of_.find(record);
    return found == changes_of_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace daicho
