#include "registries/sources/lg_code_column.hpp"
#include "registries/sources/place_key.hpp"
#include "registries/sources/source.hpp"

namespace daicho {

// 位置参照情報, a zip for each prefecture or municipality; columns in
// models/publications/position_reference.gifm. A street block may have several points.
Source position_reference_source() {
    return {
        .id = "mlit-positions",
        .title = {"位置参照情報", "Positions of towns and street blocks"},
        .publisher = "国土交通省",
        .url = "https://nlftp.mlit.go.jp/isj/",
        .licence = "LicenseRef-MLIT-position-reference-terms",
        .credit = "位置参照情報（国土交通省）を加工して作成",
        .layouts =
            {
                {.table = "mlit_town",
                 .model = "publications.position_reference/TownPositionReference",
                 .key = {"townCode"},
                 .coverage = "prefectureCode",
                 .derived = {{"lg_code", {"cityCode"}, add_lg_code}, {"name_key", {"town"}, add_place_key}},
                 .indexes = {"name_key, lg_code"},
                 .place = "town",
                 .place_name = {"prefecture", "city", "town"}},
                {.table = "mlit_block",
                 .model = "publications.position_reference/BlockPositionReference",
                 .key = {"prefecture", "city", "town", "koaza", "block", "latitude", "longitude"},
                 .coverage = "city",
                 .derived = {{"lg_code", {"prefecture", "city"}, add_lg_code_of_names},
                             {"name_key", {"town", "koaza"}, add_place_key}},
                 .indexes = {"name_key, lg_code"},
                 .place = "block",
                 .place_name = {"prefecture", "city", "town", "koaza", "block"},
                 .note = {"国土交通省のデータ形式の説明から作った配置。実物のファイルでは確かめていません",
                          "laid out after the ministry's description; no real file was at hand"}},
            },
    };
}

// Without ids: the key of a town is its name.
Source nationwide_towns_source() {
    return {
        .id = "geolonia-towns",
        .title = {"全国の町丁目と位置（Geolonia、変換済み）",
                  "Towns of the whole country (Geolonia, converted)"},
        .publisher = "Geolonia",
        .url = "https://github.com/geolonia/japanese-addresses",
        .licence = "CC-BY-4.0",
        .credit = "Geolonia 住所データを加工して作成",
        .layouts =
            {
                {.table = "nationwide_town",
                 .model = "publications.position_reference/NationwideTown",
                 .key = {"pref", "city", "town", "koaza"},
                 .coverage = "pref",
                 .derived = {{"lg_code", {"pref", "city"}, add_lg_code_of_names},
                             {"name_key", {"town", "koaza"}, add_place_key}},
                 .indexes = {"name_key, lg_code"},
                 .place = "town",
                 .place_name = {"pref", "city", "town", "koaza"},
                 .note = {"公表された JSON を1つの表にしたもの", "the published JSON as one table"}},
            },
    };
}

}  // namespace daicho
