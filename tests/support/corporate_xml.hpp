#pragma once

#include <string>
#include <vector>

#include "grammars/formats/file_opener.hpp"
#include "grammars/formats/table_reader.hpp"
#include "models/engine/model_set.hpp"

namespace daicho {

/// The names of the children of a record of corporate numbers, in order.
inline std::vector<std::string> corporate_items() {
    ModelSet models;
    std::vector<std::string> names;
    for (const Slot& slot : models.get("publications.corporate_number/CorporateNumberRecord").slots) {
        names.push_back(slot.path);
    }
    return names;
}

inline std::string in_xml(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        escaped += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    }
    return escaped;
}

/// A CSV file of corporate numbers as the XML of the same records.
inline std::string corporate_xml_of(const std::string& path) {
    ReadOptions options;
    options.header_row = 0;
    const auto items = corporate_items();
    const auto table = open_table(open_file(path), options);
    std::string records;
    std::size_t count = 0;
    for (Batch batch; table->next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i, ++count) {
            records += "  <corporation>\n";
            for (std::size_t item = 0; item < items.size(); ++item) {
                const std::string text = in_xml(batch.cell(i, item));
                records +=
                    "    <" + items[item] + (text.empty() ? "/>\n" : ">" + text + "</" + items[item] + ">\n");
            }
            records += "  </corporation>\n";
        }
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<corporations>\n  "
           "<lastUpdateDate>2026-08-21</lastUpdateDate>\n"
           "  <count>" +
           std::to_string(count) +
           "</count>\n  <divideNumber>1</divideNumber>\n  <divideSize>1</divideSize>\n" + records +
           "</corporations>\n";
}

}  // namespace daicho
