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
    std::string pointer;              ///< RFC 6901: of the array, or of the one record; "" is the document
    std::vector<std::string> others;  ///< pointers of other arrays of objects, which are not read
};

/// Finds the records of the document that `reader` is at the start of, which is read: the only array of
/// objects, the longest one of several that are members of the document; where neither is there, the document
/// itself. `wanted` is the pointer that somebody named; nothing: "". Throws Error where there is nothing at
/// that place, with the places that there are.
JsonLayout find_json_records(JsonReader& reader, const std::string& wanted);

/// Walks over the records.
class JsonRecords {
 public:
    /// `reader` is at the start of the document and must outlive it. Throws Error as `JsonReader` does, and
    /// where a record is none.
    JsonRecords(JsonReader& reader, const JsonLayout& layout);

    /// Goes to the next record, which must then be read; false at the end.
    bool next();
    /// Where that record begins.
    const JsonPlace& place() const { return place_; }
    void read(JsonListener& listener);

 private:
    void go_to(const std::string& pointer);
    [[noreturn]] void refuse(const std::string& ja, const std::string& en) const;

    JsonReader& reader_;
    JsonLayout::Kind kind_;
    bool whole_;  ///< the records are the document
    JsonPlace place_;
    bool first_ = true;
    bool ended_ = false;
};

}  // namespace daicho
