#pragma once

#include <bitset>
#include <cstdint>
#include <span>

#include "registries/store/database.hpp"

namespace daicho {

/// Of which prefectures the register of corporations has every corporation: those whose complete files it was
/// built from (PrefectureCounts). What it does not have there does not exist; elsewhere it says nothing of
/// what it lacks.
class CorporationCoverage {
 public:
    static constexpr unsigned prefectures = 47;

    static CorporationCoverage all_of_japan();

    void add(unsigned prefecture);
    void add_abroad() { abroad_ = true; }
    /// Of a municipality code of five digits, or of a prefecture: 18201, 18000.
    bool has(std::uint32_t place) const;
    bool has_all_of(std::span<const std::uint32_t> places) const;
    bool is_all_of_japan() const { return prefectures_.count() == prefectures; }
    /// Those with their seat abroad as well: a number that is not there was not given.
    bool is_everything() const { return is_all_of_japan() && abroad_; }

 private:
    std::bitset<prefectures + 1> prefectures_;  // by code
    bool abroad_ = false;
};

/// Nothing where the registry has no register of corporations.
CorporationCoverage read_corporation_coverage(const Database& database);

}  // namespace daicho
