#include "registries/sources/postal_changes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace daicho {

namespace {

using Cells = std::array<std::string, ken_all::columns>;
using Columns = std::vector<ken_all::Column>;
using Places = std::set<std::size_t>;  // in a list of records

std::string key_of(const Cells& cells, const Columns& columns) {
    std::string key;
    for (const auto column : columns) key.append(cells[column]).push_back('\n');
    return key;
}

/// Places in `records` whose cells are not among those of `others` as often.
Places only_in(const std::vector<PostalRecord>& records, const std::vector<PostalRecord>& others) {
    const auto less = [](const Cells* a, const Cells* b) { return *a < *b; };
    std::multiset<const Cells*, decltype(less)> theirs(less);
    for (const PostalRecord& record : others) theirs.insert(&record.cells);
    Places only;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto same = theirs.find(&records[i].cells);
        if (same == theirs.end()) {
            only.insert(i);
        } else {
            theirs.erase(same);
        }
    }
    return only;
}

std::map<std::string, Places> by_key(const std::vector<PostalRecord>& records, const Places& places,
                                     const Columns& columns) {
    std::map<std::string, Places> groups;
    for (const std::size_t place : places) groups[key_of(records[place].cells, columns)].insert(place);
    return groups;
}

class Pairing {
 public:
    Pairing(const std::vector<PostalRecord>& older, const std::vector<PostalRecord>& newer)
        : older_(older), newer_(newer), ended_(only_in(older, newer)), begun_(only_in(newer, older)) {}

    /// Pairs what is left and has the same cells in `columns`.
    void pair(PostalChangeKind kind, const Columns& columns) {
        const auto before = by_key(older_, ended_, columns);
        const auto after = by_key(newer_, begun_, columns);
        for (const auto& [key, places] : before) {
            const auto found = after.find(key);
            if (places.size() != 1 || found == after.end() || found->second.size() != 1) continue;
            changes_.push_back({kind, *places.begin(), *found->second.begin()});
            ended_.erase(*places.begin());
            begun_.erase(*found->second.begin());
        }
    }

    std::vector<PostalChange> finish() {
        for (const std::size_t place : ended_) changes_.push_back({PostalChangeKind::ended, place, {}});
        for (const std::size_t place : begun_) changes_.push_back({PostalChangeKind::begun, {}, place});
        std::sort(changes_.begin(), changes_.end(), [](const PostalChange& a, const PostalChange& b) {
            constexpr auto last = static_cast<std::size_t>(-1);
            return std::pair(a.before.value_or(last), a.after) < std::pair(b.before.value_or(last), b.after);
        });
        return changes_;
    }

 private:
    const std::vector<PostalRecord>& older_;
    const std::vector<PostalRecord>& newer_;
    Places ended_;
    Places begun_;
    std::vector<PostalChange> changes_;
};

}  // namespace

std::vector<PostalChange> pair_postal_changes(const std::vector<PostalRecord>& older,
                                              const std::vector<PostalRecord>& newer) {
    using enum ken_all::Column;
    Pairing pairing(older, newer);
    pairing.pair(PostalChangeKind::changed, {lg_code, postal_code, town, town_kana});
    pairing.pair(PostalChangeKind::changed, {lg_code, postal_code, town});
    pairing.pair(PostalChangeKind::moved, {lg_code, town});
    pairing.pair(PostalChangeKind::renamed, {lg_code, postal_code});
    return pairing.finish();
}

}  // namespace daicho
