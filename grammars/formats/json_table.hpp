#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// A member of an object of a JSON table.
struct JsonCell {
    std::string name;
    std::size_t begin = 0;  ///< of its value, in bytes of the document, quotation marks included
    std::size_t end = 0;
};

/// A record of a JSON table.
struct JsonTableRecord {
    std::uint64_t line = 0;  ///< 1-based, where the object begins
    std::vector<JsonCell> cells;
};

/// Reads a table that is JSON (RFC 8259, UTF-8, a byte-order mark may stand in front): an array of objects,
/// or an object a line (JSON Lines). The record lives for the call. Throws Error with the place where the
/// text is neither.
void for_each_json_record(std::string_view document, const std::string& name,
                          const std::function<void(const JsonTableRecord&)>& use);

/// A JSON table as CSV: the names of all members are the header, in the order in which they appear; texts
/// are in quotation marks, numbers, true and false are not; what is null or not there is empty.
struct JsonAsCsv {
    std::string csv;
    std::vector<std::uint64_t> lines;  ///< in the JSON, by record
};
JsonAsCsv csv_of_json(std::string_view document, const std::string& name);

/// Whether a file of that name is read as a JSON table: .json, .jsonl, .ndjson.
bool is_json_name(std::string_view path);

}  // namespace daicho
