#include "registries/matching/record_matcher.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "grammars/base/os.hpp"
#include "grammars/base/pipeline.hpp"
#include "registries/matching/match_candidates.hpp"

namespace daicho {

namespace {

bool is_shown(ItemLikeness level) {
    return level == ItemLikeness::equal || level == ItemLikeness::folded || level == ItemLikeness::former;
}

/// What was found of a record of A.
struct MatchedRecord {
    std::vector<MatchPair> pairs;
    std::vector<std::uint32_t> accepted;  ///< groups of B that it fits
};

struct MatchRange {
    std::size_t begin = 0, end = 0;
};

class Matcher {
 public:
    Matcher(const MatchTable& a, const MatchTable& b, const std::vector<MatchItem>& items,
            const MatchRules& rules)
        : a_(a), b_(b), items_(items), rules_(rules), candidates_(b, items) {}

    std::vector<MatchPair> match(unsigned threads) const;

 private:
    using Record = MatchTable::Record;

    MatchedRecord match(std::size_t a) const;
    bool is_former_name(const Record& a, const Record& b, std::size_t name) const;
    std::vector<ItemLikeness> compare(const Record& a, const Record& b) const;
    MatchDecision decide(const std::vector<ItemLikeness>& levels) const;

    const MatchTable& a_;
    const MatchTable& b_;
    const std::vector<MatchItem>& items_;
    const MatchRules& rules_;
    MatchCandidates candidates_;
};

std::vector<ItemLikeness> Matcher::compare(const Record& a, const Record& b) const {
    std::vector<ItemLikeness> levels;
    bool same_reading = false;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        const ItemLikeness level = compare_match_values(items_[i].kind, a.values[i], b.values[i]);
        levels.push_back(level);
        if (items_[i].kind == MatchItemKind::kana) same_reading = is_shown(level);
    }
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (items_[i].kind == MatchItemKind::former) levels[i] = ItemLikeness::missing;
        if (items_[i].kind != MatchItemKind::name) continue;
        ItemLikeness& level = levels[i];
        if (level != ItemLikeness::different && level != ItemLikeness::near) continue;
        if (same_reading) level = ItemLikeness::kana;
        if (is_former_name(a, b, i)) level = ItemLikeness::former;
    }
    return levels;
}

/// Whether the name of one is a former one of the other.
bool Matcher::is_former_name(const Record& a, const Record& b, std::size_t name) const {
    const auto had = [&](const Record& corporation, const std::string& key) {
        if (key.empty()) return false;
        for (std::size_t f = 0; f < items_.size(); ++f) {
            if (items_[f].kind == MatchItemKind::former && corporation.values[f].key == key) return true;
        }
        return std::any_of(corporation.formers.begin(), corporation.formers.end(),
                           [&](const MatchValue& former) { return former.key == key; });
    };
    return had(a, b.values[name].key) || had(b, a.values[name].key);
}

MatchDecision Matcher::decide(const std::vector<ItemLikeness>& levels) const {
    if (std::find(levels.begin(), levels.end(), ItemLikeness::different) != levels.end())
        return MatchDecision::none;
    const bool near = std::find(levels.begin(), levels.end(), ItemLikeness::near) != levels.end();
    const auto shown = static_cast<std::size_t>(std::count_if(levels.begin(), levels.end(), is_shown));
    if (near || shown < std::min(rules_.needed, items_.size())) return MatchDecision::review;
    return MatchDecision::accept;
}

MatchedRecord Matcher::match(std::size_t a) const {
    struct Fit {
        std::uint32_t group;
        MatchDecision decision;
        std::vector<ItemLikeness> levels;
    };
    const MatchCandidates::Found found = candidates_.of(a_.records()[a]);
    const auto& groups = candidates_.groups();
    std::vector<Fit> fits;
    std::size_t fitting = 0, accepted = 0;  // records
    for (const std::uint32_t group : found.groups) {
        auto levels = compare(a_.records()[a], b_.records()[groups[group].records.front()]);
        const MatchDecision decision = decide(levels);
        if (decision == MatchDecision::none) continue;
        fitting += groups[group].records.size();
        if (decision == MatchDecision::accept) accepted += groups[group].records.size();
        fits.push_back({group, decision, std::move(levels)});
    }
    MatchedRecord matched;
    for (const Fit& fit : fits) {
        const bool fits_well = fit.decision == MatchDecision::accept;
        if (accepted > 0 && !fits_well) continue;  // what fits outweighs what is doubtful
        if (fits_well) matched.accepted.push_back(fit.group);
        const std::size_t others = (fits_well ? accepted : fitting) - 1;
        for (const std::size_t b : groups[fit.group].records) {
            if (matched.pairs.size() == most_pairs_of_record) break;
            matched.pairs.push_back({a, b, fit.decision, fit.levels, others});
            if (fits_well && !found.all) matched.pairs.back().decision = MatchDecision::ambiguous;
        }
    }
    std::sort(matched.pairs.begin(), matched.pairs.end(),
              [](const MatchPair& x, const MatchPair& y) { return x.b < y.b; });
    if (matched.pairs.empty()) matched.pairs.push_back({a, MatchPair::npos, MatchDecision::none, {}, 0});
    return matched;
}

std::vector<MatchPair> Matcher::match(unsigned threads) const {
    constexpr std::size_t records_at_once = 500;
    std::vector<MatchPair> pairs;
    std::vector<std::size_t> accepted_by(candidates_.groups().size());
    std::size_t next = 0;
    ordered_pipeline<MatchRange, std::vector<MatchedRecord>>(
        threads,
        [&](MatchRange& range) {
            range = {next, std::min(next + records_at_once, a_.records().size())};
            next = range.end;
            return range.begin < range.end;
        },
        [&](MatchRange& range, std::vector<MatchedRecord>& out) {
            out.clear();
            for (std::size_t a = range.begin; a < range.end; ++a) out.push_back(match(a));
        },
        [&](MatchRange&, std::vector<MatchedRecord>& out) {
            for (MatchedRecord& record : out) {
                for (const std::uint32_t group : record.accepted) ++accepted_by[group];
                for (MatchPair& pair : record.pairs) pairs.push_back(std::move(pair));
            }
        });
    const std::vector<std::uint32_t> groups = candidates_.group_of_record();
    for (MatchPair& pair : pairs) {
        if (pair.decision != MatchDecision::accept && pair.decision != MatchDecision::ambiguous) continue;
        pair.others = std::max(pair.others, accepted_by[groups[pair.b]] - 1);
        if (pair.others > 0) pair.decision = MatchDecision::ambiguous;
    }
    return pairs;
}

}  // namespace

std::string_view to_string(MatchDecision decision) {
    constexpr std::string_view words[] = {"accept", "ambiguous", "review", "none"};
    return words[static_cast<std::size_t>(decision)];
}

std::vector<MatchPair> match_records(const MatchTable& a, const MatchTable& b,
                                     const std::vector<MatchItem>& items, const MatchRules& rules,
                                     unsigned threads) {
    return Matcher(a, b, items, rules).match(threads != 0 ? threads : hardware_threads());
}

std::vector<MatchUniqueness> uniqueness_of(const MatchTable& table, std::size_t items) {
    constexpr std::size_t most_items = 6;
    const std::size_t taken = std::min(items, most_items);
    std::vector<MatchUniqueness> sets;
    for (unsigned mask = 1; mask < 1u << taken; ++mask) {
        MatchUniqueness set;
        for (std::size_t i = 0; i < taken; ++i) {
            if (mask >> i & 1u) set.items.push_back(i);
        }
        std::unordered_map<std::string, std::uint64_t> counts;
        for (const MatchTable::Record& record : table.records()) {
            std::string key;
            const bool lacks = std::any_of(set.items.begin(), set.items.end(),
                                           [&](std::size_t i) { return record.values[i].key.empty(); });
            if (lacks) {
                ++set.missing;
                continue;
            }
            for (const std::size_t i : set.items) key.append(record.values[i].key).append(1, '\x1f');
            ++counts[key];
        }
        for (const auto& [key, count] : counts) (count == 1 ? set.unique : set.shared) += count;
        sets.push_back(std::move(set));
    }
    std::stable_sort(sets.begin(), sets.end(), [](const MatchUniqueness& x, const MatchUniqueness& y) {
        return x.items.size() < y.items.size();
    });
    return sets;
}

}  // namespace daicho
