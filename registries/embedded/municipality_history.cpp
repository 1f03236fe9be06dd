#include "registries/embedded/municipality_history.hpp"

#include <algorithm>
#include <numeric>

#include "registries/embedded/municipality_history_reader.hpp"

namespace daicho {

namespace {

/// The order of `periods()`, as numbers of `periods`.
std::vector<std::uint32_t> in_order(const std::vector<MunicipalityPeriod>& periods) {
    std::vector<std::uint32_t> order(periods.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
        const MunicipalityPeriod &left = periods[a], &right = periods[b];
        return left.lg_code != right.lg_code ? left.lg_code < right.lg_code : left.since < right.since;
    });
    return order;
}

template <auto end>
MunicipalityEvents sorted_by(const std::vector<MunicipalityEvent>& events) {
    MunicipalityEvents sorted;
    for (const MunicipalityEvent& event : events) {
        if (event.*end) sorted.push_back(&event);
    }
    std::ranges::stable_sort(sorted, {}, [](const MunicipalityEvent* event) { return event->*end; });
    return sorted;
}

template <auto end>
std::span<const MunicipalityEvent* const> events_of(const MunicipalityEvents& events,
                                                    const MunicipalityPeriod& period) {
    const auto key = [](const MunicipalityEvent* event) { return event->*end; };
    const auto first = std::ranges::lower_bound(events, &period, {}, key);
    return {first, std::ranges::upper_bound(first, events.end(), &period, {}, key)};
}

/// Goes from `period` to what exists at `as_of`, telling each event and each municipality reached once.
template <class Step, class Reach>
void follow(const MunicipalityHistory& history, const MunicipalityPeriod& period, std::string_view as_of,
            const Step& step, const Reach& reach) {
    if (!period.ended_by(as_of)) {
        reach(period);
        return;
    }
    for (const MunicipalityEvent* event : history.events_from(period)) {
        if (event->type->ends && step(*event)) follow(history, *event->to, as_of, step, reach);
    }
}

}  // namespace

MunicipalityHistory::MunicipalityHistory() {
    MunicipalityHistoryFiles files = read_municipality_history();
    first_day_ = files.first_day;
    last_day_ = files.last_day;
    types_ = std::move(files.types);  // events keep pointing into it
    const auto order = in_order(files.periods);
    std::vector<const MunicipalityPeriod*> place(order.size());
    periods_.reserve(order.size());
    for (const std::uint32_t number : order) {
        periods_.push_back(files.periods[number]);
        place[number] = &periods_.back();
    }
    events_.reserve(files.events.size());
    for (const auto& event : files.events) {
        const MunicipalityPeriod* from = event.from == files.none ? nullptr : place[event.from];
        events_.push_back({event.date, event.type, from, place[event.to]});
    }
    by_from_ = sorted_by<&MunicipalityEvent::from>(events_);
    by_to_ = sorted_by<&MunicipalityEvent::to>(events_);
}

const MunicipalityHistory& MunicipalityHistory::embedded() {
    static const MunicipalityHistory history;
    return history;
}

std::span<const MunicipalityPeriod> MunicipalityHistory::with_code(std::string_view code) const {
    if (code.size() != 5 && code.size() != 6) return {};
    const auto key = [&](const MunicipalityPeriod& period) { return period.lg_code.substr(0, code.size()); };
    const auto first = std::ranges::lower_bound(periods_, code, {}, key);
    auto last = first;
    while (last != periods_.end() && key(*last) == code) ++last;
    return {first, last};
}

const MunicipalityPeriod* MunicipalityHistory::holder(std::string_view code, std::string_view as_of) const {
    const auto found = with_code(code);
    if (found.empty()) return nullptr;
    const MunicipalityPeriod* holder = &found.front();
    for (const MunicipalityPeriod& period : found) {
        if (as_of.empty() || period.since <= as_of) holder = &period;
    }
    return holder;
}

std::span<const MunicipalityEvent* const> MunicipalityHistory::events_from(
    const MunicipalityPeriod& period) const {
    return events_of<&MunicipalityEvent::from>(by_from_, period);
}

std::span<const MunicipalityEvent* const> MunicipalityHistory::events_to(
    const MunicipalityPeriod& period) const {
    return events_of<&MunicipalityEvent::to>(by_to_, period);
}

MunicipalityEvents MunicipalityHistory::way_of(const MunicipalityPeriod& period,
                                               std::string_view as_of) const {
    MunicipalityEvents way;
    const auto step = [&](const MunicipalityEvent& event) {
        if (std::ranges::find(way, &event) != way.end()) return false;
        way.push_back(&event);
        return true;
    };
    follow(*this, period, as_of, step, [](const MunicipalityPeriod&) {});
    std::ranges::stable_sort(way, {}, &MunicipalityEvent::date);
    return way;
}

std::vector<const MunicipalityPeriod*> MunicipalityHistory::successors(const MunicipalityPeriod& period,
                                                                       std::string_view as_of) const {
    std::vector<const MunicipalityPeriod*> municipalities;
    follow(
        *this, period, as_of, [](const MunicipalityEvent&) { return true; },
        [&](const MunicipalityPeriod& municipality) {
            if (std::ranges::find(municipalities, &municipality) == municipalities.end())
                municipalities.push_back(&municipality);
        });
    return municipalities;
}

std::string_view MunicipalityHistory::code_of_today(std::string_view code) const {
    const MunicipalityPeriod* bearer = holder(code, {});
    if (bearer == nullptr) return {};
    if (bearer->ended.empty()) return bearer->lg_code;
    const auto now = successors(*bearer, {});
    return now.size() == 1 ? now.front()->lg_code : std::string_view();
}

}  // namespace daicho
