#include <map>
#include <memory>

#include "grammars/text/spaces.hpp"
#include "registries/sources/line_stream.hpp"
#include "registries/sources/source.hpp"
#include "registries/sources/table_stream.hpp"

namespace daicho {

namespace {

std::unique_ptr<RecordStream> open_bare(std::unique_ptr<ByteSource> file) {
    return open_table_stream(std::move(file), false);
}
std::unique_ptr<RecordStream> open_kanji_list(std::unique_ptr<ByteSource> file) {
    return open_table_stream(std::move(file), true);
}

std::string_view first_line(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const std::string_view line = head.substr(0, head.find('\n'));
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
}

/// 法務省告示582号別表第四 comes as two lists with the same headers: only their names tell them apart.
bool is_notice(std::string_view head) {
    return first_line(head).starts_with("簡体字等の文字コード等,簡体字等のUCS,");
}

/// Numbered kanji without a header: "1,一". Only the name tells which list it is.
bool is_numbered(std::string_view head) {
    const std::string_view line = first_line(head);
    return line.starts_with("1,") && line.size() <= 6;
}

/// Lines of the CJKVI database: character, relation, related character and perhaps a note. Lines with <name>
/// and <rev> say what a relation is called and what it is seen from the other side.
class RelationReader {
 public:
    void operator()(std::string_view line, std::vector<std::string_view>& cells) {
        if (line.starts_with('#') || trimmed(line).empty()) return;
        const std::string_view first = cut_before(line, ","), second = cut_before(line, ",");
        if (second == "<name>" || second == "<rev>") {
            (second == "<name>" ? names_ : reverse_)[std::string(first)] = line;
            return;
        }
        const std::string_view related = trimmed(cut_before(line, ","));
        cells = {first, second, related, trimmed(line), said(names_, second), said(reverse_, second)};
    }

 private:
    using Facts = std::map<std::string, std::string, std::less<>>;
    static std::string_view said(const Facts& facts, std::string_view relation) {
        const auto found = facts.find(relation);
        return found == facts.end() ? std::string_view{} : std::string_view(found->second);
    }

    Facts names_;
    Facts reverse_;
};

// 逸󠄀	逸󠄁	逸	# note: one or two old forms, or none
void read_old_style(std::string_view line, std::vector<std::string_view>& cells) {
    if (line.starts_with('#') || trimmed(line).empty()) return;
    std::string_view note = line;
    std::string_view forms = cut_before(note, "#");
    cells.push_back(trimmed(cut_before(forms, "\t")));
    cells.push_back(trimmed(cut_before(forms, "\t")));
    cells.push_back(trimmed(forms));
    cells.push_back(trimmed(note));
}

const FileForm regular_use = {[](std::string_view name, std::string_view head) {
                                  return contains(name, "regular_use") && is_numbered(head);
                              },
                              open_bare};
const FileForm personal_name = {[](std::string_view name, std::string_view head) {
                                    return contains(name, "personal_name") && is_numbered(head);
                                },
                                open_bare};
const FileForm acceptable = {[](std::string_view name, std::string_view head) {
                                 return contains(name, "joyo_acceptable") && first_line(head) == "漢字";
                             },
                             open_kanji_list};
const FileForm itaiji = {
    [](std::string_view name, std::string_view head) { return contains(name, "itaiji") && is_notice(head); },
    open_kanji_list};
const FileForm ruiji = {
    [](std::string_view name, std::string_view head) { return contains(name, "ruiji") && is_notice(head); },
    open_kanji_list};
const FileForm relations = {
    [](std::string_view, std::string_view head) {
        return contains(head.substr(0, 4096), ",<name>,") || contains(head.substr(0, 4096), ",<rev>,");
    },
    [](std::unique_ptr<ByteSource> file) { return open_line_stream(std::move(file), 6, RelationReader()); }};
const FileForm old_style = {
    [](std::string_view, std::string_view head) { return head.starts_with("# Typical Old-Style IVS"); },
    [](std::unique_ptr<ByteSource> file) { return open_line_stream(std::move(file), 4, read_old_style); }};

}  // namespace

// Columns of all of these in models/publications/kanji_lists.gifm.
Source joyo_source() {
    return {
        .id = "joyo-table",
        .title = {"常用漢字表（音訓・字体）", "Table of the joyo kanji"},
        .publisher = "文化庁",
        .url = "https://github.com/mandel59/mojidata",
        .licence = "LicenseRef-public-domain",
        .layouts =
            {
                {.table = "joyo_reading",
                 .model = "publications.kanji_lists/JoyoReading",
                 .key = {"character", "reading"}},
                {.table = "joyo_acceptable",
                 .model = "publications.kanji_lists/JoyoAcceptable",
                 .key = {"character"},
                 .form = &acceptable},
                {.table = "joyo_kangxi",
                 .model = "publications.kanji_lists/JoyoKangxi",
                 .key = {"character", "kangxi"}},
                {.table = "kanji_replacement",
                 .model = "publications.kanji_lists/KanjiReplacement",
                 .key = {"from", "fromWord"}},
            },
    };
}

Source kanji_policy_source() {
    return {
        .id = "kanji-policy",
        .title = {"常用漢字と人名用漢字の一覧", "Kanji for regular use and for personal names"},
        .publisher = "文部科学省・法務省",
        .url = "https://github.com/vaiorabbit/everyday_use_kanji",
        .licence = "CC-BY-4.0",
        .credit = "常用漢字（文部科学省）、人名用漢字（法務省）",
        .layouts =
            {
                {.table = "regular_use_kanji",
                 .model = "publications.kanji_lists/RegularUseKanji",
                 .key = {"character"},
                 .not_compared = {"number"},
                 .form = &regular_use},
                {.table = "personal_name_kanji",
                 .model = "publications.kanji_lists/PersonalNameKanji",
                 .key = {"character"},
                 .not_compared = {"number"},
                 .form = &personal_name},
            },
    };
}

Source nyukan_source() {
    return {
        .id = "nyukan-notice",
        .title = {"法務省告示582号別表第四", "Characters for names of foreigners (notice 582)"},
        .publisher = "出入国在留管理庁",
        .url = "https://github.com/mandel59/mojidata",
        .licence = "LicenseRef-public-domain",
        .layouts =
            {
                {.table = "nyukan_itaiji",
                 .model = "publications.kanji_lists/NyukanVariant",
                 .key = {"code", "properCode"},
                 .indexes = {"character"},
                 .form = &itaiji},
                {.table = "nyukan_ruiji",
                 .model = "publications.kanji_lists/NyukanVariant",
                 .key = {"code", "properCode"},
                 .indexes = {"character"},
                 .form = &ruiji},
            },
    };
}

Source cjkvi_source() {
    return {
        .id = "cjkvi-variants",
        .title = {"CJKVI 異体字データベース", "CJKVI Variants Database"},
        .publisher = "Kanji Database Project",
        .url = "https://github.com/cjkvi/cjkvi-variants",
        .licence = "MIT",
        .credit = "Copyright (c) 2014 CJKVI Database",
        .layouts =
            {
                {.table = "character_relation",
                 .model = "publications.kanji_lists/CharacterRelation",
                 .key = {"character", "relation", "related", "note"},
                 .coverage = "relation",
                 .indexes = {"related"},
                 .form = &relations},
                {.table = "old_style_sequence",
                 .model = "publications.kanji_lists/OldStyleSequence",
                 .key = {"sequence", "oldSequence"},
                 .form = &old_style},
            },
    };
}

}  // namespace daicho
