#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/os.hpp"

namespace daicho {

/// A value of a JSON document.
struct JsonValue {
    std::string text;  ///< of a string, a number (as it was written, where it is no integer), true and false
    std::string name;  ///< of a member of an object
    std::vector<JsonValue> items;    ///< of an array
    std::vector<JsonValue> members;  ///< of an object, in their order

    /// The member of that name; null where there is none.
    const JsonValue* find(std::string_view member) const;
    /// The text of the member of that name; empty where there is none.
    std::string_view text_of(std::string_view member) const;
};

/// Reads a JSON document (RFC 8259) from front to back and gives each element of the array `member` of its
/// outermost object to `use`; all else is passed over. One element is in memory at a time. Throws Error where
/// the text is no JSON, where it is nested deeper than 64, or where there is no such array.
void read_json_records(ByteSource& file, std::string_view member,
                       const std::function<void(const JsonValue&)>& use);

}  // namespace daicho
