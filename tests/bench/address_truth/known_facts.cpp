#include "tests/bench/address_truth/known_facts.hpp"

#include <algorithm>

#include "tests/bench/address_truth/plain_reading.hpp"

namespace daicho::truth {

namespace {

std::string five(std::string_view code) {
    return std::string(code.substr(0, 5));
}

/// The town of a row of the postal codes; empty where the code is of all that is not listed.
std::string postal_town(std::string_view town) {
    const bool any = town.find("以下に掲載がない場合") != std::string_view::npos ||
                     town.find("がくる場合") != std::string_view::npos || town.ends_with("一円");
    return any ? "" : plain(town.substr(0, town.find("（")));
}

}  // namespace

KnownFacts::KnownFacts(const Registry& registry) : registry_(registry) {
    read_municipalities();
    read_successors();
    read_postal_codes();
}

bool KnownFacts::same_municipality(std::string_view code, std::string_view answered) const {
    const std::string wanted = five(code), given = five(answered);
    if (wanted == given) return true;
    const auto known = names_.find(wanted), other = names_.find(given);
    if (known != names_.end()) {
        return other != names_.end() && known->second.ward.empty() && !other->second.ward.empty() &&
               other->second.city == known->second.city &&
               other->second.prefecture == known->second.prefecture;
    }
    return came_of(wanted, given);
}

bool KnownFacts::came_of(std::string_view before, std::string_view after) const {
    std::set<std::string> seen = {five(before)};
    std::vector<std::string> open = {five(before)};
    while (!open.empty()) {
        const auto next = successors_.find(open.back());
        open.pop_back();
        if (next == successors_.end()) continue;
        for (const std::string& successor : next->second) {
            if (successor == five(after)) return true;
            if (seen.insert(successor).second) open.push_back(successor);
        }
    }
    return false;
}

std::string KnownFacts::name_of(std::string_view code) const {
    const auto at = names_.find(five(code));
    return at == names_.end() ? "" : at->second.city + at->second.ward;
}

std::string KnownFacts::prefecture_of(std::string_view code) const {
    const auto at = names_.find(five(code));
    return at == names_.end() ? "" : at->second.prefecture;
}

const std::vector<std::string>& KnownFacts::towns_of(std::string_view code) const {
    const std::string key = five(code);
    const auto at = towns_.find(key);
    if (at != towns_.end()) return at->second;
    return towns_.emplace(key, read_towns(key)).first->second;
}

const std::vector<KnownFacts::PostalTown>& KnownFacts::postal(std::string_view code) const {
    static const std::vector<PostalTown> none;
    const auto at = postal_.find(std::string(code));
    return at == postal_.end() ? none : at->second;
}

void KnownFacts::read_municipalities() {
    Statement rows =
        registry_.database().prepare("select lg_code, pref, city, coalesce(ward, '') from municipality");
    while (rows.step()) {
        names_[five(rows.text(0))] = {std::string(rows.text(1)), std::string(rows.text(2)),
                                      std::string(rows.text(3))};
    }
}

void KnownFacts::read_successors() {
    Statement rows = registry_.database().prepare(
        "select from_city_code, to_city_code from municipality_event where from_city_code <> to_city_code");
    while (rows.step()) successors_[std::string(rows.text(0))].insert(std::string(rows.text(1)));
}

void KnownFacts::read_postal_codes() {
    Statement rows =
        registry_.database().prepare("select postalCode, localGovernmentCode, town from postal_code");
    while (rows.step()) {
        postal_[std::string(rows.text(0))].push_back({std::string(rows.text(1)), postal_town(rows.text(2))});
    }
    Statement offices = registry_.database().prepare(
        "select postalCode, localGovernmentCode, coalesce(town, '') from postal_office");
    while (offices.step()) {
        postal_[std::string(offices.text(0))].push_back(
            {five(offices.text(1)), postal_town(offices.text(2))});
    }
}

std::vector<std::string> KnownFacts::read_towns(const std::string& code) const {
    std::vector<std::string> names;
    Statement rows = registry_.database().prepare(
        "select coalesce(oaza_cho, ''), coalesce(chome, ''), coalesce(koaza, '') from town "
        "where lg_code >= ? and lg_code < ?");
    const std::string end = code + "~";
    rows.bind(0, code);
    rows.bind(1, end);
    while (rows.step()) {
        const std::string oaza(rows.text(0)), chome(rows.text(1)), koaza(rows.text(2));
        names.push_back(plain(oaza + chome + koaza));
        if (!oaza.empty()) names.push_back(plain(oaza));
    }
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    if (!names.empty() && names.front().empty()) names.erase(names.begin());
    return names;
}

}  // namespace daicho::truth
