#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// The date of an edition and what it is known from.
struct Edition {
    enum class From : unsigned char { name, archive, rows, file };
    std::string date;  ///< YYYY-MM-DD, YYYY-MM or YYYY; dates of any precision compare as texts
    From from = From::file;
};

std::string_view to_string(Edition::From from);  ///< "name" "archive" "rows" "file"

/// The date that a name says, of the innermost file that says one: "utf_ken_all_20260213.zip!utf_ken_all.csv"
/// is of 2026-02-13, "30000-17.0b.zip!30_2023.csv" of 2023, "mt_town_all.csv" of no date. A date is a run of
/// eight digits, or one of four between 1950 and 2099, that stands between other characters.
std::string edition_in_name(std::string_view locator);

}  // namespace daicho
