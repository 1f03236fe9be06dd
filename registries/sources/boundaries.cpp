#include "registries/sources/geojson_outlines.hpp"
#include "registries/sources/lg_code_column.hpp"
#include "registries/sources/source.hpp"

namespace daicho {

namespace {

const FileForm municipality_form{
    [](std::string_view, std::string_view head) { return is_geojson_with(head, "N03_007"); },
    [](std::unique_ptr<ByteSource> file) {
        return open_geojson_outlines(
            std::move(file), {"N03_001", "N03_002", "N03_003", "N03_004", "N03_005", "N03_007"}, "N03_007");
    },
};

const FileForm town_form{
    [](std::string_view, std::string_view head) {
        return is_geojson_with(head, "KEY_CODE") && is_geojson_with(head, "S_NAME");
    },
    [](std::unique_ptr<ByteSource> file) {
        return open_geojson_outlines(
            std::move(file),
            {"KEY_CODE", "PREF_NAME", "CITY_NAME", "S_NAME", "HCODE", "KIGO_E", "X_CODE", "Y_CODE"},
            "KEY_CODE");
    },
};

void add_code_of_key(std::span<const std::string_view> key, std::string& code) {
    const std::string_view five = key.front().substr(0, 5);
    add_lg_code({&five, 1}, code);
}

}  // namespace

// Columns in models/publications/boundaries.gifm. A municipality or town of several islands is a feature of
// several polygons or several features, which nothing but their order tells apart.
Source municipality_boundaries_source() {
    return {
        .id = "mlit-boundaries",
        .title = {"行政区域データ（国土数値情報 N03）", "Boundaries of municipalities (MLIT, N03)"},
        .publisher = "国土交通省",
        .url = "https://nlftp.mlit.go.jp/ksj/gml/datalist/KsjTmplt-N03-2024.html",
        .licence = "CC-BY-4.0",
        .credit = "「国土数値情報（行政区域データ）」（国土交通省）を加工して作成",
        .layouts = {{.table = "municipality_outline",
                     .model = "publications.boundaries/MunicipalityOutline",
                     .key = {"N03_001", "N03_007", "part"},
                     .coverage = "N03_001",
                     .derived = {{"lg_code", {"N03_007"}, add_lg_code}},
                     .outline = "municipality",
                     .place_condition = "N03_007 <> ''",
                     .place_name = {"N03_001", "N03_003", "N03_004", "N03_005"},
                     .form = &municipality_form,
                     .note = {"座標は小数7桁（約1 cm）まで", "degrees have seven decimals (a centimetre)"}}},
    };
}

Source town_boundaries_source() {
    return {
        .id = "census-boundaries",
        .title = {"町丁・字等の境界（国勢調査 小地域）", "Boundaries of towns (census)"},
        .publisher = "総務省統計局",
        .url = "https://www.e-stat.go.jp/gis",
        .licence = "CC-BY-4.0",
        .credit = "「国勢調査 町丁・字等別境界データ」（総務省統計局）を加工して作成",
        .layouts = {{.table = "town_outline",
                     .model = "publications.boundaries/TownOutline",
                     .key = {"KEY_CODE", "part"},
                     .coverage = "KEY_CODE",
                     .coverage_size = 5,
                     .derived = {{"lg_code", {"KEY_CODE"}, add_code_of_key}},
                     .outline = "town",
                     .place_condition = "S_NAME <> '' and coalesce(HCODE, '') <> '8154'",
                     .place_name = {"PREF_NAME", "CITY_NAME", "S_NAME"},
                     .form = &town_form,
                     .note = {"配布データの項目の説明から作った配置。実物のファイルでは確かめていません",
                              "laid out after the description of its columns; no real file was at hand"}}},
    };
}

}  // namespace daicho
