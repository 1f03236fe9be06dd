#include "registries/matching/record_matcher.hpp"

#include <algorithm>

#include "grammars/formats/table_column.hpp"

namespace daicho {

namespace {

/// More records of one key are too many to be compared one by one.
constexpr std::size_t common = 300;

bool is_shown(ItemLikeness level) {
    return level == ItemLikeness::equal || level == ItemLikeness::folded || level == ItemLikeness::former;
}

class Matcher {
 public:
    Matcher(const MatchTable& a, const MatchTable& b, const std::vector<MatchItem>& items,
            const MatchRules& rules)
        : a_(a), b_(b), items_(items), rules_(rules), postings_(items.size()) {
        for (std::size_t r = 0; r < b.records().size(); ++r) {
            for (std::size_t i = 0; i < items.size(); ++i) {
                for (const std::string& key : keys_of(b.records()[r], i))
                    postings_[slot(i)][key].push_back(r);
            }
        }
    }

    std::vector<MatchPair> match();

 private:
    using Record = MatchTable::Record;

    /// Names and former names are looked for among one another.
    std::size_t slot(std::size_t item) const {
        if (items_[item].kind != MatchItemKind::former) return item;
        for (std::size_t i = 0; i < items_.size(); ++i) {
            if (items_[i].kind == MatchItemKind::name) return i;
        }
        return item;
    }
    std::vector<std::string> keys_of(const Record& record, std::size_t item) const;
    bool is_former_name(const Record& a, const Record& b, std::size_t name) const;
    std::vector<std::size_t> candidates(const Record& record) const;
    std::vector<ItemLikeness> compare(const Record& a, const Record& b) const;
    MatchDecision decide(const std::vector<ItemLikeness>& levels) const;

    const MatchTable& a_;
    const MatchTable& b_;
    const std::vector<MatchItem>& items_;
    const MatchRules& rules_;
    std::vector<std::unordered_map<std::string, std::vector<std::size_t>>> postings_;
};

std::vector<std::string> Matcher::keys_of(const Record& record, std::size_t item) const {
    std::vector<std::string> keys = blocking_keys(record.values[item]);
    if (items_[item].kind != MatchItemKind::name) return keys;
    for (const MatchValue& former : record.formers) {
        for (std::string& key : blocking_keys(former)) keys.push_back(std::move(key));
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

std::vector<std::size_t> Matcher::candidates(const Record& record) const {
    std::vector<std::size_t> few, many;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        for (const std::string& key : keys_of(record, i)) {
            const auto found = postings_[slot(i)].find(key);
            if (found == postings_[slot(i)].end()) continue;
            auto& target = found->second.size() > common ? many : few;
            target.insert(target.end(), found->second.begin(), found->second.end());
        }
    }
    if (items_.size() == 1) few.insert(few.end(), many.begin(), many.end());
    // Of the many, those that came by two keys of different items (a record comes once for each key).
    std::sort(many.begin(), many.end());
    for (std::size_t i = 1; i < many.size(); ++i) {
        if (many[i] == many[i - 1]) few.push_back(many[i]);
    }
    std::sort(few.begin(), few.end());
    few.erase(std::unique(few.begin(), few.end()), few.end());
    return few;
}

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

std::vector<MatchPair> Matcher::match() {
    std::vector<MatchPair> pairs;
    std::vector<std::size_t> accepted_b(b_.records().size());
    for (std::size_t a = 0; a < a_.records().size(); ++a) {
        std::vector<MatchPair> found;
        for (const std::size_t b : candidates(a_.records()[a])) {
            auto levels = compare(a_.records()[a], b_.records()[b]);
            const MatchDecision decision = decide(levels);
            if (decision == MatchDecision::none) continue;
            found.push_back({a, b, decision, std::move(levels), 0});
        }
        const auto accepted =
            static_cast<std::size_t>(std::count_if(found.begin(), found.end(), [](const MatchPair& pair) {
                return pair.decision == MatchDecision::accept;
            }));
        for (MatchPair& pair : found) {
            const bool fits = pair.decision == MatchDecision::accept;
            if (accepted > 0 && !fits) continue;  // what fits outweighs what is doubtful
            pair.others = (fits ? accepted : found.size()) - 1;
            if (fits) ++accepted_b[pair.b];
            pairs.push_back(std::move(pair));
        }
        if (found.empty()) pairs.push_back({a, MatchPair::npos, MatchDecision::none, {}, 0});
    }
    for (MatchPair& pair : pairs) {
        if (pair.decision != MatchDecision::accept) continue;
        pair.others = std::max(pair.others, accepted_b[pair.b] - 1);
        if (pair.others > 0) pair.decision = MatchDecision::ambiguous;
    }
    return pairs;
}

}  // namespace

MatchTable::MatchTable(TableReader& table, const std::vector<MatchItem>& items,
                       std::string MatchItem::*header, const std::string& id, const std::string& name,
                       const MatchKnowledge& known) {
    std::vector<std::size_t> columns;
    for (const MatchItem& item : items) {
        const bool absent = (item.*header).empty();
        columns.push_back(absent ? MatchPair::npos : column_of(table, item.*header, name));
    }
    const std::size_t id_column = id.empty() ? MatchPair::npos : column_of(table, id, name);
    const std::size_t number = known.number.empty() ? MatchPair::npos : column_of(table, known.number, name);
    for (Batch batch; table.next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (batch.blank(i)) continue;
            Record record;
            record.record = batch.record_number(i);
            record.line = batch.line(i);
            if (id_column != MatchPair::npos) record.id = batch.cell(i, id_column);
            for (std::size_t c = 0; c < columns.size(); ++c) {
                const bool absent = columns[c] == MatchPair::npos;
                const std::string_view text = absent ? std::string_view{} : batch.cell(i, columns[c]);
                record.values.push_back(read_match_value(items[c].kind, text, known.places));
            }
            if (number != MatchPair::npos) {
                for (const std::string& former : known.former_names(batch.cell(i, number))) {
                    record.formers.push_back(read_match_value(MatchItemKind::former, former));
                }
            }
            records_.push_back(std::move(record));
        }
    }
}

std::string_view to_string(MatchDecision decision) {
    constexpr std::string_view words[] = {"accept", "ambiguous", "review", "none"};
    return words[static_cast<std::size_t>(decision)];
}

std::vector<MatchPair> match_records(const MatchTable& a, const MatchTable& b,
                                     const std::vector<MatchItem>& items, const MatchRules& rules) {
    return Matcher(a, b, items, rules).match();
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
