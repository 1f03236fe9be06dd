#include "grammars/text/spaces.hpp"
#include "registries/sources/line_stream.hpp"
#include "registries/sources/source.hpp"

namespace daicho {

namespace {

bool begins_with(std::string_view head, std::string_view title) {
    return head.starts_with("\xEF\xBB\xBF") ? head.substr(3).starts_with(title) : head.starts_with(title);
}

/// "A ; B ; C # comment" of the Unicode character database (UAX #44, 4.2): the fields, and the comment as the
/// last one. False: there is nothing in front of the comment.
bool take_fields(std::string_view line, std::vector<std::string_view>& fields) {
    std::string_view comment = line;
    std::string_view data = cut_before(comment, "#");
    if (trimmed(data).empty()) return false;
    while (!data.empty()) fields.push_back(trimmed(cut_before(data, ";")));
    fields.push_back(trimmed(comment));
    return true;
}

// 3402 E0100; Adobe-Japan1; CID+13698
void read_sequence(std::string_view line, std::vector<std::string_view>& cells) {
    std::vector<std::string_view> fields;
    if (!take_fields(line, fields)) return;
    std::string_view selector = fields[0];
    cells = {cut_before(selector, " "), trimmed(selector)};
    cells.insert(cells.end(), fields.begin() + 1, fields.end() - 1);
}

// 0030 FE00; short diagonal stroke form; # DIGIT ZERO
// 10AC5 FE00; alternate form; isolate # MANICHAEAN LETTER DALETH
// 2A600 FE00; CJK COMPATIBILITY IDEOGRAPH-2FA1D;
void read_standardized(std::string_view line, std::vector<std::string_view>& cells) {
    std::string_view data = cut_before(line, "#");
    std::string_view selector = trimmed(cut_before(data, ";"));
    if (selector.empty()) return;
    const std::string_view base = cut_before(selector, " "), appearance = trimmed(cut_before(data, ";"));
    cells = {base, trimmed(selector), appearance, trimmed(data)};
}

// 2E8C..2E8D ; 5C0F  # [2] CJK RADICAL SMALL ONE..CJK RADICAL SMALL TWO
void read_equivalent(std::string_view line, std::vector<std::string_view>& cells) {
    std::vector<std::string_view> fields;
    if (!take_fields(line, fields)) return;
    std::string_view last = fields[0];
    cells = {cut_before(last, ".."), last};
    cells.insert(cells.end(), fields.begin() + 1, fields.end());
}

// 90'; 2EA6; 4E2C
void read_radical(std::string_view line, std::vector<std::string_view>& cells) {
    std::vector<std::string_view> fields;
    if (!take_fields(line, fields)) return;
    cells.assign(fields.begin(), fields.end() - 1);
}

const FileForm sequences = {
    [](std::string_view, std::string_view head) { return begins_with(head, "# IVD_Sequences"); },
    [](std::unique_ptr<ByteSource> file) { return open_line_stream(std::move(file), 4, read_sequence); }};
const FileForm standardized = {
    [](std::string_view, std::string_view head) { return begins_with(head, "# StandardizedVariants-"); },
    [](std::unique_ptr<ByteSource> file) { return open_line_stream(std::move(file), 4, read_standardized); }};
const FileForm equivalent = {
    [](std::string_view, std::string_view head) {
        return begins_with(head, "# EquivalentUnifiedIdeograph-");
    },
    [](std::unique_ptr<ByteSource> file) { return open_line_stream(std::move(file), 4, read_equivalent); }};
const FileForm radicals = {
    [](std::string_view, std::string_view head) { return begins_with(head, "# CJKRadicals-"); },
    [](std::unique_ptr<ByteSource> file) { return open_line_stream(std::move(file), 3, read_radical); }};

}  // namespace

// Files of the Unicode character database and of the ideographic variation database; columns in
// models/publications/unicode_characters.gifm. Each is complete.
Source unicode_characters_source() {
    return {
        .id = "unicode",
        .title = {"Unicode の文字データ", "Unicode character data"},
        .publisher = "Unicode, Inc.",
        .url = "https://www.unicode.org/ucd/",
        .licence = "Unicode-3.0",
        .credit = "Copyright © Unicode, Inc.",
        .layouts =
            {
                {.table = "variation_sequence",
                 .model = "publications.unicode_characters/VariationSequence",
                 .key = {"base", "selector", "collection"},
                 .indexes = {"collection, sequenceName"},
                 .form = &sequences},
                {.table = "standardized_variant",
                 .model = "publications.unicode_characters/StandardizedVariant",
                 .key = {"base", "selector", "contexts"},
                 .form = &standardized},
                {.table = "equivalent_ideograph",
                 .model = "publications.unicode_characters/EquivalentIdeograph",
                 .key = {"ucs"},
                 .form = &equivalent},
                {.table = "kangxi_radical",
                 .model = "publications.unicode_characters/KangxiRadical",
                 .key = {"radical"},
                 .form = &radicals},
                {.table = "unihan_property",
                 .model = "publications.unicode_characters/UnihanProperty",
                 .key = {"ucs", "property"},
                 .coverage = "property",
                 .note = {"Unihan の一部の属性を1つの表にしたもの",
                          "some properties of Unihan, brought into one table"}},
            },
    };
}

}  // namespace daicho
