#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// The day that a workbook counts its dates from.
enum class DateSystem : std::uint8_t { from_1900, from_1904 };

/// How a number of a workbook is meant, by its number format (ECMA-376 part 1, 18.8.30 and 18.8.31). A date
/// becomes 2020-12-22, with a time 2020-12-22T09:00; a format without the day 2020-12, without the month
/// 2020; the calendar of the format (令和2年12月22日) makes no difference. A time becomes 09:00, or 09:00:30
/// where the seconds are not 0; a duration ([h]:mm) 26:30. Digits in a mask are those that people see
/// (0000123, 123-4567), percentages 12.5%. All other numbers are written in full, with up to 15 significant
/// digits, neither rounded nor grouped nor with an exponent: 35.690628.
class NumberFormat {
 public:
    NumberFormat() = default;  ///< General
    explicit NumberFormat(std::string_view code);
    /// Of the formats that a workbook names by a number alone; those of the Japanese editions.
    static NumberFormat built_in(unsigned id);

    /// Numbers are written as they are.
    bool plain() const { return sections_.empty(); }
    void append(std::string& out, double value, DateSystem dates) const;
    /// A text with what the format shows around it: 山口県下関市 of 下関市 where that is "山口県"@.
    void append_text(std::string& out, std::string_view text) const;

 private:
    enum class Kind : std::uint8_t { plain, percent, mask, date };
    struct Section {
        Kind kind = Kind::plain;
        char relation = 0;  ///< '<' 'l' (<=) '>' 'g' (>=) '=' '!'; 0: no condition
        double limit = 0;
        bool year = false, month = false, day = false, time = false, elapsed = false;
        std::string mask;  ///< 0 # ? stand for digits, others for themselves
    };

    static Section read_section(std::string_view code);
    const Section* section_for(double value) const;
    static void append_date(std::string& out, double value, const Section& section, DateSystem dates);
    static bool append_masked(std::string& out, double value, const std::string& mask);

    void read_text_section(std::string_view code);

    std::vector<Section> sections_;
    std::string before_text_, behind_text_;
};

/// A number as people write it, with up to 15 significant digits and no exponent.
void append_plain_number(std::string& out, double value);

}  // namespace daicho
