#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "registries/address/address_matcher.hpp"
#include "registries/address/index_view.hpp"
#include "registries/address/lot_matcher.hpp"
#include "registries/address/region_matcher.hpp"
#include "registries/address/town_matcher.hpp"

namespace daicho {

/// A town that the text may mean, with what its registers have of the number.
struct TownCandidate {
    TownMatch match;
    std::uint32_t town = 0;
    std::uint32_t entry_flags = 0;
    LotText lot;
    std::uint32_t unknown_name_end =
        0;  ///< symbols [match.end, this) are a name that the registry does not have
    LotMatches numbers;
    std::int32_t number_weight = 0;  ///< the registry has the number
    std::int32_t score = 0;
    std::uint32_t variants = 0;
};

/// A town whose name was read already.
struct NamedTown {
    std::uint32_t node = 0;  ///< of the names of towns, behind the name
    TownMatch origin;
};

/// What an address that was read in another way than by its names names.
struct NamedTowns {
    Span postal_code;
    RegionMatches regions;
    std::vector<NamedTown> towns;
    std::vector<AddressChange> readings;  ///< of the region
    Span unread;
};

/// All that one text may mean, before one of it is chosen.
struct AddressCandidates {
    Span postal_code;
    std::uint32_t postal_number = 0;  ///< its value, where it is written
    std::uint32_t start = 0;          ///< symbol where the address begins
    RegionMatches regions;
    std::vector<TownCandidate> towns;  ///< best first
    std::size_t in_all = 0;            ///< towns, those that are not in the list too
    bool by_town_alone = false;
    std::vector<AddressChange> readings;  ///< of the region, where it is not written in Japanese
    Span unread;
};

/// Finds the candidates of one text: one function for each way in which an address begins, leaves something
/// out or is written otherwise, hence their number; they share the symbols of the text and the budget of
/// steps.
class AddressSearch {
 public:
    AddressSearch(const IndexView& index, std::string_view source, const AddressOptions& options)
        : index_(index),
          source_(source),
          options_(options),
          text_(source, index.fold),
          towns_(index, text_) {}

    /// `arranged` are the symbols of `source`: some of them, or in another order for `find_named`.
    AddressSearch(const IndexView& index, std::string_view source, const AddressOptions& options,
                  const FoldedText& arranged)
        : index_(index), source_(source), options_(options), text_(arranged), towns_(index, text_) {}

    AddressCandidates find();
    /// Of towns that are known by name: what the rest of the text says of them.
    AddressCandidates find_named(const NamedTowns& named);
    const FoldedText& text() const { return text_; }
    /// The best entry of the longest name of a region; null: there is none. `same` counts those as good.
    const address_format::RegionEntry* best_region(const AddressCandidates& found, std::size_t& same) const;

 private:
    void skip_postal_code(AddressCandidates& found) const;
    void search_regions(const RegionMatches& regions);
    void search_region(const RegionMatch& region);
    bool is_named_ward(const address_format::RegionEntry& entry) const;
    void search_streets(const RegionMatches& regions);
    void search_street(const RegionMatch& region, std::uint32_t at);
    std::uint32_t behind_part_of_street(std::uint32_t at) const;
    void search_everywhere(const AddressCandidates& found);
    bool ends_well(std::uint32_t end) const;
    bool ends_in_kind(std::uint32_t end) const;
    void drop_beginnings();
    void drop_streets();
    bool ends_way(std::uint32_t at) const;
    bool counts_streets(std::uint32_t at) const;
    std::int32_t entry_cost(std::uint32_t entry) const;
    void skip_unknown_name(TownCandidate& candidate) const;
    bool is_within(std::uint32_t municipality) const;
    bool prefecture_fits(const TownMatch& match, std::uint32_t municipality) const;
    void expand(AddressCandidates& found) const;
    bool is_beside_old_name(const TownMatch& match) const;
    void evaluate(TownCandidate& candidate) const;
    bool has_postal_code(const TownCandidate& candidate, const AddressCandidates& found) const;
    static void weigh_numbers(std::vector<TownCandidate>& towns);
    bool may_be_town(const RegionMatch& region) const;
    template <class IsNone>
    void search_deeper(const TownMatch& origin, const TownMatches& found, IsNone&& is_none);
    void search_within(const AddressCandidates& found);
    bool is_letter_alone(std::uint32_t at) const;
    bool is_weak(const RegionMatches& regions) const;

    const IndexView& index_;
    std::string_view source_;
    const AddressOptions& options_;
    FoldedText text_;
    TownMatcher towns_;
    TownMatches matches_;
    TownMatches beginnings_;  ///< names of one letter in front of others: only where nothing else is there
};

}  // namespace daicho
