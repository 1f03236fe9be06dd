#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "registries/matching/match_level.hpp"
#include "registries/matching/match_table.hpp"

namespace daicho {

enum class MatchDecision : std::uint8_t {
    accept,     ///< nothing is different, enough is equal, and no other record fits as well
    ambiguous,  ///< as `accept`, but several fit
    review,     ///< nothing is different, but not enough is equal
    none,       ///< nothing fits
};

std::string_view to_string(MatchDecision decision);

/// A record of A with one of B that fits; `b` is npos where none does.
struct MatchPair {
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    std::size_t a = 0;
    std::size_t b = npos;
    MatchDecision decision = MatchDecision::none;
    std::vector<ItemLikeness> levels;  ///< by item; empty for `none`
    std::size_t others = 0;            ///< records that fit as well
};

/// Most pairs of one record of A that are in the result; `MatchPair::others` counts all.
constexpr std::size_t most_pairs_of_record = 20;

struct MatchRules {
    std::size_t needed = 2;  ///< items that must be equal or folded (or a former name)
};

/// Joins the records. The decision is by a table, not by a score:
///
/// | any item different | → no pair |
/// | an item near, or fewer than `needed` equal, folded or former | → review |
/// | else | → accept, where it is the only one for both records; else ambiguous |
///
/// Records that share no key of any item are not compared; where more than a few hundred different ones share
/// one (八幡神社), those are that share another as well, of which a few hundred are compared and none is
/// accepted. Every record of A is in the result, in order. Works on `threads` threads (0: as many as the
/// machine has), whose number does not change the result.
std::vector<MatchPair> match_records(const MatchTable& a, const MatchTable& b,
                                     const std::vector<MatchItem>& items, const MatchRules& rules,
                                     unsigned threads = 0);

/// How well a set of items tells the records of a table apart.
struct MatchUniqueness {
    std::vector<std::size_t> items;
    std::uint64_t unique = 0;  ///< records that no other has the same keys as
    std::uint64_t shared = 0;
    std::uint64_t missing = 0;  ///< records that lack one of them
};

/// For every set of the items, the smallest first; at most six items are taken.
std::vector<MatchUniqueness> uniqueness_of(const MatchTable& table, std::size_t items);

}  // namespace daicho
