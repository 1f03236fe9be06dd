#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace daicho {

/// The first records of a table, as cells.
using SampleRecords = std::vector<std::vector<std::string>>;

/// Where the header is among the first records.
struct HeaderPlace {
    bool found = false;
    std::size_t header = 0;  ///< index of the record with the names of the columns
    std::size_t records =
        0;  ///< records down to the last one that belongs to the header; data begins behind them
    std::size_t columns = 0;  ///< cells that most records have
    std::size_t width = 0;    ///< cells of the header itself
};

/// Finds the header below titles, comments (`#`), code and description rows. What decides: the names of
/// columns fill most of the columns in use, are no values (numbers, dates, URLs ...), and differ from what
/// stands below.
/// `#` lines in front of the table hold the header themselves where one of them names every column.
HeaderPlace find_header(const SampleRecords& records);

/// The place where the caller says that record `number` (1-based) is the header; 0: there is none.
HeaderPlace place_header(const SampleRecords& records, std::size_t number);

/// The names of the columns: those of the header, and for a blank one the text right above it where that is
/// part of the header (cells that were merged in a spreadsheet).
std::vector<std::string> header_names(const SampleRecords& records, const HeaderPlace& place);

/// The delimiter that cuts the records most evenly: one of , ; tab |
char find_delimiter(std::string_view sample, bool complete);

/// Cells of the first whole records of a text, at most `limit` records.
struct SampleRecord {
    std::vector<std::string> cells;
    std::size_t end = 0;  ///< offset behind the record
};
std::vector<SampleRecord> sample_records(std::string_view text, char delimiter, bool complete,
                                         std::size_t limit);

}  // namespace daicho
