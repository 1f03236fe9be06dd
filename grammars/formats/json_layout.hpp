#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "grammars/formats/json_reader.hpp"

namespace daicho {

/// Where the records of a JSON document are.
struct JsonLayout {
    enum class Kind : std::uint8_t {
        array,   ///< an array of objects
        lines,   ///< an object a line (JSON Lines)
        single,  ///< one object is the one record
        rows,    ///< an array of arrays, of which the first one names the columns
    };

    Kind kind = Kind::array;
    std::string pointer;               ///< RFC 6901: of the array, or of the one record; "" is the document
    std::vector<std::string> others;   ///< pointers of other arrays of objects, which are not read
    std::vector<std::string> outside;  ///< pointers of what stands beside the records, which is not read
    /// What may be meant as well where nobody named the records: the pointer to name for it; "": nothing.
    std::string instead;
    std::uint64_t bytes = 0;  ///< size of the document
};

/// Finds the records of the document that `reader` is at the start of, which is read: the array of objects
/// that is named as such (`names_records`), else the longest of those that are members of the document, where
/// nothing but what speaks of the document stands beside it (`is_about_document`), or little beside much;
/// else the document itself is the record. `wanted` is the pointer that somebody named; nothing: "". Throws
/// Error where there is nothing at that place, with the places that there are.
JsonLayout find_json_records(JsonReader& reader, const std::string& wanted);

}  // namespace daicho
