#include "registries/corporations/replay.hpp"

#include <algorithm>
#include <tuple>

namespace daicho {

namespace {

namespace item = corporation_item;

using Rows = std::vector<PublishedState>;
using Fate = PublishedState::Fate;

bool is_withdrawal(const PublishedState& row) {
    return row.cells[item::process] == "99";
}

/// Rows of one day: past states, then the newest, then a withdrawal.
int rank(const PublishedState& row) {
    if (is_withdrawal(row)) return 2;
    return row.cells[item::latest] == "0" ? 0 : 1;
}

/// A row that is there already adds nothing; the newest file knows whether the address still exists.
void drop_duplicates(Rows& rows, const CorporationFiles& files) {
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].stored != PublishedState::Place::incoming) continue;
        for (std::size_t j = 0; j < i; ++j) {
            if (rows[j].fate != Fate::kept || !says_the_same(rows[i].cells, rows[j].cells)) continue;
            const bool newer = rank(rows[j]) == 1 &&
                               rows[i].cells[item::hihyoji] != rows[j].cells[item::hihyoji] &&
                               files.is_newer(rows[i].file, rows[j].file);
            rows[newer ? j : i].fate = Fate::duplicate;
            break;
        }
    }
}

std::size_t sort_kept(Rows& rows) {
    const auto kept = std::stable_partition(rows.begin(), rows.end(),
                                            [](const PublishedState& row) { return row.fate == Fate::kept; });
    std::stable_sort(rows.begin(), kept, [](const PublishedState& a, const PublishedState& b) {
        const auto &day = a.cells[item::update_date], &other = b.cells[item::update_date];
        return day != other ? day < other : rank(a) < rank(b);
    });
    return static_cast<std::size_t>(kept - rows.begin());
}

void end_all(Rows& rows, std::size_t end, StateEnd why, std::string_view until) {
    for (std::size_t i = 0; i < end; ++i) {
        if (rows[i].end == StateEnd::none) {
            rows[i].end = why;
            rows[i].until = until;
        }
    }
}

/// A day has one newest state: where files differ in it, the newer file is right.
void settle_newest(Rows& rows, std::size_t begin, std::size_t end, const CorporationFiles& files) {
    std::size_t best = no_state;
    for (std::size_t i = begin; i < end; ++i) {
        if (rank(rows[i]) != 1) continue;
        if (best == no_state || !files.is_newer(rows[best].file, rows[i].file)) best = i;
    }
    for (std::size_t i = begin; best != no_state && i < end; ++i) {
        if (i == best || rank(rows[i]) != 1) continue;
        rows[i].end = StateEnd::revised;
        rows[i].until = files.edition(rows[best].file);
    }
}

/// Whether the rows of a day resend the history of the corporation.
bool is_correction(const Rows& rows, std::size_t begin, std::size_t end) {
    return std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(begin),
                       rows.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const PublishedState& row) { return row.cells[item::correct] == "1"; });
}

/// Plays the days in their order.
void play(Rows& rows, std::size_t kept, const CorporationFiles& files) {
    bool withdrawn = false;
    for (std::size_t begin = 0, end = 0; begin < kept; begin = end) {
        const std::string_view day = rows[begin].cells[item::update_date];
        while (end < kept && rows[end].cells[item::update_date] == day) ++end;
        const bool correction = is_correction(rows, begin, end);
        if (withdrawn && !correction) {
            for (std::size_t i = begin; i < end; ++i) {
                rows[i].fate = is_withdrawal(rows[i]) ? Fate::duplicate : Fate::reused;
            }
            continue;
        }
        settle_newest(rows, begin, end, files);
        withdrawn = is_withdrawal(rows[end - 1]);
        if (correction) end_all(rows, begin, StateEnd::corrected, day);
        if (withdrawn) end_all(rows, end - 1, StateEnd::withdrawn, day);
    }
}

}  // namespace

std::string_view to_string(StateEnd end) {
    constexpr std::string_view names[] = {"", "corrected", "withdrawn", "revised"};
    return names[static_cast<std::size_t>(end)];
}

StateEnd state_end(std::string_view text) {
    for (const StateEnd end : {StateEnd::corrected, StateEnd::withdrawn, StateEnd::revised}) {
        if (text == to_string(end)) return end;
    }
    return StateEnd::none;
}

std::size_t replay(std::vector<PublishedState>& rows, const CorporationFiles& files) {
    for (PublishedState& row : rows) {
        row.fate = Fate::kept;
        row.end = StateEnd::none;
        row.until = {};
    }
    drop_duplicates(rows, files);
    const std::size_t kept = sort_kept(rows);
    play(rows, kept, files);
    const auto believed = [&](std::size_t i) {
        return rows[i].fate == Fate::kept && rows[i].end == StateEnd::none;
    };
    std::size_t present = no_state;
    for (std::size_t i = 0; i < kept; ++i) {
        if (believed(i) && (present == no_state || rank(rows[i]) >= 1 || rank(rows[present]) == 0))
            present = i;
    }
    return present;
}

std::size_t present_on(const std::vector<PublishedState>& states, std::string_view day) {
    // Newest states before past ones, then by the day of publication; a row that was revised later was there
    // first.
    const auto order = [](const PublishedState& state) {
        return std::tuple(rank(state) >= 1, state.cells[item::update_date], rank(state),
                          state.end == StateEnd::revised);
    };
    std::size_t present = no_state;
    for (std::size_t i = 0; i < states.size(); ++i) {
        const PublishedState& state = states[i];
        if (state.cells[item::update_date] > day || (!state.until.empty() && state.until <= day)) continue;
        if (present == no_state || order(states[present]) <= order(state)) present = i;
    }
    return present;
}

}  // namespace daicho
