#include "tools/record_lines.hpp"

#include <algorithm>
#include <set>

#include "grammars/formats/json_writer.hpp"

namespace daicho {

RecordLines::RecordLines(const std::vector<std::string>& header) {
    std::set<std::string> taken;
    for (std::size_t column = 0; column < header.size(); ++column) {
        const std::string number = std::to_string(column + 1);
        std::string key = header[column].empty() ? number : header[column];
        if (!taken.insert(key).second) taken.insert(key += "_" + number);
        JsonWriter{keys_.emplace_back()}.string(key);
    }
}

void RecordLines::append_members(JsonWriter& json, const Batch& batch, std::size_t record) const {
    const std::size_t width = batch.width(record);
    for (std::size_t column = 0; column < std::max(width, keys_.size()); ++column) {
        if (column < keys_.size()) {
            json.written_key(keys_[column]);
        } else {
            json.key(std::to_string(column + 1));
        }
        if (column < width) {
            json.string(batch.cell(record, column));
        } else {
            json.null();
        }
    }
}

}  // namespace daicho
