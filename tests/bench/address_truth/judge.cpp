#include "tests/bench/address_truth/judge.hpp"

#include <algorithm>

#include "tests/bench/address_truth/plain_reading.hpp"
#include "tests/bench/address_truth/table_columns.hpp"

namespace daicho::truth {

namespace {

std::string plain_town(const AddressPlace& place) {
    return plain(std::string(place.oaza_cho).append(place.chome).append(place.koaza));
}

/// One begins with the other.
bool akin(std::string_view one, std::string_view other) {
    return one.starts_with(other) || other.starts_with(one);
}

/// Another place than the right one.
Outcome beside(const AddressAnswer& answer) {
    return answer.category == AddressCategory::unsure ? Outcome::doubted : Outcome::wrong;
}

/// What is the matter with the row itself; empty: nothing.
std::string fault_of_row(const Bench& bench, const Asked& asked, const AddressAnswer& answer) {
    if (answer.place.level < MatchLevel::municipality) return "";
    std::string text = plain(asked.text);
    const std::string name = plain(bench.facts.name_of(asked.municipality));
    const std::string found = plain(std::string(answer.place.city).append(answer.place.ward));
    if (found == name) return "data: the code is of a municipality of the same name";
    const std::size_t at = text.find(found);
    if (at == std::string::npos) return "";
    text.erase(at, found.size());  // 南島原市 is no 島原市
    return text.find(name) == std::string::npos ? "data: the text names another municipality than the code"
                                                : "";
}

std::string why_no_municipality(const Bench& bench, const Asked& asked, const AddressAnswer& answer) {
    if (!bench.facts.present(asked.municipality)) return "the code of the row is no more";
    const std::string name = plain(bench.facts.name_of(asked.municipality));
    if (plain(asked.text).find(name) == std::string::npos) return "the text names no municipality";
    return std::string(to_string(answer.reason));
}

/// A plain name without the words that people and registry leave out or add: 西2条 and 西2, 丸山町1丁目 and
/// 丸山1丁目.
std::string without_units(std::string name) {
    for (const std::string_view word :
         {"町", "村", "条", "丁目", "番地", "番", "地割", "第", "区", "号", "部", "-"}) {
        for (std::size_t at; (at = name.find(word)) != std::string::npos;) name.erase(at, word.size());
    }
    return name;
}

/// Whether the street has the name of the town that was answered, be it in its midst.
bool names(const Bench& bench, const Asked& asked, const AddressAnswer& answer) {
    const AddressPlace& place = answer.place;
    const std::string street = without_units(
        plain(asked.street.empty() ? street_of(bench.facts, place.lg_code, asked.text) : asked.street));
    const auto has = [&](std::string_view name) {
        return street.find(without_units(plain(name))) != std::string::npos;
    };
    return has(place.oaza_cho) && has(place.koaza);
}

bool in_kyoto(const AddressAnswer& answer) {
    return answer.place.lg_code.starts_with("261");
}

/// What the text begins with behind the municipality, as the registry knows it.
std::string read_plainly(const Bench& bench, const Asked& asked, const AddressAnswer& answer) {
    const std::string_view code = answer.place.lg_code;
    const std::string street = asked.street.empty() ? street_of(bench.facts, code, asked.text) : asked.street;
    return longest_beginning(bench.facts.towns_of(code), plain(street));
}

}  // namespace

std::string told(const AddressAnswer& answer) {
    const AddressPlace& place = answer.place;
    std::string out;
    out.append(place.lg_code).append(" ").append(place.machiaza_id).append(" ");
    out.append(place.city).append(place.ward).append(place.oaza_cho).append(place.chome).append(place.koaza);
    for (const std::string& number : place.numbers) {
        if (!number.empty()) out += "-" + number;
    }
    out.append(" [")
        .append(to_string(answer.category))
        .append(" ")
        .append(to_string(answer.reason))
        .append("]");
    return out;
}

bool names_town(const Bench& bench, const Asked& asked, const AddressAnswer& answer) {
    return names(bench, asked, answer);
}

bool judge_municipality(const Bench& bench, const Asked& asked, const AddressAnswer& answer, Scores& scores) {
    const auto same = [&](const AddressPlace& place) {
        return place.level >= MatchLevel::municipality &&
               bench.facts.same_municipality(asked.municipality, place.lg_code);
    };
    const auto before = [&] { return bench.facts.came_of(answer.place.lg_code, asked.municipality); };
    Outcome outcome = beside(answer);
    std::string cause;
    if (same(answer.place)) {
        outcome = Outcome::right;
    } else if (answer.place.level < MatchLevel::municipality) {
        outcome = Outcome::missing;
    } else if (before()) {
        outcome = Outcome::right;
        cause = "the municipality that the one of the code came of";
    } else if (std::ranges::any_of(answer.alternatives, [&](const AddressAlternative& alternative) {
                   return (alternative.equal || outcome == Outcome::doubted) && same(alternative.place);
               })) {
        outcome = Outcome::tied;
    } else if (cause = fault_of_row(bench, asked, answer); !cause.empty()) {
        outcome = Outcome::unchecked;
    }
    if (outcome != Outcome::right && cause.empty()) cause = why_no_municipality(bench, asked, answer);
    scores.count("municipality", outcome, cause, asked.text, told(answer));
    return outcome == Outcome::right;
}

void judge_town(const Bench& bench, const Asked& asked, const AddressAnswer& answer, Scores& scores) {
    const std::string known = read_plainly(bench, asked, answer);
    Outcome outcome = Outcome::right;
    std::string cause;
    if (answer.place.level < MatchLevel::town) {
        outcome = known.empty() ? Outcome::unchecked : Outcome::missing;
        cause = known.empty() ? "not found, and the registry has no such town" : "the registry has the town";
    } else if (const std::string found = plain_town(answer.place); known.empty()) {
        const bool named = names(bench, asked, answer);
        outcome = named ? Outcome::right : beside(answer);
        cause =
            named ? "found in the midst of the text" : "a plain reader does not find the name in the text";
    } else if (!akin(found, known) && in_kyoto(answer) && names(bench, asked, answer)) {
        cause = "behind streets of Kyoto";
    } else if (!akin(found, known)) {
        outcome = beside(answer);
        cause = "another town than a plain reader finds";
    } else if (found.size() < known.size()) {
        outcome = Outcome::missing;
        cause = "a longer name of the registry stands there";
    }
    scores.count("town", outcome, cause, asked.text, told(answer) + "  plainly: " + known);
}

void judge_postal_code(const Bench& bench, const Asked& asked, const AddressAnswer& answer, Scores& scores) {
    if (asked.postal_code.empty() || answer.place.level < MatchLevel::town) return;
    const std::string found = plain_town(answer.place), text = plain(asked.street);
    bool here = false, any_town = false, in_text = false;
    std::string towns;
    for (const KnownFacts::PostalTown& town : bench.facts.postal(asked.postal_code)) {
        if (!bench.facts.same_municipality(town.municipality, answer.place.lg_code)) continue;
        here = true;
        any_town |= town.town.empty() || akin(found, town.town);
        in_text |= text.starts_with(town.town);
        towns += town.town + " ";
    }
    const auto count = [&](Outcome outcome, std::string_view cause) {
        scores.count("postal code", outcome, cause, asked.text,
                     told(answer) + "  " + asked.postal_code + ": " + towns);
    };
    if (!here) return count(Outcome::unchecked, "the code is of no place in the municipality");
    if (any_town) return count(Outcome::right, "");
    if (in_text) return count(beside(answer), "the text has the town of the code");
    count(Outcome::unchecked, "the text has another town than the code");
}

void judge(const Bench& bench, const Asked& asked, Scores& scores) {
    const AddressAnswer answer = bench.matcher.match(asked.text);
    if (!judge_municipality(bench, asked, answer, scores)) return;
    judge_town(bench, asked, answer, scores);
    judge_postal_code(bench, asked, answer, scores);
}

}  // namespace daicho::truth
