#include "grammars/formats/output_form.hpp"

#include <algorithm>
#include <array>

#include "grammars/formats/name_ending.hpp"
#include "grammars/text/spaces.hpp"

namespace daicho {

// What the files of the forms define.
std::unique_ptr<TableWriter> create_csv(std::unique_ptr<ByteSink> sink, OutputRequest request);
std::unique_ptr<TableWriter> create_json(std::unique_ptr<ByteSink> sink, OutputRequest request);
std::unique_ptr<TableWriter> create_json_lines(std::unique_ptr<ByteSink> sink, OutputRequest request);
std::unique_ptr<TableWriter> create_geojson(std::unique_ptr<ByteSink> sink, OutputRequest request);
std::unique_ptr<TableWriter> create_xml(std::unique_ptr<ByteSink> sink, OutputRequest request);
std::unique_ptr<TableWriter> create_json_ld(std::unique_ptr<ByteSink> sink, OutputRequest request);
std::unique_ptr<TableWriter> create_ngsi_ld(std::unique_ptr<ByteSink> sink, OutputRequest request);
std::unique_ptr<TableWriter> create_ooxml(std::unique_ptr<ByteSink> sink, OutputRequest request);

namespace {

constexpr OutputForm known_forms[] = {
    {"csv", "CSV", ".csv .txt", true, false, false, false, create_csv},
    {"tsv", "TSV", ".tsv .tab", true, false, false, false, create_csv},
    {"xlsx", "Excel (xlsx)", ".xlsx", false, false, false, false, create_ooxml},
    {"json", "JSON", ".json", false, true, false, false, create_json},
    {"jsonl", "JSON Lines", ".jsonl .ndjson", false, true, false, false, create_json_lines},
    {"geojson", "GeoJSON", ".geojson", false, true, true, false, create_geojson},
    {"xml", "XML", ".xml", false, true, false, true, create_xml},
    {"jsonld", "JSON-LD", ".jsonld", false, true, false, true, create_json_ld},
    {"ngsi-ld", "NGSI-LD", ".ngsild", false, true, false, true, create_ngsi_ld},
};

}  // namespace

std::span<const OutputForm> output_forms() {
    return known_forms;
}

const OutputForm* find_output_form(std::string_view name) {
    const auto forms = output_forms();
    const auto found = std::ranges::find(forms, name, &OutputForm::name);
    return found == forms.end() ? nullptr : &*found;
}

const OutputForm* output_form_by_name(std::string_view path) {
    const auto forms = output_forms();
    const auto found = std::ranges::find_if(
        forms, [&](const OutputForm& form) { return has_one_of_endings(path, form.endings); });
    return found == forms.end() ? nullptr : &*found;
}

bool names_unwritten_form(std::string_view path) {
    return has_one_of_endings(
        path,
        ".xls .xlsm .xlsb .ods .numbers .pdf .doc .docx .odt .html .htm .md .yaml .yml .toml .rdf "
        ".ttl .parquet .feather .shp .kml .gpkg .gml .db .sqlite .mdb .accdb .dbf .zip .gz .bz2 .xz "
        ".zst .7z .lzh .tar .tgz .png .jpg .svg");
}

char usual_delimiter(const OutputForm& form) {
    return form.name == "tsv" ? '\t' : ',';
}

OutputColumn::Meaning meaning_of_header(std::string_view header) {
    constexpr std::array<std::string_view, 6> latitudes = {"緯度", "latitude", "Latitude",
                                                           "lat",  "Lat",      "LAT"};
    constexpr std::array<std::string_view, 9> longitudes = {"経度", "longitude", "Longitude", "lon", "Lon",
                                                            "LON",  "lng",       "Lng",       "LNG"};
    const std::string_view name = trimmed(header);
    if (std::ranges::find(latitudes, name) != latitudes.end()) return OutputColumn::Meaning::latitude;
    if (std::ranges::find(longitudes, name) != longitudes.end()) return OutputColumn::Meaning::longitude;
    return OutputColumn::Meaning::text;
}

}  // namespace daicho
