#include "registries/propagation/event_finder.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "registries/corporations/successor_chain.hpp"
#include "registries/propagation/corporation_steps.hpp"
#include "registries/propagation/seat.hpp"

namespace daicho {

namespace {

/// So many seats whose names changed alike, all numbers as they were, did not move: an office renamed them.
constexpr std::size_t renamed_together = 3;

class EventFinder {
 public:
    EventFinder(const EventSources& sources, const std::function<bool(std::uint64_t)>& wanted)
        : sources_(sources), wanted_(wanted) {}

    CorporationEvents find() {
        sources_.after != nullptr ? compare() : replay();
        settle_renamings();
        for (CorporationEvent& event : found_.events) {
            if (event.type == CorporationEventType::absorbed) event.others = successors_of(event);
            settle_id(event);
        }
        std::stable_sort(found_.events.begin(), found_.events.end(),
                         [](const CorporationEvent& a, const CorporationEvent& b) {
                             return a.published != b.published ? a.published < b.published
                                                               : a.number < b.number;
                         });
        return std::move(found_);
    }

 private:
    using Rows = std::span<const PublicationRows::Row>;

    void compare();
    void compare(Rows before, Rows after);
    void replay();
    void replay(std::uint64_t number, Rows rows);
    void step(const CorporationStep& step);
    void keep(std::uint64_t number, const PublishedCorporation& state);
    void settle_renamings();
    std::vector<std::uint64_t> successors_of(const CorporationEvent& event) const;
    std::optional<PublishedCorporation> last_state(std::uint64_t number) const;

    const EventSources& sources_;
    const std::function<bool(std::uint64_t)>& wanted_;
    CorporationEvents found_;
    std::map<std::string, std::vector<std::size_t>> renamings_;  ///< events by what was renamed to what
};

/// The rows at the front that are of one number.
std::span<const PublicationRows::Row> take_number(std::span<const PublicationRows::Row>& rows) {
    std::size_t size = 0;
    while (size < rows.size() && rows[size].number == rows[0].number) ++size;
    const auto taken = rows.first(size);
    rows = rows.subspan(size);
    return taken;
}

/// The row of a complete publication that counts: a corporation that moved between two files is in both.
const PublicationRows::Row& newest(const PublicationRows& file, std::span<const PublicationRows::Row> rows) {
    if (rows.size() == 1) return rows[0];
    std::size_t best = 0;
    std::string day = file.state(rows[0])[corporation_item::update_date];
    for (std::size_t i = 1; i < rows.size(); ++i) {
        std::string other = file.state(rows[i])[corporation_item::update_date];
        if (other < day) continue;
        best = i;
        day = std::move(other);
    }
    return rows[best];
}

/// A correction of what was published before says that the register was wrong. A change that comes with a
/// correction (a corporation that moved, was closed or revived, its history sent again) is that change.
bool corrects(const PublishedCorporation& before, const PublishedCorporation& after) {
    return after.corrects() &&
           after[corporation_item::change_date] <= before[corporation_item::update_date] &&
           after.closed() == before.closed() &&
           after[corporation_item::successor] == before[corporation_item::successor];
}

void EventFinder::keep(std::uint64_t number, const PublishedCorporation& state) {
    if (wanted_ && wanted_(number)) found_.states[number].push_back(state);
}

void EventFinder::step(const CorporationStep& step) {
    for (CorporationEvent& event : events_of(step)) {
        const bool move =
            event.type == CorporationEventType::move || event.type == CorporationEventType::move_across;
        if (move && compare_seats(*step.before, *step.after) == SeatChange::renamed) {
            renamings_[renaming_key(*step.before, *step.after)].push_back(found_.events.size());
            const std::string district = district_key(*step.before, *step.after);
            if (!district.empty()) renamings_[district].push_back(found_.events.size());
        }
        found_.events.push_back(std::move(event));
    }
}

void EventFinder::compare() {
    Rows before = sources_.before->rows(), after = sources_.after->rows();
    while (!before.empty() || !after.empty()) {
        const bool gone = after.empty() || (!before.empty() && before[0].number < after[0].number);
        const bool came = before.empty() || (!after.empty() && after[0].number < before[0].number);
        const Rows was = came ? Rows{} : take_number(before);
        const Rows is = gone ? Rows{} : take_number(after);
        compare(was, is);
    }
}

void EventFinder::compare(Rows before, Rows after) {
    const PublicationRows &old_file = *sources_.before, &new_file = *sources_.after;
    const PublicationRows::Row* was = before.empty() ? nullptr : &newest(old_file, before);
    const PublicationRows::Row* is = after.empty() ? nullptr : &newest(new_file, after);
    const std::uint64_t number = was != nullptr ? was->number : is->number;
    if (was != nullptr && is != nullptr && old_file.bytes(*was) == new_file.bytes(*is)) return;
    std::optional<PublishedCorporation> old_state, new_state;
    CorporationStep made;
    made.number = number;
    if (was != nullptr) {
        old_state = old_file.state(*was);
        made.before = &*old_state;
        keep(number, *old_state);
    }
    if (is == nullptr) {
        made.evidence = old_file.evidence(*was);
        return step(made);
    }
    new_state = new_file.state(*is);
    made.after = &*new_state;
    made.evidence = new_file.evidence(*is);
    keep(number, *new_state);
    if (was == nullptr) {
        const bool recent = (*new_state)[corporation_item::update_date] > old_file.last_day() &&
                            (!new_state->corrects() ||
                             (*new_state)[corporation_item::assignment_date] >= old_file.last_day());
        made.first = true;
        made.elsewhere = !recent;
        return step(made);
    }
    made.correction = corrects(*old_state, *new_state);
    step(made);
}

void EventFinder::replay() {
    for (Rows rows = sources_.changes->rows(); !rows.empty();) {
        const Rows taken = take_number(rows);
        replay(taken[0].number, taken);
    }
}

void EventFinder::replay(std::uint64_t number, Rows rows) {
    struct Dated {
        PublishedCorporation state;
        CorporationEvidence evidence;
    };
    std::vector<Dated> states;
    for (const PublicationRows::Row& row : rows)
        states.push_back({sources_.changes->state(row), sources_.changes->evidence(row)});
    std::stable_sort(states.begin(), states.end(), [](const Dated& a, const Dated& b) {
        return a.state[corporation_item::update_date] < b.state[corporation_item::update_date];
    });
    std::optional<PublishedCorporation> now;
    if (sources_.before != nullptr) {
        const Rows known = sources_.before->of(number);
        if (!known.empty()) now = sources_.before->state(newest(*sources_.before, known));
    }
    if (now) keep(number, *now);
    const std::string contained = now ? (*now)[corporation_item::update_date] : "";
    for (std::size_t i = 0; i < states.size(); ++i) {
        const PublishedCorporation& state = states[i].state;
        if (now && state[corporation_item::update_date] <= contained) continue;
        const bool more =
            i + 1 < states.size() && state.corrects() && states[i + 1].state.corrects() &&
            states[i + 1].state[corporation_item::update_date] == state[corporation_item::update_date];
        if (!state.withdrawn()) keep(number, state);
        if (more) continue;  // history that was sent again
        CorporationStep made;
        made.number = number;
        made.before = now ? &*now : nullptr;
        made.after = &state;
        made.correction = now ? corrects(*now, state) : state.corrects();
        made.first = !now && sources_.before != nullptr && !state.corrects() &&
                     state[corporation_item::process] == "01";
        made.evidence = states[i].evidence;
        step(made);
        now = state;
    }
}

void EventFinder::settle_renamings() {
    for (const auto& [names, events] : renamings_) {
        std::set<std::uint64_t> corporations;
        for (const std::size_t i : events) corporations.insert(found_.events[i].number);
        if (corporations.size() < renamed_together) continue;
        for (const std::size_t i : events) found_.events[i].type = CorporationEventType::renumber;
    }
}

std::optional<PublishedCorporation> EventFinder::last_state(std::uint64_t number) const {
    for (const PublicationRows* rows : {sources_.after, sources_.changes, sources_.before}) {
        if (rows == nullptr) continue;
        const Rows found = rows->of(number);
        if (!found.empty()) return rows->state(newest(*rows, found));
    }
    return std::nullopt;
}

/// The successor, its own successor, and so on to the one that exists, or that is not known.
std::vector<std::uint64_t> EventFinder::successors_of(const CorporationEvent& event) const {
    const auto hop_from = [&](std::uint64_t number) -> std::optional<std::uint64_t> {
        std::uint64_t next = 0;
        if (number == event.number) {
            for (const Change::Item& item : event.change.items) {
                if (item.name == corporation_item_names[corporation_item::successor])
                    next = corporate_number(item.after);
            }
        } else if (const auto state = last_state(number); state && state->closed()) {
            next = corporate_number((*state)[corporation_item::successor]);
        }
        return next == 0 ? std::nullopt : std::optional(next);
    };
    auto way = successor_chain(event.number, hop_from, [](std::uint64_t hop) { return hop; });
    // Where it goes round, nobody is left; the last of the others stands for it.
    const bool round = !way.empty() && (way.back() == event.number ||
                                        std::find(way.begin(), way.end(), way.back()) != way.end() - 1);
    if (round) way.pop_back();
    return way;
}

}  // namespace

CorporationEvents find_corporation_events(const EventSources& sources,
                                          const std::function<bool(std::uint64_t)>& wanted) {
    return EventFinder(sources, wanted).find();
}

}  // namespace daicho
