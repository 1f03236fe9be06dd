#include "registries/matching/match_candidates.hpp"

#include <algorithm>

namespace daicho {

namespace {

/// More records of one key are too many to be compared one by one, and so many are compared of those that
/// have two such keys in common.
constexpr std::size_t common = 300;

template <class T>
void sort_and_unite(std::vector<T>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

void append_text(std::string& to, const MatchValue& value) {
    to.append(std::to_string(value.text.size())).append(1, ':').append(value.text);
}

std::string all_that_is_said(const MatchTable::Record& record) {
    std::string text;
    for (const MatchValue& value : record.values) append_text(text, value);
    text += '\n';
    for (const MatchValue& former : record.formers) append_text(text, former);
    return text;
}

std::uint64_t pair_of(std::uint32_t a, std::uint32_t b) {
    return (std::uint64_t{a} << 32u) + b;
}

/// Calls `use` with each pair of the ids, which ascend.
template <class Use>
void each_pair(const std::vector<std::uint32_t>& ids, const Use& use) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
        for (std::size_t j = i + 1; j < ids.size(); ++j) use(pair_of(ids[i], ids[j]));
    }
}

}  // namespace

MatchCandidates::MatchCandidates(const MatchTable& table, const std::vector<MatchItem>& items)
    : items_(items) {
    group(table);
    post(table);
}

/// Names and former names are looked for among one another.
std::size_t MatchCandidates::slot(std::size_t item) const {
    if (items_[item].kind != MatchItemKind::former) return item;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (items_[i].kind == MatchItemKind::name) return i;
    }
    return item;
}

/// Each begins with the item that it is of.
std::vector<std::string> MatchCandidates::keys_of(const MatchTable::Record& record) const {
    std::vector<std::string> keys;
    const auto add = [&](std::size_t item, const MatchValue& value) {
        const std::string start = std::to_string(slot(item)) + ' ';
        for (const std::string& key : blocking_keys(value)) keys.push_back(start + key);
    };
    for (std::size_t item = 0; item < items_.size(); ++item) {
        add(item, record.values[item]);
        if (items_[item].kind != MatchItemKind::name) continue;
        for (const MatchValue& former : record.formers) add(item, former);
    }
    sort_and_unite(keys);
    return keys;
}

void MatchCandidates::group(const MatchTable& table) {
    std::unordered_map<std::string, std::size_t> known;
    for (std::size_t r = 0; r < table.records().size(); ++r) {
        const std::size_t next = groups_.size();
        const std::size_t own = known.emplace(all_that_is_said(table.records()[r]), next).first->second;
        if (own == next) groups_.emplace_back();
        groups_[own].records.push_back(r);
    }
}

void MatchCandidates::post(const MatchTable& table) {
    const auto groups = static_cast<std::uint32_t>(groups_.size());
    std::vector<std::vector<std::uint32_t>> ids(groups);
    for (std::uint32_t g = 0; g < groups; ++g) {
        for (std::string& key : keys_of(table.records()[groups_[g].records.front()])) {
            const auto next = static_cast<std::uint32_t>(postings_.size());
            const std::uint32_t id = keys_.emplace(std::move(key), next).first->second;
            if (id == next) postings_.emplace_back();
            postings_[id].push_back(g);
            ids[g].push_back(id);
        }
    }
    for (std::uint32_t g = 0; g < groups; ++g) {
        std::erase_if(ids[g], [&](std::uint32_t id) { return postings_[id].size() <= common; });
        std::sort(ids[g].begin(), ids[g].end());
        each_pair(ids[g], [&](std::uint64_t pair) { both_[pair].push_back(g); });
    }
}

std::vector<std::uint32_t> MatchCandidates::group_of_record() const {
    std::size_t records = 0;
    for (const AlikeRecords& group : groups_) records += group.records.size();
    std::vector<std::uint32_t> places(records);
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
        for (const std::size_t record : groups_[g].records) places[record] = g;
    }
    return places;
}

MatchCandidates::Found MatchCandidates::of(const MatchTable::Record& record) const {
    Found found;
    std::vector<std::uint32_t> many;
    for (const std::string& key : keys_of(record)) {
        const auto id = keys_.find(key);
        if (id == keys_.end()) continue;
        const Postings& postings = postings_[id->second];
        if (postings.size() > common) {
            many.push_back(id->second);
        } else {
            found.groups.insert(found.groups.end(), postings.begin(), postings.end());
        }
    }
    const auto add_some = [&](const Postings& postings) {
        const std::size_t taken = std::min(postings.size(), common);
        if (taken < postings.size()) found.all = false;
        found.groups.insert(found.groups.end(), postings.begin(),
                            postings.begin() + static_cast<std::ptrdiff_t>(taken));
    };
    std::sort(many.begin(), many.end());
    if (items_.size() == 1) {
        for (const std::uint32_t id : many) add_some(postings_[id]);
    }
    each_pair(many, [&](std::uint64_t pair) {
        const auto both = both_.find(pair);
        if (both != both_.end()) add_some(both->second);
    });
    sort_and_unite(found.groups);
    return found;
}

}  // namespace daicho
