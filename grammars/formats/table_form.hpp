#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "grammars/base/record_place.hpp"
#include "grammars/formats/dialect.hpp"

namespace daicho {

/// How a table is written down, as reports tell it.
struct TableForm {
    std::string_view format = "csv";  ///< name of the format; lives as long as the program
    std::string_view label = "CSV";   ///< the same as people write it
    std::optional<Dialect> text;      ///< of a table of text
    PlaceForm places;
    std::uint64_t header_line = 0;  ///< line, or row of a sheet, on which the header starts; 0: there is none
};

}  // namespace daicho
