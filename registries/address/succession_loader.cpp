// Names that municipalities had, and what became of them.

#include <algorithm>
#include <set>
#include <tuple>

#include "registries/address/index_draft.hpp"
#include "registries/embedded/municipality_history.hpp"

namespace daicho {

using namespace address_format;

namespace {

struct MunicipalityEvent {
    std::string date;
    std::string from;  ///< 5 digits
    std::string to;
};

/// Chains of mergers are not longer.
constexpr int longest_chain = 8;

using OldName = std::tuple<std::string, std::string, std::string>;  ///< prefecture, county or city, name

struct OldMunicipality {
    std::string code;
    std::string date;
};

/// The counties under whose names it went: the list names a branch office of the prefecture in the place of
/// the county (長崎県対馬支庁 厳原町 lay in 下県郡), and people write either.
std::set<std::string> counties_of(std::string_view named, std::string_view code) {
    std::set<std::string> counties{std::string(named)};
    if (!named.ends_with("支庁")) return counties;
    std::string_view county;
    for (const MunicipalityPeriod& period : MunicipalityHistory::embedded().with_code(code)) {
        if (!period.county.empty()) county = period.county;
    }
    if (!county.empty()) counties.emplace(county);
    return counties;
}

struct History {
    std::multimap<std::string, MunicipalityEvent> events;  ///< by the code that was
    std::map<OldName, std::vector<OldMunicipality>> names;

    void add(MunicipalityEvent event, std::string_view prefecture, std::string_view wider,
             std::string_view own) {
        for (const std::string& county : counties_of(wider, event.from)) {
            auto& olds = names[{std::string(prefecture), county, std::string(own)}];
            if (olds.empty() || olds.back().code != event.from || olds.back().date != event.date)
                olds.push_back({event.from, event.date});
        }
        events.emplace(event.from, std::move(event));
    }
};

/// What is compiled in, for a registry without events.
History embedded_history() {
    const auto five = [](const MunicipalityPeriod& period) {
        return std::string(period.lg_code.substr(0, 5));
    };
    History history;
    for (const MunicipalityPeriod& period : MunicipalityHistory::embedded().periods()) {
        const bool ward = !period.ward.empty();
        for (const auto* event : MunicipalityHistory::embedded().events_from(period)) {
            history.add({std::string(event->date), five(period), five(*event->to)}, period.prefecture,
                        ward ? period.city : period.county, ward ? period.ward : period.city);
        }
    }
    return history;
}

History read_history(const Registry& registry) {
    if (!registry.has("municipality_event")) return embedded_history();
    History history;
    Statement rows = registry.database().prepare(
        "select date, from_city_code, to_city_code, from_pref_name, coalesce(from_city_desig_name, ''), "
        "coalesce(from_city_name, '') from municipality_event where coalesce(from_city_name, '') <> '' "
        "order by date, from_city_code, to_city_code");
    while (rows.step()) {
        history.add({std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2))},
                    rows.text(3), rows.text(4), rows.text(5));
    }
    return history;
}

class Successors {
 public:
    Successors(const IndexDraft& draft, const History& history) : history_(history) {
        for (const auto& [code, index] : draft.municipality_at) {
            if (index < draft.present) present_.emplace(code.substr(0, 5), index);
        }
    }

    void follow(const std::string& code, const std::string& since, std::set<std::uint16_t>& found,
                int left = longest_chain) const {
        bool went_on = false;
        const auto [begin, end] = history_.events.equal_range(code);
        for (auto event = begin; event != end && left > 0; ++event) {
            if (event->second.date < since || event->second.to == code) continue;
            follow(event->second.to, event->second.date, found, left - 1);
            went_on = true;
        }
        const auto now = present_.find(code);
        if (!went_on && now != present_.end()) found.insert(now->second);
    }

 private:
    const History& history_;
    std::map<std::string, std::uint16_t> present_;
};

std::set<OldName> present_names(const IndexDraft& draft) {
    std::set<OldName> names;
    for (std::size_t i = 0; i < draft.present; ++i) {
        const auto& m = draft.municipalities[i];
        const bool ward = m.ward != 0;
        names.emplace(draft.text(m.prefecture), draft.text(ward ? m.city : m.county),
                      draft.text(ward ? m.ward : m.city));
    }
    return names;
}

/// A municipality that went on under its name and lost a part of its area to another is the one that is
/// meant.
void keep_those_named(const IndexDraft& draft, const std::string& name, std::set<std::uint16_t>& found) {
    const auto same_name = [&](std::uint16_t index) {
        const auto& m = draft.municipalities[index];
        return draft.text(m.ward != 0 ? m.ward : m.city) == name;
    };
    if (!std::ranges::any_of(found, same_name)) return;
    std::erase_if(found, [&](std::uint16_t index) { return !same_name(index); });
}

}  // namespace

void load_successions(IndexDraft& draft, const Registry& registry) {
    const History history = read_history(registry);
    const Successors successors{draft, history};
    const std::set<OldName> present = present_names(draft);
    for (const auto& [name, olds] : history.names) {
        if (present.contains(name)) continue;
        std::set<std::uint16_t> found;
        for (const OldMunicipality& old : olds) successors.follow(old.code, old.date, found);
        if (found.empty()) continue;
        const auto& [prefecture, county, own] = name;
        keep_those_named(draft, own, found);
        const auto record = static_cast<std::uint32_t>(draft.old_municipalities.size());
        draft.old_municipalities.push_back(
            {draft.strings.add(county + own), draft.strings.add(olds.back().date)});
        draft.successions.push_back({record, prefecture, county, own, {found.begin(), found.end()}});
    }
}

}  // namespace daicho
