#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "registries/corporations/corporation_items.hpp"

namespace daicho {

/// What the register says of a corporation in one row: a whole state, never a part of one. Texts are UTF-8 as
/// published; items that the edition has no column for are empty.
struct PublishedCorporation {
    std::array<std::string, corporation_item::count> values;

    const std::string& operator[](std::size_t item) const {
        return values[item];
    }  ///< corporation_item::name
    std::string& operator[](std::size_t item) { return values[item]; }

    /// The first five digits of the 全国地方公共団体コード; empty for a seat abroad.
    std::string municipality() const {
        return (*this)[corporation_item::prefecture_code] + (*this)[corporation_item::city_code];
    }
    /// Prefecture, municipality and the rest in one text.
    std::string address() const {
        return (*this)[corporation_item::prefecture] + (*this)[corporation_item::city] +
               (*this)[corporation_item::street];
    }
    bool withdrawn() const { return (*this)[corporation_item::process] == "99"; }
    bool closed() const { return !(*this)[corporation_item::close_date].empty(); }
    bool corrects() const { return (*this)[corporation_item::correct] == "1"; }
};

/// Reads a row: cells divided by commas, quoted where the publisher pleased, without its line end. Nothing
/// where it has none of the numbers of columns that editions had (23, 28, 29, 30).
std::optional<PublishedCorporation> read_published_corporation(std::string_view row);

/// The row of a state, every cell quoted where it has to be; `read_published_corporation` reads it. No line
/// end.
std::string write_published_corporation(const PublishedCorporation& state);

}  // namespace daicho
