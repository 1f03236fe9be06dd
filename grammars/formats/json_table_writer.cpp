#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/json_number.hpp"
#include "grammars/formats/json_writer.hpp"
#include "grammars/formats/output_form.hpp"

namespace daicho {

namespace {

using Cells = std::span<const std::string_view>;
using Meaning = OutputColumn::Meaning;

/// A value of an object of the result, or what holds further ones.
struct JsonNode {
    std::string key;  ///< of an object's member; not used in an array
    std::optional<std::size_t> column;
    bool array = false;
    std::vector<JsonNode> parts;  ///< members, or elements
};

/// The member of `node` with that key, made where there is none. A key under which a value stands already
/// gets a number: keys of an object differ.
JsonNode& member(JsonNode& node, const std::string& key, bool holds_more, std::size_t column) {
    const auto found = std::ranges::find(node.parts, key, &JsonNode::key);
    if (found == node.parts.end()) {
        JsonNode& made = node.parts.emplace_back();
        made.key = key;
        return made;
    }
    if (holds_more && !found->column) return *found;
    return member(node, key + "_" + std::to_string(column + 1), holds_more, column);
}

JsonNode& element(JsonNode& node, std::uint32_t number) {
    node.array = true;
    if (node.parts.size() < number) node.parts.resize(number);
    return node.parts[number - 1];
}

void add_column(JsonNode& root, const OutputColumn& column, std::size_t index) {
    JsonNode* node = &root;
    std::vector<OutputStep> path = column.path;
    if (path.empty()) path.push_back({column.header.empty() ? std::to_string(index + 1) : column.header});
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool holds_more = i + 1 < path.size() || path[i].element != 0;
        node = &member(*node, path[i].name, holds_more, index);
        if (path[i].element != 0) node = &element(*node, path[i].element);
    }
    node->column = index;
}

std::string_view cell_of(Cells cells, std::size_t column) {
    return column < cells.size() ? cells[column] : std::string_view();
}

bool has_values(const JsonNode& node, Cells cells) {
    if (node.column) return !cell_of(cells, *node.column).empty();
    return std::ranges::any_of(node.parts, [&](const JsonNode& part) { return has_values(part, cells); });
}

/// Records as objects: of an array, a line each, or features of GeoJSON (RFC 7946). Nested where the columns
/// have paths. Numbers are numbers where they are written as JSON writes them; all else is text.
class JsonTableWriter final : public TableWriter {
 public:
    enum class Form : std::uint8_t { array, lines, features };

    JsonTableWriter(std::unique_ptr<ByteSink> sink, OutputRequest request, Form form)
        : sink_(std::move(sink)), request_(std::move(request)), form_(form) {
        if (form_ == Form::features) find_position();
        for (std::size_t i = 0; i < request_.columns.size(); ++i) add_column(root_, request_.columns[i], i);
        if (form_ == Form::array) text_ = "[";
        if (form_ == Form::features) text_ = R"({"type":"FeatureCollection","features":[)";
    }

    void write_header(Cells) override {}  // its keys are known
    void write_record(Cells cells) override;
    void finish() override {
        if (form_ == Form::array) text_ += "\n]\n";
        if (form_ == Form::features) text_ += "\n]}\n";
        sink_->write(text_);
        text_.clear();
        sink_->commit();
    }

 private:
    void find_position();
    void write_members(JsonWriter& json, const JsonNode& node, Cells cells) const;
    void write_node(JsonWriter& json, const JsonNode& node, Cells cells) const;
    void write_value(JsonWriter& json, std::size_t column, std::string_view cell) const;
    bool has_position(Cells cells) const {
        return is_json_number(cell_of(cells, latitude_)) && is_json_number(cell_of(cells, longitude_));
    }

    std::unique_ptr<ByteSink> sink_;
    OutputRequest request_;
    Form form_;
    JsonNode root_;
    std::size_t latitude_ = 0, longitude_ = 0;  ///< of features
    bool in_geometry_ = false;                  ///< the position of this record is its geometry
    bool first_ = true;
    std::string text_;
};

void JsonTableWriter::find_position() {
    const auto& columns = request_.columns;
    const auto find = [&](Meaning meaning) {
        return static_cast<std::size_t>(std::ranges::find(columns, meaning, &OutputColumn::meaning) -
                                        columns.begin());
    };
    latitude_ = find(Meaning::latitude);
    longitude_ = find(Meaning::longitude);
    if (latitude_ < columns.size() && longitude_ < columns.size()) return;
    throw Error{
        ErrorKind::input,
        request_.name + ": GeoJSON にするには、緯度と経度の列が要ります（見出し: 緯度、経度）。",
        request_.name + ": GeoJSON needs columns of latitude and longitude (headers: latitude, longitude)"};
}

void JsonTableWriter::write_record(Cells cells) {
    if (form_ != Form::lines) text_ += first_ ? "\n" : ",\n";
    first_ = false;
    in_geometry_ = form_ == Form::features && has_position(cells);
    JsonWriter json{text_};
    json.begin_object();
    if (form_ == Form::features) {
        json.key("type").string("Feature").key("geometry");
        if (in_geometry_) {
            json.begin_object().key("type").string("Point").key("coordinates").begin_array();
            json.decimal(cells[longitude_]).decimal(cells[latitude_]).end_array().end_object();
        } else {
            json.null();
        }
        json.key("properties").begin_object();
    }
    write_members(json, root_, cells);
    for (std::size_t column = request_.columns.size(); column < cells.size(); ++column)
        json.key(std::to_string(column + 1)).string(cells[column]);
    if (form_ == Form::features) json.end_object();
    json.end_object();
    if (form_ == Form::lines) text_ += '\n';
    if (text_.size() < std::size_t{256} << 10) return;
    sink_->write(text_);
    text_.clear();
}

void JsonTableWriter::write_members(JsonWriter& json, const JsonNode& node, Cells cells) const {
    for (const JsonNode& part : node.parts) {
        if (request_.leave_out_empty && !has_values(part, cells)) continue;
        if (in_geometry_ && part.column && (*part.column == latitude_ || *part.column == longitude_))
            continue;
        json.key(part.key);
        write_node(json, part, cells);
    }
}

void JsonTableWriter::write_node(JsonWriter& json, const JsonNode& node, Cells cells) const {
    if (node.array) {
        json.begin_array();
        for (const JsonNode& part : node.parts) {
            if (has_values(part, cells)) write_node(json, part, cells);
        }
        json.end_array();
    } else if (!node.column) {
        json.begin_object();
        write_members(json, node, cells);
        json.end_object();
    } else if (*node.column < cells.size()) {
        write_value(json, *node.column, cells[*node.column]);
    } else {
        json.null();
    }
}

void JsonTableWriter::write_value(JsonWriter& json, std::size_t column, std::string_view cell) const {
    if (request_.columns[column].meaning != Meaning::text && is_json_number(cell)) {
        json.decimal(cell);
    } else {
        json.string(cell);
    }
}

}  // namespace

std::unique_ptr<TableWriter> create_json(std::unique_ptr<ByteSink> sink, OutputRequest request) {
    return std::make_unique<JsonTableWriter>(std::move(sink), std::move(request),
                                             JsonTableWriter::Form::array);
}

std::unique_ptr<TableWriter> create_json_lines(std::unique_ptr<ByteSink> sink, OutputRequest request) {
    return std::make_unique<JsonTableWriter>(std::move(sink), std::move(request),
                                             JsonTableWriter::Form::lines);
}

std::unique_ptr<TableWriter> create_geojson(std::unique_ptr<ByteSink> sink, OutputRequest request) {
    return std::make_unique<JsonTableWriter>(std::move(sink), std::move(request),
                                             JsonTableWriter::Form::features);
}

}  // namespace daicho
