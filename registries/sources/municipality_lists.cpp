#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/formats/table_reader.hpp"
#include "registries/sources/lg_code_column.hpp"
#include "registries/sources/place_key.hpp"
#include "registries/sources/source.hpp"
#include "registries/sources/table_stream.hpp"

namespace daicho {

namespace {

enum class Sheet { none, all, wards };

/// Which sheet of the ministry's workbook a CSV was saved from. Both have the same headers; that of all
/// local governments has rows of prefectures, whose code has 000 behind that of the prefecture.
Sheet sheet_of(std::string_view name, std::string_view head) {
    constexpr std::string_view utf8 = "団体コード", cp932 = "\x92\x63\x91\xCC\x83\x52\x81\x5B\x83\x68";
    const std::string_view top = head.substr(0, 1024);
    if (top.find(utf8) == top.npos && top.find(cp932) == top.npos) return Sheet::none;
    try {
        const auto table =
            read_table(std::string(head.substr(0, head.rfind('\n') + 1)), {}, std::string(name));
        const auto& header = table->header();
        const bool official = header.size() == 5 && header[0] == "団体コード" &&
                              header[2].starts_with("市区町村名") && header[4].starts_with("市区町村名");
        Batch batch;
        if (!official || !table->next(batch)) return Sheet::none;
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (batch.cell(i, 0).size() == 6 && batch.cell(i, 0).substr(2, 3) == "000") return Sheet::all;
        }
        return Sheet::wards;
    } catch (const Error&) {  // no table, or its encoding stays undecided
        return Sheet::none;
    }
}

std::unique_ptr<RecordStream> open_municipality_list(std::unique_ptr<ByteSource> file) {
    return open_table_stream(std::move(file), true);
}

const FileForm all_governments = {
    [](std::string_view name, std::string_view head) { return sheet_of(name, head) == Sheet::all; },
    open_municipality_list};
const FileForm city_wards = {
    [](std::string_view name, std::string_view head) { return sheet_of(name, head) == Sheet::wards; },
    open_municipality_list};

}  // namespace

// Columns of all of these in models/publications/municipality_lists.gifm.
Source municipality_codes_source() {
    constexpr Text saved = {"公表されている xls のシートを CSV で保存したものを読みます",
                            "read from a sheet of the published xls that was saved as CSV"};
    return {
        .id = "municipality-codes",
        .title = {"全国地方公共団体コード", "Codes of local governments"},
        .publisher = "総務省",
        .url = "https://www.soumu.go.jp/denshijiti/code.html",
        .licence = "PDL-1.0",
        .credit = "全国地方公共団体コード（総務省）",
        .layouts =
            {
                {.table = "local_government",
                 .model = "publications.municipality_lists/MunicipalityCodeList",
                 .key = {"lg_code"},
                 .form = &all_governments,
                 .note = saved},
                {.table = "designated_city_ward",
                 .model = "publications.municipality_lists/MunicipalityCodeList",
                 .key = {"lg_code"},
                 .form = &city_wards,
                 .note = saved},
            },
    };
}

// e-Stat's list of areas at two dates, and what happened between them. An older list is history.
Source standard_areas_source() {
    return {
        .id = "estat-areas",
        .title = {"統計に用いる標準地域コードと廃置分合（変換済み）",
                  "Standard area codes of statistics and events of municipalities (converted)"},
        .publisher = "総務省統計局",
        .url = "https://github.com/UchidaMizuki/jpcity",
        .licence = "CC-BY-4.0",
        .credit = "統計に用いる標準地域コード（総務省統計局）を加工して作成",
        .layouts =
            {
                {.table = "standard_area",
                 .model = "publications.municipality_lists/StandardAreaCode",
                 .key = {"city_code"},
                 .derived = {{"lg_code", {"city_code"}, add_lg_code}},
                 .indexes = {"lg_code"},
                 .note = {"公表のままではなく、jpcity が変換したもの", "as converted by jpcity"}},
                {.table = "municipality_event",
                 .model = "publications.municipality_lists/MunicipalityEvent",
                 .key = {"date", "type", "event", "from_city_code", "to_city_code"},
                 .indexes = {"from_city_code, date", "to_city_code, date"},
                 .note = {"公表のままではなく、jpcity が変換したもの", "as converted by jpcity"}},
            },
    };
}

Source localgovjp_source() {
    return {
        .id = "localgovjp",
        .title = {"localgovjp 全国の自治体", "localgovjp: local governments"},
        .publisher = "code4fukui",
        .url = "https://github.com/code4fukui/localgovjp",
        .licence = "CC0-1.0",
        .layouts =
            {
                {.table = "localgovjp_municipality",
                 .model = "publications.municipality_lists/LocalGovernment",
                 .key = {"cid"},
                 .indexes = {"lgcode"}},
                {.table = "localgovjp_prefecture",
                 .model = "publications.municipality_lists/LocalGovernmentPrefecture",
                 .key = {"pid"}},
            },
    };
}

Source renamed_towns_source() {
    return {
        .id = "renamed-towns",
        .title = {"合併・改称した市町村", "Merged and renamed municipalities"},
        .publisher = "日本郵便",
        .url = "https://github.com/YuukiToriyama/merged-town-names",
        .licence = "MIT",
        .credit = "merged-town-names（日本郵便の市町村変更情報から作成）",
        .layouts =
            {
                {.table = "renamed_town",
                 .model = "publications.municipality_lists/RenamedTown",
                 .key = {"prefecture", "before", "after", "changed"},
                 .coverage = "prefecture",
                 .derived = {{"before_key", {"before"}, add_place_key}},
                 .indexes = {"before_key"},
                 .note = {"47都道府県のページから作られたもの", "made from the pages of 47 prefectures"}},
            },
    };
}

}  // namespace daicho
