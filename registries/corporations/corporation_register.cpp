#include "registries/corporations/corporation_register.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <tuple>

#include "registries/corporations/successor_chain.hpp"

namespace daicho {

namespace {

namespace item = corporation_item;

constexpr std::size_t digits = 13;

// A column that is not read is a twentieth of the time that a corporation takes, so that only these are.
constexpr std::size_t read_items[] = {item::process,         item::update_date,
                                      item::change_date,     item::name,
                                      item::name_image,      item::kind,
                                      item::prefecture,      item::city,
                                      item::street,          item::prefecture_code,
                                      item::city_code,       item::post_code,
                                      item::address_outside, item::close_date,
                                      item::close_cause,     item::successor,
                                      item::change_cause,    item::assignment_date,
                                      item::english_name,    item::furigana,
                                      item::hihyoji};

constexpr int file_column = static_cast<int>(std::size(read_items));
constexpr int state_column = file_column + 1, until_column = file_column + 2, ended_column = file_column + 3;

std::string select_read_items(std::string_view rest) {
    std::string select = "select ";
    for (const std::size_t item : read_items) select.append(corporation_item_names[item]).append(", ");
    return select.append("file").append(rest);
}

const std::string select_present = select_read_items(" from corporation where corporateNumber = ?");
const std::string select_past = select_read_items(
    ", state, recorded_until, ended_by from corporation_history where corporateNumber = ? order by state");

constexpr std::string_view select_with_past =
    "select corporateNumber from corporation_history indexed by corporation_history_number";
constexpr std::string_view select_survivors = "select survivor from corporation_merger";
constexpr std::string_view select_absorbed = "select absorbed from corporation_merger";

/// Of the states that the register stands by, each holds until the next; none holds behind the present one.
void set_validity(std::vector<CorporationState>& states) {
    if (states.size() < 2) return;
    std::vector<CorporationState*> believed;
    const CorporationState* present = nullptr;
    for (CorporationState& state : states) {
        if (state.present) present = &state;
        if (state.is_believed() && !state.is_withdrawal()) believed.push_back(&state);
    }
    std::stable_sort(believed.begin(), believed.end(), [&](const auto* a, const auto* b) {
        if ((a == present) != (b == present)) return b == present;
        return a->valid_from() < b->valid_from();
    });
    for (std::size_t i = 0; i + 1 < believed.size(); ++i) {
        believed[i]->valid_until = believed[i + 1]->valid_from();
    }
}

CorporationMerger merger_of(const Statement& row) {
    return {row.integer(0), row.integer(1), std::string(row.text(2)), row.integer(3) > 0, row.integer(4) > 0};
}

}  // namespace

std::optional<std::int64_t> CorporationRegister::number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.size() != digits || error != std::errc() || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

bool CorporationRegister::has(std::int64_t number) const {
    Statement& row = registry_.prepared("select 1 from corporation where corporateNumber = ?");
    row.bind(0, number);
    const bool found = row.step();
    row.reset();
    return found;
}

std::optional<CorporationState> CorporationRegister::find(std::int64_t number) const {
    Statement& row = registry_.prepared(select_present);
    row.bind(0, number);
    std::optional<CorporationState> found;
    if (row.step()) read_present(row, number, found.emplace());
    row.reset();
    return found;
}

void CorporationRegister::read_cells(const Statement& row, std::int64_t number, CorporationState& state) {
    // Of the number SQLite would make a text more slowly.
    char digits_text[20];
    const auto end = std::to_chars(std::begin(digits_text), std::end(digits_text), number).ptr;
    state.cells_[item::number].assign(digits_text, end);
    for (std::size_t i = 0; i < std::size(read_items); ++i) {
        const std::string_view cell = row.text(static_cast<int>(i));
        if (!cell.empty()) state.cells_[read_items[i]] = cell;  // most are empty
    }
    state.file = row.integer(file_column);
}

void CorporationRegister::read_present(const Statement& row, std::int64_t number, CorporationState& state) {
    read_cells(row, number, state);
    state.present = true;
}

std::optional<CorporationState> CorporationRegister::find(std::int64_t number, std::string_view day) const {
    const auto all = states(number);
    const CorporationState* const found = state_on(day, all);
    return found ? std::optional(*found) : std::nullopt;
}

const CorporationState* CorporationRegister::present_of(std::span<const CorporationState> states) {
    const auto found = std::ranges::find_if(states, &CorporationState::present);
    return found == states.end() ? nullptr : &*found;
}

const CorporationState* CorporationRegister::state_on(std::string_view day,
                                                      std::span<const CorporationState> states) {
    const CorporationState* found = nullptr;
    for (const CorporationState& state : states) {
        if (!state.is_believed()) continue;
        if (state.is_withdrawal()) return &state;
        if (state.valid_from() > day) continue;
        if (!state.valid_until.empty() && state.valid_until <= day) continue;
        found = &state;
    }
    return found;
}

/// A registry of an earlier version has no index by which all numbers with a past are read at once.
bool CorporationRegister::may_have_past(std::int64_t number) const {
    return !registry_.has("corporation_history_number") || registry_.may_give(select_with_past, number);
}

std::size_t CorporationRegister::read_past(std::int64_t number, std::vector<CorporationState>& states) const {
    Statement& rows = registry_.prepared(select_past);
    rows.bind(0, number);
    std::size_t present_at = 0;
    while (rows.step()) {
        if (rows.integer(state_column) == static_cast<std::int64_t>(states.size()) + 1) ++present_at;
        CorporationState& state = states.emplace_back();
        read_cells(rows, number, state);
        state.recorded_until = rows.text(until_column);
        state.end = state_end(rows.text(ended_column));
    }
    rows.reset();
    return present_at;
}

std::vector<CorporationState> CorporationRegister::states(std::int64_t number) const {
    std::vector<CorporationState> states;
    const std::size_t present_at = may_have_past(number) ? read_past(number, states) : 0;
    Statement& row = registry_.prepared(select_present);
    row.bind(0, number);
    if (row.step())
        read_present(row, number, *states.emplace(states.begin() + static_cast<std::ptrdiff_t>(present_at)));
    row.reset();
    set_validity(states);
    return states;
}

std::optional<CorporationMerger> CorporationRegister::next_successor(std::int64_t number) const {
    if (!registry_.may_give(select_absorbed, number)) return std::nullopt;
    Statement& rows = registry_.prepared(
        "select absorbed, survivor, max(date), max(in_column), max(in_text) from corporation_merger where "
        "absorbed = ? group by survivor order by 4 desc, 3 desc, 2 limit 1");
    rows.bind(0, number);
    std::optional<CorporationMerger> next;
    if (rows.step()) next = merger_of(rows);
    rows.reset();
    return next;
}

std::vector<CorporationMerger> CorporationRegister::successors(std::int64_t number) const {
    const auto hop_from = [&](std::int64_t from) -> std::optional<CorporationMerger> {
        if (from != number) {
            const auto state = find(from);
            if (!state || !state->is_closed()) return std::nullopt;
        }
        return next_successor(from);
    };
    return successor_chain(number, hop_from, [](const CorporationMerger& hop) { return hop.survivor; });
}

std::vector<CorporationMerger> CorporationRegister::absorbed_by(std::int64_t number) const {
    if (!registry_.may_give(select_survivors, number)) return {};
    // A few rows are sooner sorted here than by the database.
    Statement& rows = registry_.prepared(
        "select absorbed, survivor, date, in_column, in_text from corporation_merger where survivor = ?");
    rows.bind(0, number);
    std::vector<CorporationMerger> all;
    while (rows.step()) {
        CorporationMerger one = merger_of(rows);
        const auto same = std::ranges::find(all, one.absorbed, &CorporationMerger::absorbed);
        if (same == all.end()) {
            all.push_back(std::move(one));
            continue;
        }
        same->date = std::max(same->date, one.date);
        same->in_column |= one.in_column;
        same->in_text |= one.in_text;
    }
    rows.reset();
    std::ranges::sort(all, {}, [](const CorporationMerger& one) { return std::tie(one.date, one.absorbed); });
    return all;
}

}  // namespace daicho
