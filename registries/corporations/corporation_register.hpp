#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "registries/corporations/replay.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

/// A state of a corporation, with what is known of when it held. Days are YYYY-MM-DD, empty where there is
/// none.
class CorporationState {
 public:
    /// A cell, as published: corporation_item::name … Columns that nobody asks for are empty: places in
    /// files, images of addresses, addresses in English.
    const std::string& operator[](std::size_t item) const { return cells_[item]; }

    /// The number was withdrawn (処理区分 99): the row has no other cells.
    bool is_withdrawal() const { return cells_[corporation_item::process] == "99"; }
    /// The register says so still, of the present or of a past time.
    bool is_believed() const { return end == StateEnd::none; }
    bool is_closed() const { return !cells_[corporation_item::close_date].empty(); }
    /// From the prefecture on.
    std::string address() const {
        return cells_[corporation_item::prefecture] + cells_[corporation_item::city] +
               cells_[corporation_item::street];
    }
    /// First day on which it held.
    const std::string& valid_from() const { return cells_[corporation_item::change_date]; }
    /// First day on which the register said so.
    const std::string& recorded_from() const { return cells_[corporation_item::update_date]; }

    std::string valid_until;     ///< first day on which the next state held; empty: it holds
    std::string recorded_until;  ///< first day on which the register said so no longer; empty: it does
    StateEnd end = StateEnd::none;
    bool present = false;   ///< the newest state
    std::int64_t file = 0;  ///< that published it: `file.id` in the registry

 private:
    friend class CorporationRegister;
    std::array<std::string, corporation_item::count> cells_;
};

/// One corporation took over another.
struct CorporationMerger {
    std::int64_t absorbed = 0;
    std::int64_t survivor = 0;
    std::string date;        ///< from which it holds
    bool in_column = false;  ///< 承継先法人番号 of the absorbed corporation says so
    bool in_text = false;    ///< 変更事由の詳細 of one of the two says so
};

/// Reads the register of corporations of a registry. Not for use from two threads at once.
class CorporationRegister {
 public:
    /// Whether the registry has one.
    static bool is_in(const Registry& registry) { return registry.has("corporation"); }

    explicit CorporationRegister(const Registry& registry) : registry_(registry) {}

    /// 13 digits as a number; nothing where they are none. The check digit is not looked at.
    static std::optional<std::int64_t> number(std::string_view digits);

    bool has(std::int64_t number) const;
    /// The present state; that of a withdrawn number is the withdrawal.
    std::optional<CorporationState> find(std::int64_t number) const;
    /// The state that held on `day`, as the register knows it today. Nothing where the number was not given
    /// yet, or where no state of that day was published among what the registry has.
    std::optional<CorporationState> find(std::int64_t number, std::string_view day) const;
    /// All states in the order of their publication, those that the register took back included.
    std::vector<CorporationState> states(std::int64_t number) const;
    /// That of `states`, which are all of one corporation, which `find` gives: the present one, or the one of
    /// `day`. Null where there is none.
    static const CorporationState* present_of(std::span<const CorporationState> states);
    static const CorporationState* state_on(std::string_view day, std::span<const CorporationState> states);

    /// Who took over the corporation, and who that one, to the end: every hop, in order. A corporation that
    /// goes round in a circle comes once; of several survivors the one that the column names, then the
    /// newest, is followed.
    std::vector<CorporationMerger> successors(std::int64_t number) const;
    /// Whom the corporation took over itself, by date.
    std::vector<CorporationMerger> absorbed_by(std::int64_t number) const;

 private:
    static void read_cells(const Statement& row, std::int64_t number, CorporationState& state);
    static void read_present(const Statement& row, std::int64_t number, CorporationState& state);
    bool may_have_past(std::int64_t number) const;
    /// All states but the present one; gives where among them that one has its place.
    std::size_t read_past(std::int64_t number, std::vector<CorporationState>& states) const;
    std::optional<CorporationMerger> next_successor(std::int64_t number) const;

    const Registry& registry_;
};

}  // namespace daicho
