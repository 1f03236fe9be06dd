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
        keys_.push_back(std::move(key));
    }
}

void RecordLines::append_members(JsonWriter& json, const Batch& batch, std::size_t record) const {
    const std::size_t width = batch.width(record);
    for (std::size_t column = 0; column < std::max(width, keys_.size()); ++column) {
        json.key(column < keys_.size() ? keys_[column] : std::to_string(column + 1));
        if (column < width) {
            json.string(batch.cell(record, column));
        } else {
            json.null();
        }
    }
}

}  // namespace daicho
