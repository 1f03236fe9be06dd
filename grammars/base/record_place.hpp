#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// Where a record starts in its source. What the numbers count is said once for a table, by its `PlaceForm`;
/// a table of text fills `line` alone.
struct RecordPlace {
    std::uint64_t line = 0;      ///< physical line, or row of a sheet, 1-based; 0: no place
    std::uint32_t position = 0;  ///< character of the line, 1-based; 0: the line as a whole
    std::uint32_t element = 0;   ///< of the array or element that holds the records, 0-based

    constexpr RecordPlace() = default;
    constexpr RecordPlace(std::uint64_t of_line) : line(of_line) {}
    constexpr RecordPlace(std::uint64_t of_line, std::uint32_t of_position, std::uint32_t of_element)
        : line(of_line), position(of_position), element(of_element) {}

    auto operator<=>(const RecordPlace&) const = default;
};

/// How the places of a table are told.
struct PlaceForm {
    enum class Kind : std::uint8_t {
        line,          ///< 12
        cell,          ///< Sheet1!C12
        pointer,       ///< /items/11/name (RFC 6901)
        line_pointer,  ///< /name: a document a line (JSON Lines)
        path,          ///< /list/item[12]/name (XPath)
    };

    Kind kind = Kind::line;
    std::string of;  ///< the sheet; pointer of the array of records; path of the elements of records
    /// The columns of findings are those of the source; false where a transformation made others.
    bool source_columns = true;
    /// Of records that are nested: the ways from a record down to its columns ("/住所/連結表記"); null: the
    /// headers are these.
    std::shared_ptr<const std::vector<std::string>> ways{};
};

/// Appends a step of a JSON pointer (RFC 6901).
void append_pointer_step(std::string& pointer, std::string_view name);

/// A column as a spreadsheet names it: 0 is A, 26 AA.
std::string column_letters(std::size_t column);

/// The place as its format writes it, in UTF-8. `column` (1-based) and `header` lead to a cell; column 0: the
/// record. "" where there is no more to say than the line.
std::string place_text(const PlaceForm& form, const RecordPlace& place, std::uint32_t column,
                       std::string_view header);

}  // namespace daicho
