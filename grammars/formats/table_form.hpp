#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "grammars/base/record_place.hpp"
#include "grammars/formats/dialect.hpp"

namespace daicho {

/// A sheet of a workbook.
struct SheetSummary {
    std::string name;  ///< UTF-8
    bool hidden = false;
    bool beside_data = false;  ///< its name says that it is an example, a list of choices or a guide
    bool chosen = false;       ///< the one that is read
    std::uint64_t rows = 0;    ///< with text
    std::size_t columns = 0;   ///< up to the last one with text
};

/// How a table is written down, as reports tell it.
struct TableForm {
    std::string_view format = "csv";  ///< name of the format; lives as long as the program
    std::string_view label = "CSV";   ///< the same as people write it
    std::optional<Dialect> text;      ///< of a table of text
    PlaceForm places;
    bool has_header = false;        ///< its columns have names
    std::uint64_t header_line = 0;  ///< line, or row of a sheet, on which the header starts; 0: there is none
};

}  // namespace daicho
