#include "models/rules/tally.hpp"

#include <algorithm>
#include <tuple>

#include "models/rules/rule.hpp"

namespace daicho {

std::size_t Tally::add(const Finding& finding) {
    if (lines_.empty() || lines_[last_].rule != finding.rule || lines_[last_].column != finding.column) {
        const auto [place, is_new] = index_.try_emplace({finding.rule.text, finding.column}, lines_.size());
        last_ = place->second;
        if (is_new) {
            lines_.push_back({.rule = finding.rule,
                              .severity = finding.severity,
                              .blocks = finding.blocks,
                              .column = finding.column,
                              .header = std::string{finding.header},
                              .item = std::string{finding.item},
                              .first_line = finding.place.line});
        }
    }
    TallyLine& line = lines_[last_];
    if (line.item != finding.item) line.item.clear();
    ++line.count;
    ++totals_[static_cast<std::size_t>(finding.severity)];
    const bool guess = finding.repair.kind == RepairKind::guess;
    const bool safe = finding.repair.kind != RepairKind::none && !guess;
    line.safe += safe;
    line.guessed += guess;
    safe_ += safe;
    guessed_ += guess;
    return last_;
}

std::vector<std::size_t> Tally::sorted() const {
    using Key = std::tuple<bool, Consequence, int, std::string_view, std::uint32_t, std::size_t>;
    std::vector<Key> keys;
    keys.reserve(lines_.size());
    for (const TallyLine& line : lines_) {
        keys.emplace_back(line.severity == Severity::info, consequence_of(line.rule, line.blocks),
                          -static_cast<int>(line.severity), line.rule.text, line.column, keys.size());
    }
    std::ranges::sort(keys);
    std::vector<std::size_t> order;
    order.reserve(keys.size());
    for (const Key& key : keys) order.push_back(std::get<std::size_t>(key));
    return order;
}

}  // namespace daicho
