#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "registries/corporations/prefecture_counts.hpp"
#include "registries/loading/row_check.hpp"

namespace daicho {

/// Rows of some numbers, as bytes (row_code.hpp).
struct CorporationRows {
    struct Row {
        std::uint64_t number;
        std::size_t begin;  ///< in `text`; the row ends where the next one begins
    };
    std::string text;
    std::vector<Row> rows;

    void clear() {
        text.clear();
        rows.clear();
    }
    void add(std::uint64_t number, std::string_view bytes) {
        rows.push_back({number, text.size()});
        text += bytes;
    }
    std::string_view bytes(std::size_t row) const {
        const std::size_t end = row + 1 < rows.size() ? rows[row + 1].begin : text.size();
        return std::string_view(text).substr(rows[row].begin, end - rows[row].begin);
    }
};

/// Rows of a batch, looked at and written as bytes.
struct CheckedCorporationRows {
    CheckedRows checked;  ///< those that are left out
    CorporationRows rows;
    std::string newest;  ///< the last day of publication
    PrefectureCounts prefectures;

    /// Makes them of `batch`, a part of the file number `file`. Two may be made at once, on two threads.
    void read(const Batch& batch, const RowCheck& check, std::uint32_t file);
};

/// The number that the digits are; 0 for what begins otherwise.
std::uint64_t corporation_number(std::string_view digits);
/// The thirteen digits of a number.
std::string corporate_number_text(std::uint64_t number);

}  // namespace daicho
