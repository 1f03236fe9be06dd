#include "registries/loading/change_pairs.hpp"

#include <algorithm>

namespace daicho {

ChangePairs::Values ChangePairs::values(const Statement& row, int first) const {
    Values values;
    for (std::size_t i = 0; i < table_.items(); ++i)
        values.emplace_back(row.text(first + static_cast<int>(i)));
    return values;
}

ChangePairs::Row ChangePairs::old_row(const Statement& row) const {
    return {values(row, 0), std::string(row.text(static_cast<int>(table_.columns().size()) + 1))};
}

void ChangePairs::add_both(const Statement& row) {
    both_.push_back({old_row(row), {values(row, static_cast<int>(table_.columns().size()) + 2), {}}});
}

std::string ChangePairs::pair_of(const Row& row) const {
    std::string text;
    for (const std::string_view item : table_.layout().pair) text += row.values[table_.item(item)] + '\x1F';
    return text;
}

Change ChangePairs::change(const Row* before, const Row* after) const {
    Change change;
    change.op = !before ? Change::Op::added : !after ? Change::Op::removed : Change::Op::changed;
    change.table = table_.name();
    change.after_edition = edition_;
    change.before_edition = before ? before->edition : "";
    change.evidence = evidence_;
    for (const std::string_view key : table_.layout().key) {
        change.key.emplace_back(key, (after ? after : before)->values[table_.item(key)]);
    }
    for (std::size_t i = 0; i < table_.items(); ++i) {
        const auto& column = table_.columns()[i];
        std::string was = before ? before->values[i] : "", is = after ? after->values[i] : "";
        if (column.compared && was != is)
            change.items.push_back({column.name, std::move(was), std::move(is)});
    }
    return change;
}

std::vector<Change> ChangePairs::changes() const {
    std::map<std::string, std::pair<std::vector<const Row*>, std::vector<const Row*>>> pairs;
    for (std::size_t i = 0; i < gone_.size(); ++i) {
        const bool alone = table_.layout().pair.empty();
        pairs[alone ? "-" + std::to_string(i) : pair_of(gone_[i])].first.push_back(&gone_[i]);
    }
    for (std::size_t i = 0; i < come_.size(); ++i) {
        const bool alone = table_.layout().pair.empty();
        pairs[alone ? "+" + std::to_string(i) : pair_of(come_[i])].second.push_back(&come_[i]);
    }
    std::vector<Change> changes;
    for (const auto& [old, now] : both_) changes.push_back(change(&old, &now));
    for (const auto& [name, rows] : pairs) {
        const auto& [gone, come] = rows;
        if (gone.size() == 1 && come.size() == 1) {
            changes.push_back(change(gone[0], come[0]));
            continue;
        }
        for (const Row* row : gone) changes.push_back(change(row, nullptr));
        for (const Row* row : come) changes.push_back(change(nullptr, row));
    }
    std::ranges::stable_sort(changes, {}, &Change::key);
    return changes;
}

}  // namespace daicho
