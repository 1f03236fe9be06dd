#pragma once

#include <string>
#include <vector>

#include "grammars/formats/batch.hpp"

namespace daicho {

class JsonWriter;

/// Writes records as JSON, an object a line, with the headers as keys.
class RecordLines {
 public:
    /// A header that occurred before gets its column number behind it, a blank one is its column number:
    /// keys of an object must differ.
    explicit RecordLines(const std::vector<std::string>& header);

    void append(std::string& out, const Batch& batch, std::size_t record) const;
    /// The cells alone, into an object that was begun.
    void append_members(JsonWriter& json, const Batch& batch, std::size_t record) const;

 private:
    std::vector<std::string> keys_;
};

}  // namespace daicho
