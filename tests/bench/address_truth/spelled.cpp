// Residences, parcels and towns of the registry, each written in many ways by the generator of spellings.

#include <algorithm>
#include <optional>

#include "tests/bench/address_truth/judge.hpp"
#include "tests/bench/address_truth/plain_reading.hpp"
#include "tests/support/address_spellings.hpp"

namespace daicho::truth {

namespace {

using spellings::KnownAddress;
using spellings::Spelling;
using Kind = KnownAddress::Kind;

constexpr std::size_t all_alternatives = 50;

/// A place with the ids under which the registry has it.
struct Target {
    KnownAddress address;
    std::string lg_code, machiaza_id;
    std::string ids;  ///< of the residence or the parcel, with / between them
};

std::string ids_of(const AddressPlace& place, Kind kind) {
    if (kind == Kind::parcel) return place.parcel_id;
    return place.block_id + "/" + place.residence_id + "/" + place.residence2_id;
}

KnownAddress as_known(const AddressPlace& place, Kind kind) {
    KnownAddress known;
    const bool numbered = place.level == MatchLevel::residence || place.level == MatchLevel::parcel;
    known.kind = kind == Kind::town ? kind : numbered ? Kind::parcel : Kind::town;
    known.prefecture = place.prefecture;
    known.city = place.city;
    known.ward = place.ward;
    known.oaza = place.oaza_cho;
    known.koaza = place.koaza;
    if (place.chome_number != 0) known.chome_number = std::to_string(place.chome_number);
    known.numbers = place.numbers;
    return known;
}

bool same_town(const Target& target, const AddressPlace& place) {
    return place.lg_code == target.lg_code && place.machiaza_id == target.machiaza_id;
}

/// The town under the municipality that the one of the registry's row has become.
bool moved(const Bench& bench, const Target& target, const AddressPlace& place) {
    const KnownAddress& known = target.address;
    return known.kind == Kind::town && bench.facts.came_of(target.lg_code, place.lg_code) &&
           plain(std::string(place.oaza_cho).append(place.chome).append(place.koaza)) ==
               plain(known.oaza + known.chome + known.koaza);
}

/// Whether `place` is the target, or cannot be told from it by what is written.
bool is(const Target& target, const Spelling& spelling, const AddressPlace& place) {
    const Kind kind = target.address.kind;
    if (place.level < MatchLevel::town) return false;
    if (same_town(target, place) && (kind == Kind::town || ids_of(place, kind) == target.ids)) return true;
    return told_by(as_known(place, kind), spelling) == told_by(target.address, spelling);
}

struct Judged {
    Outcome outcome;
    std::string cause;
};

/// What is short of the target, or beside it.
Judged why_not(const Target& target, const AddressPlace& place) {
    const bool here = place.lg_code == target.lg_code;
    if (place.level < MatchLevel::municipality) return {Outcome::missing, "no municipality"};
    if (!here) return {Outcome::wrong, "another municipality"};
    if (place.level < MatchLevel::town) return {Outcome::missing, "no town"};
    if (place.machiaza_id.empty()) return {Outcome::missing, "the town without its chome"};
    if (same_town(target, place)) {
        const bool numbered = place.level == MatchLevel::residence || place.level == MatchLevel::parcel;
        if (numbered) return {Outcome::wrong, "another number"};
        return {Outcome::missing, place.level == MatchLevel::block ? "the block alone" : "the town alone"};
    }
    const std::string base = target.machiaza_id.substr(0, 4);
    const bool kin = place.machiaza_id.starts_with(base);
    if (kin && place.machiaza_id.ends_with("000") && place.level == MatchLevel::town) {
        return {Outcome::missing, "the 大字 alone"};
    }
    if (kin) return {Outcome::wrong, place.koaza.empty() ? "another chome" : "another 小字"};
    return {Outcome::wrong, "another town"};
}

Judged judge(const Bench& bench, const Target& target, const Spelling& spelling,
             const AddressAnswer& answer) {
    if (is(target, spelling, answer.place) || moved(bench, target, answer.place)) return {Outcome::right, ""};
    Judged judged = why_not(target, answer.place);
    const bool unsure = answer.category == AddressCategory::unsure;
    if (judged.outcome == Outcome::wrong && unsure) judged.outcome = Outcome::doubted;
    for (const AddressAlternative& alternative : answer.alternatives) {
        if (!is(target, spelling, alternative.place)) continue;
        // Where the region was left out, several places are all that can be said.
        const bool candidates = unsure && !spelling.names_city;
        if (alternative.equal || candidates) return {Outcome::tied, judged.cause};
        judged.cause += ", the right one among the alternatives";
        break;
    }
    if (answer.alternatives_in_all > answer.alternatives.size())
        judged.cause += ", more alternatives than shown";
    return judged;
}

void ask(const Bench& bench, const Target& target, const Spelling& spelling, std::string_view measure,
         Scores& scores) {
    const AddressAnswer answer = bench.matcher.match(spelling.text, {.alternatives = all_alternatives});
    const Judged judged = judge(bench, target, spelling, answer);
    std::string answered = judged.outcome == Outcome::right ? "" : told(answer);
    if (measure == "several habits") {
        for (const std::string_view habit : spelling.habits) answered.append("; ").append(habit);
    }
    if (judged.outcome != Outcome::right) answered += "; wanted " + target.machiaza_id;
    scores.count(measure, judged.outcome, judged.cause, spelling.text, answered);
}

void ask_all(const Bench& bench, const Target& target, const std::vector<spellings::OldForm>& old_forms,
             std::uint64_t row, Scores& scores) {
    for (const Spelling& spelling : single_habits(target.address, old_forms, bench.seed ^ row)) {
        ask(bench, target, spelling, spelling.habits.empty() ? "plain" : spelling.habits.front(), scores);
    }
    for (const Spelling& spelling : mixed_habits(target.address, old_forms, ~bench.seed ^ row, bench.mixed)) {
        ask(bench, target, spelling, "several habits", scores);
    }
}

std::vector<spellings::OldForm> old_forms_of(const Registry& registry) {
    std::vector<spellings::OldForm> forms;
    Statement rows = registry.database().prepare("select character, kangxi from joyo_kangxi order by 1, 2");
    while (rows.step()) forms.push_back({std::string(rows.text(0)), std::string(rows.text(1))});
    return forms;
}

/// The columns that name a town, and then what the statement adds.
constexpr const char* town_columns =
    "t.lg_code, t.machiaza_id, coalesce(t.pref, ''), coalesce(t.county, ''), coalesce(t.city, ''), "
    "coalesce(t.ward, ''), coalesce(t.oaza_cho, ''), coalesce(t.chome, ''), coalesce(t.chome_number, ''), "
    "coalesce(t.koaza, ''), coalesce(t.post_code, ''), coalesce(t.oaza_cho_kana, ''), coalesce(t.koaza_kana, "
    "''), "
    "coalesce(t.pref_kana, '') || coalesce(t.county_kana, '') || coalesce(t.city_kana, '') || "
    "coalesce(t.ward_kana, '')";
constexpr int behind_town = 14;

Target town_of(const Statement& row) {
    const auto text = [&](int column) { return std::string(row.text(column)); };
    Target target{{}, text(0), text(1), {}};
    KnownAddress& known = target.address;
    known.prefecture = text(2);
    known.county = text(3);
    known.city = text(4);
    known.ward = text(5);
    known.oaza = text(6);
    known.chome = text(7);
    known.chome_number = text(8);
    known.koaza = text(9);
    known.postal_code = text(10);
    known.oaza_kana = text(11);
    known.koaza_kana = text(12);
    known.region_kana = text(13);
    return target;
}

template <class Complete>
void ask_rows(const Bench& bench, const std::string& sql, Scores& scores, Complete complete) {
    const auto old_forms = old_forms_of(bench.facts.registry());
    Statement rows = bench.facts.registry().database().prepare(sql);
    std::uint64_t row = 0;
    while (rows.step()) {
        if (++row % bench.every != 0) continue;
        Target target = town_of(rows);
        complete(target, rows, row);
        ask_all(bench, target, old_forms, row, scores);
    }
}

}  // namespace

void measure_residences(const Bench& bench, Scores& scores) {
    const std::string sql =
        std::string("select ") + town_columns +
        ", r.blk_id, r.rsdt_id, r.rsdt2_id, coalesce(r.blk_num, ''), coalesce(r.rsdt_num, ''), "
        "coalesce(r.rsdt_num2, '') from residence r join town t on t.lg_code = r.lg_code and "
        "t.machiaza_id = r.machiaza_id and t.rsdt_addr_flg = r.rsdt_addr_flg";
    ask_rows(bench, sql, scores, [](Target& target, const Statement& row, std::uint64_t) {
        const auto text = [&](int column) { return std::string(row.text(behind_town + column)); };
        target.ids = text(0) + "/" + text(1) + "/" + text(2);
        target.address.kind = Kind::residence;
        target.address.numbers = {text(3), text(4), text(5)};
    });
}

void measure_parcels(const Bench& bench, Scores& scores) {
    const std::string sql =
        std::string("select ") + town_columns +
        ", p.prc_id, coalesce(p.prc_num1, ''), coalesce(p.prc_num2, ''), coalesce(p.prc_num3, '') "
        "from parcel p join town t on t.lg_code = p.lg_code and t.machiaza_id = p.machiaza_id "
        "and t.rsdt_addr_flg = (select max(rsdt_addr_flg) from town u where "
        "u.lg_code = p.lg_code and u.machiaza_id = p.machiaza_id)";
    ask_rows(bench, sql, scores, [](Target& target, const Statement& row, std::uint64_t) {
        const auto text = [&](int column) { return std::string(row.text(behind_town + column)); };
        target.ids = text(0);
        target.address.kind = Kind::parcel;
        target.address.numbers = {text(1), text(2), text(3)};
    });
}

void measure_towns(const Bench& bench, Scores& scores) {
    const std::string sql = std::string("select ") + town_columns + " from town t";
    ask_rows(bench, sql, scores, [](Target& target, const Statement&, std::uint64_t row) {
        target.address.numbers = {std::to_string(100 + row % 897), std::to_string(1 + row % 9), ""};
    });
}

}  // namespace daicho::truth
