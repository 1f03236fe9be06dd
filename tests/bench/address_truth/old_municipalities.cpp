// Municipalities that are no more, as the history of their mergers has them: the address of before, with the
// towns that kept the old name as the beginning of theirs.

#include <algorithm>

#include "tests/bench/address_truth/judge.hpp"
#include "tests/bench/address_truth/plain_reading.hpp"

namespace daicho::truth {

namespace {

struct OldMunicipality {
    std::string code;    ///< 5 digits
    std::string name;    ///< 山川町
    std::string before;  ///< what stands before it: 徳島県麻植郡
    std::string successor;
};

constexpr std::size_t towns_of_each = 3;

/// Whether it is a municipality of the present that the old one became, by whatever steps.
void judge_name(const Bench& bench, const OldMunicipality& old, Scores& scores) {
    const std::string text = old.before + old.name;
    const AddressAnswer answer = bench.matcher.match(text);
    Outcome outcome = answer.category == AddressCategory::unsure ? Outcome::doubted : Outcome::wrong;
    if (answer.place.level < MatchLevel::municipality) {
        outcome = Outcome::missing;
    } else if (bench.facts.same_municipality(old.code, answer.place.lg_code)) {
        outcome = Outcome::right;
    } else if (std::ranges::any_of(answer.alternatives, [&](const AddressAlternative& alternative) {
                   return bench.facts.same_municipality(old.code, alternative.place.lg_code);
               })) {
        outcome = Outcome::tied;
    }
    const bool told_so = !answer.old_municipality.empty();
    const std::string cause = outcome == Outcome::right && !told_so ? "not said to be an old name"
                                                                    : std::string(to_string(answer.reason));
    scores.count("municipality", outcome, outcome == Outcome::right && told_so ? "" : cause, text,
                 told(answer));
}

void judge_town_of(const OldMunicipality& old, const Bench& bench, const std::string& oaza,
                   const std::string& machiaza_id, const std::string& lg_code, Scores& scores) {
    const std::string text = old.before + oaza + "123番地4";
    const AddressAnswer answer = bench.matcher.match(text);
    const AddressPlace& place = answer.place;
    const bool same = place.lg_code == lg_code &&
                      (place.machiaza_id == machiaza_id || plain(place.oaza_cho) == plain(oaza));
    const Outcome outcome = same                                         ? Outcome::right
                            : place.level < MatchLevel::town             ? Outcome::missing
                            : answer.category == AddressCategory::unsure ? Outcome::doubted
                                                                         : Outcome::wrong;
    scores.count("town", outcome, same ? "" : to_string(answer.reason), text,
                 told(answer) + "  wanted " + lg_code + " " + oaza);
}

void judge_towns(const Bench& bench, const OldMunicipality& old, Scores& scores) {
    Statement rows = bench.facts.registry().database().prepare(
        "select lg_code, min(machiaza_id), oaza_cho from town where lg_code >= ? and lg_code < ? and "
        "oaza_cho >= ? "
        "and oaza_cho < ? and machiaza_type = '1' group by lg_code, oaza_cho order by 1, 2");
    const std::string end = old.successor + "~", name_end = old.name + "\U0010FFFF", name = old.name + " ";
    rows.bind(0, old.successor);
    rows.bind(1, end);
    rows.bind(2, name);
    rows.bind(3, name_end);
    for (std::size_t i = 0; i < towns_of_each && rows.step(); ++i) {
        const std::string lg_code(rows.text(0)), machiaza_id(rows.text(1)), oaza(rows.text(2));
        judge_town_of(old, bench, oaza, machiaza_id, lg_code, scores);
    }
}

}  // namespace

void measure_old_municipalities(const Bench& bench, Scores& scores) {
    Statement rows = bench.facts.registry().database().prepare(
        "select distinct from_city_code, from_city_name, from_pref_name || coalesce(from_city_desig_name, "
        "''), "
        "to_city_code from municipality_event where type in ('新設合併', '編入合併') "
        "and from_city_code <> to_city_code order by 1, 2, 4");
    while (rows.step()) {
        const auto text = [&](int column) { return std::string(rows.text(column)); };
        const OldMunicipality old{text(0), text(1), text(2), text(3)};
        if (bench.facts.present(old.code)) continue;
        judge_name(bench, old, scores);
        judge_towns(bench, old, scores);
    }
}

}  // namespace daicho::truth
