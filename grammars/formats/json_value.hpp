#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/json_reader.hpp"

namespace daicho {

/// A value of a JSON document.
struct JsonValue {
    JsonKind kind = JsonKind::null;
    std::string text;  ///< of a string, a number (as it was written, where it is no integer), true and false
    std::string name;  ///< of a member of an object
    std::vector<JsonValue> items;    ///< of an array
    std::vector<JsonValue> members;  ///< of an object, in their order

    /// The member of that name; null where there is none.
    const JsonValue* find(std::string_view member) const;
    /// The text of the member of that name; empty where there is none.
    std::string_view text_of(std::string_view member) const;
};

/// Reads the next value as a whole.
JsonValue read_json_value(JsonReader& reader);

/// Reads one JSON document that is in memory; nothing where the text is none, or where it is nested deeper
/// than `JsonReader` reads.
std::optional<JsonValue> parse_json(std::string_view text);

/// Reads a JSON document from front to back and gives each element of the array `member` of its outermost
/// object to `use`; all else is passed over. One element is in memory at a time. Throws Error where the text
/// is not JSON or where there is no such array.
void read_json_records(ByteSource& file, std::string_view member,
                       const std::function<void(const JsonValue&)>& use);

}  // namespace daicho
