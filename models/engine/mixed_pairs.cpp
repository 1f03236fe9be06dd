#include "models/engine/mixed_pairs.hpp"

#include <algorithm>

#include "grammars/characters/check.hpp"
#include "grammars/characters/pairs.hpp"
#include "grammars/characters/rule_ids.hpp"
#include "models/rules/rule.hpp"

namespace daicho {

namespace {

/// "〜 U+301C JIS 1-01-33 (12)"
std::string told(char32_t mark, std::uint64_t line) {
    std::string text;
    append_utf8(text, mark);
    return unit_facts(text) + " (" + std::to_string(line) + ")";
}

}  // namespace

void PairSightings::see(std::size_t side, const Sighting& seen) {
    if (sightings_[side].record == 0 || seen < sightings_[side]) sightings_[side] = seen;
}

void PairSightings::add(std::string_view text, const Sighting& seen) {
    for_each_pair_side(text, [&](std::size_t side, std::size_t) { see(side, seen); });
}

void PairSightings::add(const PairSightings& other) {
    for (std::size_t side = 0; side < most_sides; ++side) {
        if (other.sightings_[side].record != 0) see(side, other.sightings_[side]);
    }
}

std::vector<Finding> mixed_pairs(const PairSightings& pairs, std::span<const std::string> headers) {
    std::vector<Finding> findings;
    const Rule* rule = find_rule(rules::mixed_pair.text);
    std::size_t side = 0;
    for (const ConfusablePair& pair : confusable_pairs()) {
        const auto& jis = pairs.of(side);
        const auto& windows = pairs.of(side + 1);
        side += 2;
        if (jis.record == 0 || windows.record == 0) continue;
        const auto& later = std::max(jis, windows);
        Finding& finding = findings.emplace_back();
        finding.rule = rule->id;
        finding.severity = rule->severity;
        finding.record = later.record;
        finding.place = later.place;
        finding.column = later.column;
        if (later.column <= headers.size()) finding.header = headers[later.column - 1];
        finding.detail = told(pair.jis, jis.place.line) + ", " + told(pair.windows, windows.place.line);
    }
    return findings;
}

}  // namespace daicho
