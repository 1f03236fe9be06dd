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
#include "grammars/formats/output_tree.hpp"

namespace daicho {

namespace {

using Cells = OutputCells;
using Meaning = OutputColumn::Meaning;

/// The number of a record in the id of an entity whose model has no key.
constexpr std::string_view numbered = "record-";

/// `text` as a part of a URN (RFC 8141): other bytes than letters, digits and a few signs as %XX.
std::string urn_part(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           std::string_view("-._~").find(c) != std::string_view::npos;
        if (plain) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            (out += '%').append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
        }
    }
    return out;
}

/// Writes the keys once for all records.
void write_keys(OutputNode& node) {
    for (OutputNode& part : node.parts) {
        JsonWriter{part.written}.string(part.key);
        write_keys(part);
    }
}

/// Records as objects: of an array, a line each, features of GeoJSON (RFC 7946), nodes of a graph of
/// JSON-LD 1.1, or entities of NGSI-LD (ETSI GS CIM 009, normalized). Nested where the columns have paths.
/// Numbers are numbers where they are written as JSON writes them; all else is text.
class JsonTableWriter final : public TableWriter {
 public:
    enum class Form : std::uint8_t { array, lines, features, graph, entities };

    JsonTableWriter(std::unique_ptr<ByteSink> sink, OutputRequest request, Form form)
        : sink_(std::move(sink)), request_(std::move(request)), form_(form) {
        if (form_ == Form::features) find_position();
        root_ = output_tree(request_.columns);
        write_keys(root_);
        if (form_ == Form::array || form_ == Form::entities) text_ = "[";
        if (form_ == Form::graph) text_ = "{\"@context\":" + context() + ",\"@graph\":[";
        if (form_ == Form::features) text_ = R"({"type":"FeatureCollection","features":[)";
    }

    void write_header(Cells) override {}  // its keys are known
    void write_record(Cells cells) override;
    void finish() override {
        if (form_ == Form::array || form_ == Form::entities) text_ += "\n]\n";
        if (form_ == Form::features || form_ == Form::graph) text_ += "\n]}\n";
        sink_->write(text_);
        text_.clear();
        sink_->commit();
    }

 private:
    void find_position();
    void write_entity(JsonWriter& json, Cells cells);
    void write_property(JsonWriter& json, const OutputNode& node, Cells cells);
    static void write_point(JsonWriter& json, std::string_view longitude, std::string_view latitude) {
        json.begin_object().key("type").string("Point").key("coordinates").begin_array();
        json.decimal(longitude).decimal(latitude).end_array().end_object();
    }
    bool write_place(JsonWriter& json, const OutputNode& node, Cells cells) const;
    /// Without a model, names stand for what they say in the vocabulary of the file.
    std::string context() const {
        return request_.kind.context.empty() ? R"({"@vocab":"urn:daicho:table#"})" : request_.kind.context;
    }
    void write_members(JsonWriter& json, const OutputNode& node, Cells cells) const;
    void write_node(JsonWriter& json, const OutputNode& node, Cells cells) const;
    void write_value(JsonWriter& json, std::size_t column, std::string_view cell) const;
    void flush_when_full() {
        if (text_.size() < std::size_t{256} << 10) return;
        sink_->write(text_);
        text_.clear();
    }
    bool has_position(Cells cells) const {
        return is_json_number(output_cell(cells, latitude_)) &&
               is_json_number(output_cell(cells, longitude_));
    }

    std::unique_ptr<ByteSink> sink_;
    OutputRequest request_;
    Form form_;
    OutputNode root_;
    std::size_t latitude_ = 0, longitude_ = 0;  ///< of features
    bool in_geometry_ = false;                  ///< the position of this record is its geometry
    bool first_ = true;
    std::uint64_t record_ = 0;
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
    ++record_;
    in_geometry_ = form_ == Form::features && has_position(cells);
    JsonWriter json{text_};
    if (form_ == Form::entities) {
        write_entity(json, cells);
        flush_when_full();
        return;
    }
    json.begin_object();
    if (form_ == Form::graph) json.key("@type").string(request_.kind.name);
    if (form_ == Form::features) {
        json.key("type").string("Feature").key("geometry");
        if (in_geometry_) {
            write_point(json, cells[longitude_], cells[latitude_]);
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
    flush_when_full();
}

/// NGSI-LD keeps `id` and `type` for itself: items of these names go by the name with their prefix, but for
/// an id that is a URN: the entity has it.
void JsonTableWriter::write_entity(JsonWriter& json, Cells cells) {
    const OutputKind& kind = request_.kind;
    const std::string_view id = kind.id ? output_cell(cells, *kind.id) : std::string_view();
    const bool is_urn = id.starts_with("urn:ngsi-ld:");
    const std::string last = id.empty() ? std::string(numbered) + std::to_string(record_) : urn_part(id);
    json.begin_object().key("id");
    json.string(is_urn ? std::string(id) : "urn:ngsi-ld:" + urn_part(kind.name) + ":" + last);
    json.key("type").string(kind.name);
    for (const OutputNode& part : root_.parts) {
        if (!has_values(part, cells)) continue;
        if (is_urn && part.column == kind.id && part.key == "id") continue;
        const bool taken = part.key == "id" || part.key == "type";
        json.key(taken ? (kind.prefix.empty() ? "item" : kind.prefix) + ":" + part.key : part.key);
        write_property(json, part, cells);
    }
    for (std::size_t column = request_.columns.size(); column < cells.size(); ++column) {
        json.key(std::to_string(column + 1)).begin_object().key("type").string("Property");
        json.key("value").string(cells[column]).end_object();
    }
    json.key("@context").begin_array();
    if (!kind.context.empty()) json.raw(kind.context);
    json.string("https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context-v1.8.jsonld").end_array().end_object();
}

/// An object that is nothing but latitude and longitude is a place in space.
bool JsonTableWriter::write_place(JsonWriter& json, const OutputNode& node, Cells cells) const {
    const auto cell_of = [&](Meaning meaning) {
        const auto part = std::ranges::find_if(node.parts, [&](const OutputNode& one) {
            return one.column && request_.columns[*one.column].meaning == meaning;
        });
        return part == node.parts.end() ? std::string_view() : output_cell(cells, *part->column);
    };
    const std::string_view latitude = cell_of(Meaning::latitude), longitude = cell_of(Meaning::longitude);
    if (node.parts.size() != 2 || !is_json_number(latitude) || !is_json_number(longitude)) return false;
    json.begin_object().key("type").string("GeoProperty").key("value");
    write_point(json, longitude, latitude);
    json.end_object();
    return true;
}

/// Objects and arrays of them are values of a property as they are.
void JsonTableWriter::write_property(JsonWriter& json, const OutputNode& node, Cells cells) {
    if (write_place(json, node, cells)) return;
    json.begin_object().key("type").string("Property").key("value");
    write_node(json, node, cells);
    json.end_object();
}

void JsonTableWriter::write_members(JsonWriter& json, const OutputNode& node, Cells cells) const {
    for (const OutputNode& part : node.parts) {
        if (request_.leave_out_empty && !part.always_written && !has_values(part, cells)) continue;
        if (in_geometry_ && part.column && (*part.column == latitude_ || *part.column == longitude_))
            continue;
        json.written_key(part.written);
        write_node(json, part, cells);
    }
}

void JsonTableWriter::write_node(JsonWriter& json, const OutputNode& node, Cells cells) const {
    if (node.array) {
        json.begin_array();
        for (const OutputNode& part : node.parts) {
            if (!has_values(part, cells)) continue;
            if (part.column) {
                const auto write = [&](std::string_view value) { write_value(json, *part.column, value); };
                for_each_value(request_.columns[*part.column], cells[*part.column], write);
            } else {
                write_node(json, part, cells);
            }
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

std::unique_ptr<TableWriter> create_json_ld(std::unique_ptr<ByteSink> sink, OutputRequest request) {
    return std::make_unique<JsonTableWriter>(std::move(sink), std::move(request),
                                             JsonTableWriter::Form::graph);
}

std::unique_ptr<TableWriter> create_ngsi_ld(std::unique_ptr<ByteSink> sink, OutputRequest request) {
    request.leave_out_empty = true;
    return std::make_unique<JsonTableWriter>(std::move(sink), std::move(request),
                                             JsonTableWriter::Form::entities);
}

}  // namespace daicho
