#include "registries/propagation/agency_actions.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "grammars/formats/encoding.hpp"
#include "registries/corporations/corporation_rows.hpp"

namespace daicho {

/// Compares the rows of a table with the states of their corporations.
class AgencyJudge {
 public:
    AgencyJudge(const AgencyTable& table, const CorporationEvents& found, const AgencyOptions& options)
        : table_(table), found_(found), options_(options) {
        for (const CorporationEvent& event : found.events) {
            if (table.has(event.number)) events_[event.number].push_back(&event);
        }
    }

    std::vector<AgencyAction> judge() {
        learn();
        for (const AgencyTable::Row& row : table_.rows_) {
            if (events_.contains(row.number)) judge(row);
        }
        settle_relinks();
        return std::move(actions_);
    }

 private:
    using Row = AgencyTable::Row;

    const AgencyColumn& column(std::size_t c) const { return table_.map_.columns[c]; }
    std::vector<PublishedCorporation> states_of(std::uint64_t number) const;
    std::vector<AgencyItem> items_of(const Row& row, std::size_t c,
                                     const std::vector<PublishedCorporation>& states) const;
    std::vector<unsigned> reproducing(const Row& row, std::size_t c, const PublishedCorporation& state,
                                      const std::vector<AgencyItem>& items) const;
    unsigned usual(std::size_t c, const std::vector<unsigned>& among) const;
    void learn();
    void judge(const Row& row);
    void judge_cell(const Row& row, std::size_t c, const std::vector<PublishedCorporation>& states);
    void compare(AgencyAction& action, const Row& row, std::size_t c,
                 const std::vector<PublishedCorporation>& states) const;
    void judge_corporation(const Row& row);
    AgencyAction& add(const Row& row, std::size_t c, AgencyStep step, AgencyReason reason);
    void settle(const Row& row, std::size_t first);
    void settle_relinks();
    bool names_hop(const Row& row, std::string_view number) const;
    std::vector<std::string> events_about(const Row& row, std::size_t c) const;
    bool has_column(AgencyItem item) const;
    bool encodable(const std::string& text) const;

    const AgencyTable& table_;
    const CorporationEvents& found_;
    const AgencyOptions& options_;
    std::map<std::uint64_t, std::vector<const CorporationEvent*>> events_;
    std::vector<std::vector<std::uint64_t>> counts_;  ///< rows that use a notation, by column and notation
    std::vector<AgencyAction> actions_;
    mutable const Row* tried_row_ = nullptr;                      ///< whose cells were tried
    mutable std::map<std::string, std::vector<unsigned>> tried_;  ///< notations, by column and what was said
};

/// The states, the last one with the successor that still exists.
std::vector<PublishedCorporation> AgencyJudge::states_of(std::uint64_t number) const {
    const auto found = found_.states.find(number);
    if (found == found_.states.end()) return {};
    std::vector<PublishedCorporation> states = found->second;
    for (const CorporationEvent* event : events_.at(number)) {
        if (event->type != CorporationEventType::absorbed || event->others.empty()) continue;
        if (!states.back()[corporation_item::successor].empty()) {
            states.back()[corporation_item::successor] = corporate_number_text(event->others.back());
        }
    }
    return states;
}

/// The items of the cell: tables often leave the prefecture out of an address.
std::vector<AgencyItem> AgencyJudge::items_of(const Row& row, std::size_t c,
                                              const std::vector<PublishedCorporation>& states) const {
    std::vector<AgencyItem> items = column(c).items;
    if (items.size() < 2 || items.front() != AgencyItem::prefecture) return items;
    const bool written = std::any_of(states.begin(), states.end(), [&](const PublishedCorporation& state) {
        return row.cells[c].starts_with(state[corporation_item::prefecture]);
    });
    if (!written) items.erase(items.begin());
    return items;
}

std::vector<unsigned> AgencyJudge::reproducing(const Row& row, std::size_t c,
                                               const PublishedCorporation& state,
                                               const std::vector<AgencyItem>& items) const {
    // Most states of a corporation say the same of most columns.
    if (tried_row_ != &row) tried_.clear();
    tried_row_ = &row;
    std::string said = std::to_string(c) + "\x1f" + std::to_string(items.size());
    for (const AgencyItem item : items) {
        for (const std::size_t shown : shown_by(item)) said.append(state[shown]).append(1, '\x1f');
    }
    const auto [tried, fresh] = tried_.try_emplace(std::move(said));
    if (!fresh) return tried->second;
    for (unsigned n = 0; n < notations(items); ++n) {
        if (write_in_notation(items, state, column(c).words, n) == row.cells[c]) tried->second.push_back(n);
    }
    return tried->second;
}

/// The notation that most rows use, of those named, or of all where none is.
unsigned AgencyJudge::usual(std::size_t c, const std::vector<unsigned>& among) const {
    unsigned best = among.empty() ? 0 : among.front();
    const auto& counts = counts_[c];
    for (unsigned n = 0; n < counts.size(); ++n) {
        const bool allowed = among.empty() || std::find(among.begin(), among.end(), n) != among.end();
        if (allowed && counts[n] > counts[best]) best = n;
    }
    return best;
}

void AgencyJudge::learn() {
    for (const AgencyColumn& column : table_.map_.columns) counts_.emplace_back(notations(column.items));
    for (const Row& row : table_.rows_) {
        if (!events_.contains(row.number)) continue;
        const auto states = states_of(row.number);
        for (std::size_t c = 0; c < counts_.size(); ++c) {
            const auto items = items_of(row, c, states);
            std::set<unsigned> used;
            for (const PublishedCorporation& state : states) {
                for (const unsigned n : reproducing(row, c, state, items)) used.insert(n);
            }
            for (const unsigned n : used) ++counts_[c][n];
        }
    }
}

std::vector<std::string> AgencyJudge::events_about(const Row& row, std::size_t c) const {
    std::vector<std::string> ids;
    for (const CorporationEvent* event : events_.at(row.number)) {
        bool about = false;
        for (const AgencyItem item : column(c).items) {
            for (const std::size_t shown : shown_by(item)) {
                about |= std::any_of(event->change.items.begin(), event->change.items.end(),
                                     [&](const Change::Item& changed) {
                                         return changed.name == corporation_item_names[shown];
                                     });
            }
        }
        if (about) ids.push_back(event->id);
    }
    return ids;
}

bool AgencyJudge::has_column(AgencyItem item) const {
    const auto& columns = table_.map_.columns;
    return std::any_of(columns.begin(), columns.end(),
                       [&](const AgencyColumn& column) { return column.items.front() == item; });
}

/// Whether the table's encoding has all characters.
bool AgencyJudge::encodable(const std::string& text) const {
    std::string bytes;
    return Encoder(table_.encoding_).encode(text, bytes) == text.npos;
}

AgencyAction& AgencyJudge::add(const Row& row, std::size_t c, AgencyStep step, AgencyReason reason) {
    AgencyAction action;
    action.record = row.record;
    action.line = row.line;
    action.key = row.cells[table_.key_];
    action.field = column(c).header;
    action.column = c;
    action.old_value = row.cells[c];
    action.shared_key = table_.numbers_.at(row.number) > 1;
    action.step = step;
    action.reason = reason;
    return actions_.emplace_back(std::move(action));
}

void AgencyJudge::judge(const Row& row) {
    const std::size_t first = actions_.size();
    const auto& events = events_.at(row.number);
    const bool withdrawn = std::any_of(events.begin(), events.end(), [](const CorporationEvent* event) {
        return event->type == CorporationEventType::withdrawn;
    });
    if (withdrawn) {
        AgencyAction& action = add(row, table_.key_, AgencyStep::manual, AgencyReason::number_withdrawn);
        action.confidence = Confidence::low;
        action.events.push_back(events.back()->id);
        return;
    }
    const auto states = states_of(row.number);
    if (!states.empty() && events.back()->type != CorporationEventType::left) {
        for (std::size_t c = 0; c < table_.columns_.size(); ++c) judge_cell(row, c, states);
    }
    judge_corporation(row);
    settle(row, first);
}

void AgencyJudge::judge_cell(const Row& row, std::size_t c, const std::vector<PublishedCorporation>& states) {
    if (c == table_.key_) return;
    auto ids = events_about(row, c);
    if (ids.empty()) return;
    AgencyAction& action = add(row, c, AgencyStep::conflict, AgencyReason::differs);
    action.events = std::move(ids);
    compare(action, row, c, states);
    if (action.step != AgencyStep::update) return;
    const AgencyItem item = column(c).items.front();
    if (item == AgencyItem::status && states.back().closed()) action.step = AgencyStep::close;
    if (item == AgencyItem::successor) action.step = AgencyStep::relink;
}

void AgencyJudge::compare(AgencyAction& action, const Row& row, std::size_t c,
                          const std::vector<PublishedCorporation>& states) const {
    const auto items = items_of(row, c, states);
    const auto write = [&](const PublishedCorporation& state, unsigned notation) {
        return write_in_notation(items, state, column(c).words, notation);
    };
    // The last state that says something else of this column.
    std::size_t previous = states.size();
    for (std::size_t i = 0; i + 1 < states.size(); ++i) {
        if (write(states[i], 0) != write(states.back(), 0)) previous = i;
    }
    const auto say = [&](AgencyStep step, AgencyReason reason, Confidence confidence, unsigned notation) {
        action.step = step;
        action.reason = reason;
        action.confidence = confidence;
        if (previous != states.size()) action.before = write(states[previous], notation);
        action.after = write(states.back(), notation);
        if (step == AgencyStep::update || step == AgencyStep::spelling) action.new_value = action.after;
    };
    const std::string& value = row.cells[c];
    const auto key = [&](const PublishedCorporation& state) { return notation_key(items, write(state, 0)); };
    const unsigned most_used = usual(c, {});
    if (const auto after = reproducing(row, c, states.back(), items); !after.empty()) {
        return say(AgencyStep::done, AgencyReason::says_after, Confidence::high, usual(c, after));
    }
    for (std::size_t i = states.size() - 1; i-- > 0;) {
        const auto same = reproducing(row, c, states[i], items);
        if (same.empty()) continue;
        const unsigned notation = usual(c, same);
        const auto spelt = [&](const PublishedCorporation& state) {
            return spelling_key(items, write(state, 0));
        };
        const bool spelling = spelt(states[i]) == spelt(states.back());
        const bool latest = previous == states.size() || write(states[i], 0) == write(states[previous], 0);
        if (spelling)
            return say(AgencyStep::spelling, AgencyReason::spelling_changed, Confidence::high, notation);
        return say(AgencyStep::update, latest ? AgencyReason::says_before : AgencyReason::says_earlier,
                   latest ? Confidence::high : Confidence::medium, notation);
    }
    if (value.empty()) return say(AgencyStep::none, AgencyReason::empty, Confidence::high, most_used);
    const std::string own = notation_key(items, value);
    const bool told_apart =
        std::none_of(states.begin(), states.end(), [&](const PublishedCorporation& state) {
            return own == key(state) && write(state, 0) != write(states.back(), 0);
        });
    if (own == key(states.back()) && told_apart) {
        return say(AgencyStep::spelling, AgencyReason::says_after_folded, Confidence::medium, most_used);
    }
    for (std::size_t i = states.size() - 1; i-- > 0;) {
        if (own != key(states[i])) continue;
        return say(AgencyStep::update, AgencyReason::says_before_folded, Confidence::medium, most_used);
    }
    if (items.front() == AgencyItem::successor && names_hop(row, own)) {
        return say(AgencyStep::update, AgencyReason::says_earlier, Confidence::medium, most_used);
    }
    const bool unknown = states.size() == 1;
    say(unknown ? AgencyStep::confirm : AgencyStep::conflict,
        unknown ? AgencyReason::before_unknown : AgencyReason::differs, Confidence::low, most_used);
}

/// Whether the number is that of a successor that has a successor itself.
bool AgencyJudge::names_hop(const Row& row, std::string_view number) const {
    const auto& events = events_.at(row.number);
    return std::any_of(events.begin(), events.end(), [&](const CorporationEvent* event) {
        return event->type == CorporationEventType::absorbed &&
               std::find(event->others.begin(), event->others.end(), corporate_number(number)) !=
                   event->others.end();
    });
}

/// What concerns the corporation as a whole, where no column of the table takes it.
void AgencyJudge::judge_corporation(const Row& row) {
    const auto states = states_of(row.number);
    const bool back_again =
        states.size() > 1 && states.front().closed() == states.back().closed() &&
        states.front()[corporation_item::successor] == states.back()[corporation_item::successor];
    if (back_again) return;  // closed and revived, or the other way round
    for (const CorporationEvent* event : events_.at(row.number)) {
        const bool absorbed = event->type == CorporationEventType::absorbed && !event->others.empty();
        const bool closed =
            event->type == CorporationEventType::closed || event->type == CorporationEventType::absorbed;
        if (absorbed && !has_column(AgencyItem::successor)) {
            const bool present = table_.has(event->others.back());
            AgencyAction& action = add(row, table_.key_, present ? AgencyStep::manual : AgencyStep::relink,
                                       present ? AgencyReason::successor_present : AgencyReason::no_column);
            action.new_value = corporate_number_text(event->others.back());
            action.confidence = Confidence::medium;
            action.events.push_back(event->id);
        } else if (closed && !absorbed && !has_column(AgencyItem::status)) {
            AgencyAction& action = add(row, table_.key_, AgencyStep::close, AgencyReason::no_column);
            action.events.push_back(event->id);
        } else if (event->type == CorporationEventType::revived && !has_column(AgencyItem::status)) {
            add(row, table_.key_, AgencyStep::manual, AgencyReason::no_column).events.push_back(event->id);
        }
    }
}

/// Corporations that were absorbed by the same one are not made two rows of it.
void AgencyJudge::settle_relinks() {
    const auto replaces_key = [&](const AgencyAction& action) {
        return action.step == AgencyStep::relink && action.column == table_.key_;
    };
    std::map<std::string, std::set<std::string>> absorbed;
    for (const AgencyAction& action : actions_) {
        if (replaces_key(action)) absorbed[action.new_value].insert(action.key);
    }
    for (AgencyAction& action : actions_) {
        if (!replaces_key(action) || absorbed[action.new_value].size() == 1) continue;
        action.step = AgencyStep::manual;
        action.reason = AgencyReason::successor_present;
        action.patched = false;
    }
}

/// Half an address is none, and what cannot be written is left to a person. Says what a patch carries out.
void AgencyJudge::settle(const Row& row, std::size_t first) {
    const auto item = [&](const AgencyAction& action) { return column(action.column).items.front(); };
    const bool conflict = std::any_of(actions_.begin() + static_cast<std::ptrdiff_t>(first), actions_.end(),
                                      [&](const AgencyAction& action) {
                                          const bool open = action.step == AgencyStep::conflict ||
                                                            action.step == AgencyStep::confirm;
                                          return open && is_part_of_seat(item(action));
                                      });
    const bool updated =
        std::any_of(actions_.begin() + static_cast<std::ptrdiff_t>(first), actions_.end(),
                    [&](const AgencyAction& action) {
                        return action.step == AgencyStep::update && is_part_of_seat(item(action));
                    });
    for (std::size_t i = first; i < actions_.size(); ++i) {
        AgencyAction& action = actions_[i];
        // The parts of an address say one thing together: of a new one none keeps its old spelling.
        if (updated && action.reason == AgencyReason::spelling_changed && is_part_of_seat(item(action))) {
            action.step = AgencyStep::update;
            action.reason = AgencyReason::says_before;
        }
        if (conflict && action.step == AgencyStep::update && goes_with_seat(item(action))) {
            action.step = AgencyStep::manual;
            action.reason = AgencyReason::part_in_conflict;
            action.confidence = Confidence::low;
        }
        const bool in_key = action.column == table_.key_;
        const bool wanted = action.step == AgencyStep::update ||
                            (action.step == AgencyStep::spelling && options_.spelling) ||
                            (action.step == AgencyStep::close && !in_key) ||
                            (action.step == AgencyStep::relink && (!in_key || options_.relink));
        if (!wanted) continue;
        if (action.new_value.empty() && action.step == AgencyStep::spelling) continue;
        if (row.unwritable[action.column] || !encodable(action.new_value)) {
            action.step = AgencyStep::manual;
            action.reason = AgencyReason::unwritable;
            continue;
        }
        action.patched = action.old_value != action.new_value;
        const bool needs_quotes = action.new_value.find_first_of("\",\t\r\n") != std::string::npos;
        action.quoted_only_now = needs_quotes && !row.quoted[action.column];
    }
}

std::vector<AgencyAction> AgencyTable::actions(const CorporationEvents& found,
                                               const AgencyOptions& options) const {
    return AgencyJudge(*this, found, options).judge();
}

}  // namespace daicho
