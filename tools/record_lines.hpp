#pragma once

#include <string>
#include <vector>

#include "grammars/formats/batch.hpp"

namespace daicho {

class JsonWriter;

/// Writes records into objects of JSON, with the headers as keys.
class RecordLines {
 public:
    /// A header that occurred before gets its column number behind it, a blank one is its column number:
    /// keys of an object must differ.
    explicit RecordLines(const std::vector<std::string>& header);

    /// Writes the cells into an object that was begun.
    void append_members(JsonWriter& json, const Batch& batch, std::size_t record) const;

 private:
    std::vector<std::string> keys_;  // as JSON
};

}  // namespace daicho
