#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace daicho {

/// A digest of a set of rows that a row can be added to and taken from, so that a day's changes cost no look
/// at the whole table. It finds damage, not malice.
class RowSum {
 public:
    RowSum() = default;
    /// What `text()` gave; anything else is the sum of no rows.
    explicit RowSum(std::string_view text);

    /// The cells of one row, one after the other.
    class Row {
     public:
        void add(std::string_view cell);

     private:
        friend class RowSum;
        std::uint64_t a_ = 0x243f'6a88'85a3'08d3, b_ = 0x1319'8a2e'0370'7344;
    };
    void add(const Row& row);
    void add(const RowSum& rows);
    void take(const RowSum& rows);
    /// 32 digits, lower case.
    std::string text() const;

 private:
    std::uint64_t a_ = 0, b_ = 0;
};

}  // namespace daicho
