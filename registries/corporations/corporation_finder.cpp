#include "registries/corporations/corporation_finder.hpp"

#include <algorithm>

#include "registries/corporations/asked_reading.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_known = 100'000;
constexpr std::size_t most_candidates = 8;  // beyond these only how many there are is told

/// name, number: what agrees of the name and of the place.
std::string agreement(const NameHit& hit) {
    std::string words(to_string(hit.level));
    if (hit.place <= PlaceAgreement::prefecture) words.append(", ").append(to_string(hit.place));
    return words;
}

}  // namespace

CorporationFinder::CorporationFinder(const Database& database, const NameSearchAids& aids)
    : search_(database, aids),
      reading_(database.prepare("select furigana from corporation where corporateNumber = ?")) {}

const FoundCorporation& CorporationFinder::find(const SoughtCorporation& sought) {
    key_.clear();
    for (const std::string_view part :
         {sought.name, sought.kana, sought.kind, sought.address, sought.lg_code}) {
        key_.append(part) += '\n';
    }
    if (const auto known = known_.find(key_); known != known_.end()) return known->second;
    if (known_.size() == most_known) known_.clear();
    return known_.emplace(key_, search(sought)).first->second;
}

FoundCorporation CorporationFinder::search(const SoughtCorporation& sought) {
    FoundCorporation found;
    NameQuery query{.name = sought.name,
                    .near_place = municipality_number(sought.lg_code),
                    .address = sought.address,
                    .limit = most_candidates,
                    .whole_names_only = true};
    if (corporate_name_key(sought.name).core.empty()) return found;
    const NameAnswer answer = search_.find(query);
    found.candidates = answer.equals;
    if (answer.hits.empty()) {
        found.verdict = answer.place_is_covered ? CorporationVerdict::none : CorporationVerdict::not_covered;
        return found;
    }
    const NameHit& first = answer.hits.front();
    if (answer.equals > 1) {
        found.verdict = CorporationVerdict::several;
        found.evidence = agreement(first);
    } else if (!first.form_agrees) {
        found.verdict = CorporationVerdict::differs;
        found.evidence = "legal form";
    } else if (first.place == PlaceAgreement::differs || first.place == PlaceAgreement::other_town) {
        found.verdict = CorporationVerdict::differs;
        found.evidence = "address";
    } else if (std::string what = contradiction(sought, first); !what.empty()) {
        found.verdict = CorporationVerdict::differs;
        found.evidence = std::move(what);
    } else {
        found.verdict = answer.sure ? CorporationVerdict::one : CorporationVerdict::unsure;
        found.evidence = agreement(first);
        if (answer.sure) found.number = std::to_string(first.number);
    }
    return found;
}

/// What else the record says of the corporation that the register says otherwise; empty: nothing.
std::string CorporationFinder::contradiction(const SoughtCorporation& sought, const NameHit& hit) {
    if (sought.kind.size() == 3 && sought.kind != std::to_string(hit.kind)) return "kind";
    const std::vector<AskedReading> asked = readings_of(sought.kana);
    if (asked.empty()) return {};
    reading_.bind(0, static_cast<std::int64_t>(hit.number));
    std::string reading;
    if (reading_.step()) reading = corporate_kana_key(reading_.text(0));
    reading_.reset();
    const bool agrees = reading.empty() || std::ranges::any_of(asked, [&](const AskedReading& one) {
                            return one.key == reading;
                        });
    return agrees ? std::string() : "reading";
}

}  // namespace daicho
