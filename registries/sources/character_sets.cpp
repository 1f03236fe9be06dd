#include <memory>

#include "grammars/text/spaces.hpp"
#include "registries/sources/line_stream.hpp"
#include "registries/sources/source.hpp"

namespace daicho {

namespace {

// 0x2131	U+203E	# OVERLINE	Windows: U+FFE3
void read_jis_line(std::string_view line, std::vector<std::string_view>& cells) {
    if (line.starts_with('#') || trimmed(line).empty()) return;
    while (!line.empty() && cells.size() < 4) {
        std::string_view cell = cut_before(line, "\t");
        if (cells.size() == 2 && cell.starts_with('#')) cell.remove_prefix(1);
        cells.push_back(trimmed(cell));
    }
    if (!line.empty()) cells.push_back(trimmed(line));
    if (cells.size() < 5) cells.resize(5);
}

/// Lines of a file of IMI: the address and the name of the set stand in comments on top, the characters
/// below, one code point a line.
class SetReader {
 public:
    void operator()(std::string_view line, std::vector<std::string_view>& cells) {
        if (line.starts_with('#')) {
            keep(line, "参照 URI:", set_);
            keep(line, "名称:", name_);
        } else if (!trimmed(line).empty()) {
            cells = {set_, name_, trimmed(line)};
        }
    }

 private:
    /// The first one is that of the set; those below belong to the documents it is made from.
    static void keep(std::string_view line, std::string_view label, std::string& to) {
        const auto at = line.find(label);
        if (!to.empty() || at == line.npos) return;
        line.remove_prefix(at + label.size());
        cut_before(line, "\"");
        to = cut_before(line, "\"");
    }

    std::string set_;
    std::string name_;
};

/// cid2code.txt of Adobe: comments on top, then a header and 32 columns.
void read_cid(std::string_view line, std::vector<std::string_view>& cells) {
    if (line.starts_with('#') || line.starts_with("CID\t") || line.empty()) return;
    while (!line.empty()) cells.push_back(cut_before(line, "\t"));
}

const FileForm cid_table = {
    [](std::string_view, std::string_view head) { return head.starts_with("# cid2code.txt"); },
    [](std::unique_ptr<ByteSource> file) { return open_line_stream(std::move(file), 32, read_cid); }};
const FileForm jis_table = {
    [](std::string_view, std::string_view head) { return head.starts_with("## JIS X 0213:2004 8-bit code"); },
    [](std::unique_ptr<ByteSource> file) { return open_line_stream(std::move(file), 5, read_jis_line); }};
const FileForm imi_set = {
    [](std::string_view name, std::string_view head) {
        return head.substr(0, 512).find("＠文字セット定義管理情報") != head.npos &&
               name.find("NotUse") == name.npos;
    },
    [](std::unique_ptr<ByteSource> file) { return open_line_stream(std::move(file), 3, SetReader()); }};

}  // namespace

// Columns of all of these in models/publications/character_sets.gifm.
Source jis_table_source() {
    return {
        .id = "jisx0213",
        .title = {"JIS X 0213:2004 と Unicode の対応表", "JIS X 0213:2004 to Unicode"},
        .publisher = "Project X0213",
        .url = "http://x0213.org/",
        .licence = "LicenseRef-Project-X0213-free-use",
        .credit = "Copyright (C) 2001 earthian@tama.or.jp, 2001 I'O, 2009 Project X0213",
        .layouts = {{.table = "jisx0213",
                     .model = "publications.character_sets/JisX0213Character",
                     .key = {"jis"},
                     .indexes = {"ucs"},
                     .form = &jis_table}},
    };
}

Source adobe_japan_source() {
    return {
        .id = "adobe-japan1",
        .title = {"Adobe-Japan1-7", "Adobe-Japan1-7"},
        .publisher = "Adobe",
        .url = "https://github.com/adobe-type-tools/Adobe-Japan1",
        .licence = "BSD-3-Clause",
        .credit = "Copyright Adobe Systems Incorporated",
        .layouts = {{.table = "adobe_japan_cid",
                     .model = "publications.character_sets/AdobeJapanCid",
                     .key = {"cid"},
                     .form = &cid_table}},
    };
}

Source imi_sets_source() {
    return {
        .id = "imi-character-sets",
        .title = {"IMI ユーティリティ文字セット", "Character sets of IMI"},
        .publisher = "独立行政法人情報処理推進機構",
        .url = "https://github.com/IMI-Tool-Project/imi-data-validator",
        .licence = "MIT",
        .credit = "IMI ユーティリティ文字セット（独立行政法人情報処理推進機構）",
        .layouts = {{.table = "imi_character",
                     .model = "publications.character_sets/CharacterSetMember",
                     .key = {"set", "ucs"},
                     .coverage = "set",
                     .indexes = {"ucs"},
                     .form = &imi_set}},
    };
}

Source character_levels_source() {
    return {
        .id = "character-levels",
        .title = {"文字の水準と利用範囲", "Levels of characters and where they may be used"},
        .publisher = "code4fukui/CharacterInformation",
        .url = "https://github.com/code4fukui/CharacterInformation",
        .licence = "MIT",
        .credit = "(c) 2019 ZZO(@68B09)",
        .layouts = {{.table = "character_level",
                     .model = "publications.character_sets/CharacterLevel",
                     .key = {"ucs"}}},
    };
}

Source tax_shrink_source() {
    return {
        .id = "nta-shrink-map",
        .title = {"JIS縮退マップ（国税庁）", "JIS shrink map of the National Tax Agency"},
        .publisher = "国税庁",
        .url = "https://www.houjin-bangou.nta.go.jp/download/",
        .licence = "CC-BY-4.0",
        .credit = "国税庁法人番号公表サイトのJIS縮退マップを加工して作成",
        .layouts = {{.table = "nta_shrink",
                     .model = "publications.character_sets/TaxShrink",
                     .key = {"x0213"},
                     .indexes = {"ucs"},
                     .note = {"公表された表を読み取って作られたもの", "decoded from the published table"}}},
    };
}

}  // namespace daicho
