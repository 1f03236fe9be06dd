#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "registries/matching/match_table.hpp"

namespace daicho {

/// Records of a table that say the same in all items: compared once.
struct AlikeRecords {
    std::vector<std::size_t> records;
};

/// Finds the records of a table that may be one with a given one, in time that does not depend on how many
/// there are of a kind. May be asked from several threads.
class MatchCandidates {
 public:
    /// Both outlive it.
    MatchCandidates(const MatchTable& table, const std::vector<MatchItem>& items);

    struct Found {
        std::vector<std::uint32_t> groups;  ///< places in `groups()`, ascending
        bool all = true;                    ///< false: there are more than can be compared
    };
    /// Those that share a key that few have, or two keys.
    Found of(const MatchTable::Record& record) const;

    const std::vector<AlikeRecords>& groups() const { return groups_; }
    /// The group of each record of the table.
    std::vector<std::uint32_t> group_of_record() const;

 private:
    using Postings = std::vector<std::uint32_t>;

    std::size_t slot(std::size_t item) const;
    std::vector<std::string> keys_of(const MatchTable::Record& record) const;
    void group(const MatchTable& table);
    void post(const MatchTable& table);

    const std::vector<MatchItem>& items_;
    std::vector<AlikeRecords> groups_;
    std::unordered_map<std::string, std::uint32_t> keys_;  ///< places in `postings_`
    std::vector<Postings> postings_;                       ///< groups with a key, ascending
    std::unordered_map<std::uint64_t, Postings> both_;     ///< groups with two keys that many have
};

}  // namespace daicho
