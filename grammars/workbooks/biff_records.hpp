#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace daicho {

/// Records of a stream of a workbook of Excel 97 to 2003 ([MS-XLS] 2.1.4), one after the other. What is
/// behind the end of a record is 0 bytes.
class BiffRecords {
 public:
    explicit BiffRecords(std::string_view stream, std::size_t at = 0) : stream_(stream), at_(at) {}

    /// Goes to the next record; false at the end of the stream, or where it is cut off.
    bool next();
    std::uint32_t id() const { return id_; }
    std::string_view data() const { return data_; }
    /// The id of the record behind this one; 0 where there is none.
    std::uint32_t next_id() const;

 private:
    std::string_view stream_;
    std::size_t at_;
    std::uint32_t id_ = 0;
    std::string_view data_;
};

/// Ids of records.
namespace biff {
inline constexpr std::uint32_t formula = 0x0006, end = 0x000A, date_mode = 0x0022, file_pass = 0x002F,
                               go_on = 0x003C, column_info = 0x007D, bound_sheet = 0x0085, many_rk = 0x00BD,
                               rich_label = 0x00D6, cell_format = 0x00E0, merged = 0x00E5, strings = 0x00FC,
                               label_of_string = 0x00FD, number = 0x0203, label = 0x0204,
                               bool_or_error = 0x0205, formula_text = 0x0207, row = 0x0208, rk = 0x027E,
                               number_format = 0x041E, begin = 0x0809;
}  // namespace biff

/// Reads on over a record and those that continue it.
class BiffText {
 public:
    /// `records` is at the record that begins it; `at`: where in its data.
    BiffText(BiffRecords& records, std::size_t at) : records_(records), at_(at) {}

    std::uint32_t number(std::size_t size);
    void skip(std::size_t size);
    /// A text with its count of characters in front, of `count_size` bytes (XLUnicodeRichExtendedString), as
    /// UTF-8, without what formats it and without its reading.
    void append(std::string& out, std::size_t count_size = 2);
    /// There is nothing more.
    bool ended() const { return ended_; }

 private:
    bool go_on();
    void append_characters(std::string& out, std::size_t count, bool wide);

    BiffRecords& records_;
    std::size_t at_;
    bool ended_ = false;
};

}  // namespace daicho
