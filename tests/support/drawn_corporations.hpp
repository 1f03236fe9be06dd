#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "registries/store/database.hpp"

namespace daicho {

/// A corporation as a register has it.
struct DrawnCorporation {
    std::uint64_t number = 0;
    std::string name, reading, address;
    std::uint32_t place = 0;  ///< municipality code of five digits
    bool closed = false;
};

/// At most `count` corporations with a name for which `condition` holds, drawn by a digest of their numbers:
/// the same for the same register. 0: all.
inline std::vector<DrawnCorporation> draw_corporations(const Database& database, const std::string& condition,
                                                       std::size_t count) {
    Statement rows = database.prepare(
        "select corporateNumber, name, furigana, prefectureCode || cityCode, closeDate is not null, "
        "coalesce(prefectureName, '') || coalesce(cityName, '') || coalesce(streetNumber, '') "
        "from corporation where name <> '' and " +
        condition + " order by (corporateNumber * 2654435761) % 1000003, corporateNumber" +
        (count == 0 ? "" : " limit " + std::to_string(count)));
    std::vector<DrawnCorporation> all;
    while (rows.step()) {
        all.push_back({static_cast<std::uint64_t>(rows.integer(0)), std::string(rows.text(1)),
                       std::string(rows.text(2)), std::string(rows.text(5)),
                       static_cast<std::uint32_t>(rows.integer(3)), rows.integer(4) != 0});
    }
    return all;
}

}  // namespace daicho
