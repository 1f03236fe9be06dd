#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/workbooks/sheet_cell.hpp"

namespace daicho {

/// Reads a row of the part of a worksheet as nearly all programs write them: elements without prefixes, no
/// comments, CDATA sections or references to characters but the five that have names. Whether a row is right
/// and what it means is for others to say wherever it is written in another way: the parser of XML, which is
/// ten times slower.
class RowScanner {
 public:
    enum class Found : std::uint8_t {
        row,      ///< it was read
        part,     ///< the text ends within it
        unusual,  ///< something else
    };

    explicit RowScanner(const CellMeanings& meanings) : meanings_(meanings) {}

    /// The row at the start of `text`, behind which a byte 0 can be read. `before`: number of the row above.
    Found read(std::string_view text, std::uint64_t before, SheetRow& row);
    /// Bytes that the row has, with the blanks in front of it, after `Found::row`.
    std::size_t size() const { return size_; }
    /// Whether `text` goes on with the end of the rows.
    static bool at_end(std::string_view text);

 private:
    struct Attribute {
        std::string_view name, value;
    };

    template <std::size_t length, std::size_t... places>
    bool take_signs(const char (&words)[length], std::index_sequence<places...>);
    template <std::size_t length>
    bool take(const char (&words)[length]);
    bool take(std::string_view words);
    void take_blanks();
    bool take_attributes();
    bool take_attribute();
    bool take_end_of_tag(bool& empty);
    bool take_text(std::string_view& text, std::string& decoded);
    bool take_reference(std::string& decoded);
    template <std::size_t length>
    bool take_end(const char (&name)[length]);
    bool take_row(std::uint64_t before, SheetRow& row);
    bool take_cells(SheetRow& row);
    bool take_cell(SheetRow& row);
    bool take_cell_attributes(const SheetRow& row, SheetCell& cell);
    bool take_next_place();
    bool take_short_attributes(const SheetRow& row, SheetCell& cell);
    bool set_attribute(const SheetRow& row, std::string_view name, std::string_view value, SheetCell& cell);
    bool take_parts(SheetCell& cell);
    bool take_value(SheetCell& cell);
    bool take_formula(SheetCell& cell);
    bool take_inline_text(SheetCell& cell);

    CellMeanings meanings_;
    const char* at_ = nullptr;
    bool ascii_ = true;
    std::size_t size_ = 0;
    std::uint32_t column_ = 0;
    std::string row_;                   ///< its number
    std::vector<std::string> letters_;  ///< of the first columns
    std::vector<Attribute> attributes_;
    std::string value_, text_;  ///< with their references undone
};

}  // namespace daicho
