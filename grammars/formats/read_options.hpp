#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "grammars/formats/dialect.hpp"

namespace daicho {

/// What the caller knows already of a table that is to be read; what is left open is found out.
struct ReadOptions {
    std::optional<Encoding> encoding;
    std::optional<char> delimiter;
    std::optional<std::uint32_t>
        header_row;      ///< 1-based number of the header among the records; 0: no header
    std::string format;  ///< a name of the table of formats ("csv"); empty: by the file's name or first bytes
    std::string sheet;   ///< of a workbook: its name, or its number from 1; empty: the one that has the data
    std::string records{};  ///< of JSON, a pointer (RFC 6901) to the array of records; of XML, the path of
                            ///< the elements that are records; empty: found out
    bool layout = false;    ///< of a workbook, tell as findings all that it was laid out with for the eye
};

}  // namespace daicho
