#include "grammars/formats/json_table.hpp"

#include "grammars/formats/csv_cell.hpp"
#include "grammars/formats/json_records.hpp"

#include <unordered_map>

namespace daicho {

namespace {

/// Takes down the members of the objects of a document, with the extents of their values.
class CellTaker final : public JsonListener {
 public:
    CellTaker(std::string_view document, const JsonReader& reader) : document_(document), reader_(reader) {}

    std::vector<JsonCell> cells;

    void key(std::string_view name) override {
        if (depth_ != 1) return;
        JsonCell& cell = cells.emplace_back();
        cell.name = name;
        const std::size_t colon = document_.find(':', reader_.place().offset);
        cell.begin = document_.find_first_not_of(" \t\r\n", colon + 1);
    }
    void value(JsonKind kind, std::string_view) override {
        if (depth_ != 1) return;
        // The reader is behind the value, or one byte further where that is a number.
        const std::size_t end = reader_.place().offset;
        cells.back().end =
            kind == JsonKind::number ? document_.find_first_of(",} \t\r\n", cells.back().begin) : end;
    }
    void begin(JsonKind) override { ++depth_; }
    void end() override {
        if (--depth_ == 1) cells.back().end = reader_.place().offset;
    }

 private:
    std::string_view document_;
    const JsonReader& reader_;
    std::size_t depth_ = 0;
};

}  // namespace

void for_each_json_record(std::string_view document, const std::string& name,
                          const std::function<void(const JsonTableRecord&)>& use) {
    JsonReader reader(document, name);
    JsonLayout layout;
    if (reader.peek() != '[') layout.kind = JsonLayout::Kind::lines;
    JsonRecords objects(reader, layout);
    CellTaker taker(document, reader);
    JsonTableRecord record;
    while (objects.next()) {
        taker.cells.clear();
        objects.read(taker);
        record.line = objects.place().line;
        std::swap(record.cells, taker.cells);
        use(record);
    }
}

JsonAsCsv csv_of_json(std::string_view document, const std::string& name) {
    std::unordered_map<std::string, std::size_t> columns;
    JsonAsCsv made;
    for_each_json_record(document, name, [&](const JsonTableRecord& record) {
        for (const JsonCell& cell : record.cells) {
            if (!columns.emplace(cell.name, columns.size()).second) continue;
            if (!made.csv.empty()) made.csv += ',';
            append_csv_cell(made.csv, cell.name, ',', true);
        }
    });
    made.csv += '\n';
    std::vector<std::string> row(columns.size());
    for_each_json_record(document, name, [&](const JsonTableRecord& record) {
        for (std::string& cell : row) cell.clear();
        for (const JsonCell& cell : record.cells) {
            const std::string_view value = document.substr(cell.begin, cell.end - cell.begin);
            std::string& to = row[columns.at(cell.name)];
            to.clear();
            if (value[0] == '"') {
                append_csv_cell(to, json_string_text(value), ',', true);
            } else if (value[0] == '{' || value[0] == '[') {
                append_csv_cell(to, value, ',', true);
            } else if (value != "null") {
                to = value;
            }
        }
        for (std::size_t c = 0; c < row.size(); ++c) made.csv.append(c > 0 ? "," : "").append(row[c]);
        made.csv += '\n';
        made.lines.push_back(record.line);
    });
    return made;
}

bool is_json_name(std::string_view path) {
    return path.ends_with(".json") || path.ends_with(".jsonl") || path.ends_with(".ndjson");
}

}  // namespace daicho
