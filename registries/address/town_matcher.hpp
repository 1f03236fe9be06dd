#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "registries/address/index_view.hpp"

namespace daicho {

/// A name of towns that stands in the text.
struct TownMatch {
    std::uint32_t begin = 0;  ///< symbols
    std::uint32_t end = 0;
    std::uint32_t first_entry = 0;  ///< of town_entries
    std::uint32_t region_entry = address_format::nothing;
    std::uint32_t region_end = 0;
    std::int32_t cost = 0;
    bool guessed = false;            ///< a number was taken for a part of the name: it may be the lot
    std::uint32_t skipped_from = 0;  ///< street names: symbols [skipped_from, begin)
    /// The name up to this symbol was read by its sound: 0: none of it.
    std::uint32_t name_end = 0;
    bool koaza_named = false;  ///< it is that of the 小字, otherwise of the 大字・町

    /// What is read longer is better, what is read at a cost is worse: a symbol weighs 4.
    std::int32_t rank() const { return 4 * static_cast<std::int32_t>(end) - cost; }
};

/// The best matches of a search, best first, at most `at_most`.
class TownMatches {
 public:
    static constexpr std::uint32_t at_most = 16;

    void add(const TownMatch& match);
    template <class Bad>
    void drop_if(Bad&& bad) {
        const auto end = std::remove_if(matches_.begin(), matches_.begin() + count_, bad);
        count_ = static_cast<std::uint32_t>(end - matches_.begin());
    }
    /// Those that end at symbol `end` or before it.
    void drop_until(std::uint32_t end) {
        drop_if([&](const TownMatch& match) { return match.end <= end; });
    }
    bool empty() const { return count_ == 0; }
    std::uint32_t size() const { return count_; }
    const TownMatch& operator[](std::uint32_t i) const { return matches_[i]; }

 private:
    std::uint32_t count_ = 0;
    std::array<TownMatch, at_most> matches_;
};

/// Looks for names of towns below a node of the names of towns. However the text is made, a matcher takes no
/// more steps than its budget.
class TownMatcher {
 public:
    static constexpr std::uint32_t steps_in_all = 20'000;
    static constexpr std::uint32_t steps_a_search = 600;

    TownMatcher(const IndexView& index, const FoldedText& text)
        : index_(index), text_(text), part_letter_(index.fold(U'部')) {}

    /// Finds what begins at symbol `origin.begin` and is read up to `origin.end`; matches get the region of
    /// `origin` and its cost.
    void search(std::uint32_t node, const TownMatch& origin, TownMatches& found);

 private:
    struct State {
        std::uint32_t node;
        std::uint32_t at;
        std::int32_t cost;
        std::uint32_t number;  ///< symbols of the number just read; 0: something else was read
        bool kanji;            ///< that number is in kanji
        bool marked;           ///< 字 or 大字 stands before the part
        bool guessed;          ///< a number was taken for a part of the name
    };
    void visit(State state);
    void record(const State& state);
    void go(const State& state, std::uint16_t label, std::uint32_t symbols, std::int32_t cost);
    bool read_numbers(const State& state);
    bool is_joint(std::uint32_t at) const;
    void add_with_town_letter(TownMatch match) const;
    void add_with_part_letter(TownMatch match) const;
    void read_chome(const State& state);
    void read_left_out_units(const State& state);
    void skip_markers(const State& state);
    void try_all(const State& state, std::int32_t cost);
    bool begins_in_name() const;
    bool is_anchored() const { return origin_.region_entry != address_format::nothing; }
    void read_left_out_aza(const State& state);
    void read_left_out_towns(const State& state);

    const IndexView& index_;
    const FoldedText& text_;
    std::uint16_t part_letter_;  ///< 部
    TownMatches* found_ = nullptr;
    TownMatch origin_;
    std::uint32_t root_ = 0;  ///< where the search began
    std::uint32_t left_in_all_ = steps_in_all;
    std::uint32_t left_ = 0;
};

}  // namespace daicho
