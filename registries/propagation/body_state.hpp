#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace daicho {

/// The columns of a row of the corporate number publication, in their order (法人番号公表サイト,
/// リソース定義書).
enum class BodyItem : std::uint8_t {
    sequence,
    number,
    process,
    correct,
    published,
    effective,
    name,
    name_image,
    kind,
    prefecture,
    city,
    street,
    address_image,
    prefecture_code,
    city_code,
    postal_code,
    outside,
    outside_image,
    close_date,
    close_cause,
    successor,
    change_cause,
    assigned,
    latest,
    en_name,
    en_prefecture,
    en_city,
    en_outside,
    furigana,
    hidden,
};

inline constexpr std::size_t body_items = 30;

/// The official English name of a column: "streetNumber".
std::string_view to_string(BodyItem item);

/// What the register says of a body in one row: a whole state, never a part of one. Texts are UTF-8 as
/// published; items that the edition has no column for are empty.
struct BodyState {
    std::array<std::string, body_items> values;

    const std::string& operator[](BodyItem item) const { return values[static_cast<std::size_t>(item)]; }
    std::string& operator[](BodyItem item) { return values[static_cast<std::size_t>(item)]; }

    /// The first five digits of the 全国地方公共団体コード; empty for a seat abroad.
    std::string municipality() const {
        return (*this)[BodyItem::prefecture_code] + (*this)[BodyItem::city_code];
    }
    /// Prefecture, municipality and the rest in one text.
    std::string address() const {
        return (*this)[BodyItem::prefecture] + (*this)[BodyItem::city] + (*this)[BodyItem::street];
    }
    bool withdrawn() const { return (*this)[BodyItem::process] == "99"; }
    bool closed() const { return !(*this)[BodyItem::close_date].empty(); }
    bool corrects() const { return (*this)[BodyItem::correct] == "1"; }
};

/// Reads a row: cells divided by commas, quoted where the publisher pleased, without its line end. Nothing
/// where it has none of the numbers of columns that editions had (23, 28, 29, 30).
std::optional<BodyState> read_body_state(std::string_view row);

/// The row of a state, every cell quoted where it has to be; `read_body_state` reads it. No line end.
std::string write_body_state(const BodyState& state);

}  // namespace daicho
