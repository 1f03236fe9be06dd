#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "grammars/formats/table_reader.hpp"
#include "registries/matching/match_level.hpp"

namespace daicho {

/// An item that both tables have, by their headers.
struct MatchItem {
    MatchItemKind kind = MatchItemKind::text;
    std::string a;
    std::string b;
};

/// What is known beside the tables; nothing of it is needed.
struct MatchKnowledge {
    const SeatReader* places = nullptr;
    /// Header of the column with the corporate numbers of the records; empty: none.
    std::string number;
    /// The former names of a corporate number (13 digits, in any notation).
    std::function<std::vector<std::string>(std::string_view number)> former_names;
};

/// A table whose records are compared: their values and keys.
class MatchTable {
 public:
    /// `id`: header of the column that names a record; empty: none. Throws Error where a column is not
    /// there.
    MatchTable(TableReader& table, const std::vector<MatchItem>& items, std::string MatchItem::*header,
               const std::string& id, const std::string& name, const MatchKnowledge& known = {});

    struct Record {
        std::uint64_t record = 0;
        std::uint64_t line = 0;
        std::string id;
        std::vector<MatchValue> values;   ///< by item
        std::vector<MatchValue> formers;  ///< names that the register had of its corporate number before
    };
    const std::vector<Record>& records() const { return records_; }

 private:
    std::vector<Record> records_;
};

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

struct MatchRules {
    std::size_t needed = 2;  ///< items that must be equal or folded (or a former name)
};

/// Joins the records. The decision is by a table, not by a score:
///
/// | any item different | → no pair |
/// | an item near, or fewer than `needed` equal, folded or former | → review |
/// | else | → accept, where it is the only one for both records; else ambiguous |
///
/// Records that share no key of any item are not compared; where more than a few hundred share one
/// (八幡神社), those are that share another as well. Every record of A is in the result, in order.
std::vector<MatchPair> match_records(const MatchTable& a, const MatchTable& b,
                                     const std::vector<MatchItem>& items, const MatchRules& rules);

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
