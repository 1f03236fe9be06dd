#include <algorithm>
#include <cstdio>
#include <set>
#include <tuple>

#include "grammars/base/error.hpp"
#include "grammars/formats/batch_builder.hpp"
#include "grammars/text/code_point_name.hpp"
#include "registries/sources/column_form.hpp"
#include "registries/sources/font_file.hpp"
#include "registries/sources/glyph_number.hpp"
#include "registries/sources/source.hpp"

namespace daicho {

namespace {

constexpr std::size_t font_batch_size = 4000;
/// In which the header of a table stands.
constexpr std::size_t header_bytes = 4096;
/// A font of all characters that there are is smaller.
constexpr std::size_t most_bytes = std::size_t{512} << 20;

struct NumberedGlyph {
    std::string number;
    FontGlyph glyph;
};

struct NumberedFace {
    std::string family;
    std::string version;
    std::vector<NumberedGlyph> glyphs;
};

std::string read_all(ByteSource& file) {
    std::string bytes;
    char part[1 << 16];
    while (const std::size_t got = file.read(part, sizeof part)) {
        bytes.append(part, got);
        if (bytes.size() > most_bytes) {
            throw Error{ErrorKind::limit, file.name() + ": フォントとしては大きすぎます（512 MiB まで）",
                        file.name() + ": too big for a font (512 MiB at most)"};
        }
    }
    return bytes;
}

/// What identifies a glyph is its name. Two glyphs of one name and code are one row.
NumberedFace numbered(FontFace& face) {
    NumberedFace out{face.family, face.version, {}};
    std::set<std::tuple<std::string, char32_t, char32_t>> seen;
    for (FontGlyph& glyph : face.glyphs) {
        auto number = glyph_number(glyph.name);
        if (!number || !seen.emplace(*number, glyph.code, glyph.selector).second) continue;
        out.glyphs.push_back({std::move(*number), std::move(glyph)});
    }
    return out;
}

std::vector<NumberedFace> read_numbered(ByteSource& file) {
    std::vector<NumberedFace> faces;
    for (FontFace& face : read_font(read_all(file), file.name())) {
        NumberedFace numbers = numbered(face);
        if (!numbers.glyphs.empty()) faces.push_back(std::move(numbers));
    }
    if (faces.empty()) {
        throw Error{ErrorKind::input, file.name() + ": MJ・GJ の文字図形名を持つグリフがないフォントです",
                    file.name() + ": no glyph of this font is named by an MJ or GJ number"};
    }
    return faces;
}

std::string hexadecimal(char32_t value) {
    if (value == 0) return {};
    return code_point_digits(value);
}

/// The glyphs with MJ and GJ numbers of a font, by face.
class FontGlyphs final : public RecordStream {
 public:
    explicit FontGlyphs(std::unique_ptr<ByteSource> file)
        : file_(std::move(file)), faces_(read_numbered(*file_)), header_{"font", "version",  "number",
                                                                         "code", "selector", "glyph_id"} {}

    const std::vector<std::string>& header() const override { return header_; }
    std::size_t columns() const override { return header_.size(); }

    bool next(Batch& batch) override {
        if (face_ == faces_.size()) return false;
        const NumberedFace& face = faces_[face_];
        const std::size_t end = std::min(glyph_ + font_batch_size, face.glyphs.size());
        BatchBuilder builder(batch);
        builder.begin(records_ + 1);
        for (; glyph_ < end; ++glyph_, ++records_) add(face, face.glyphs[glyph_], builder);
        builder.end();
        if (glyph_ == face.glyphs.size()) ++face_, glyph_ = 0;
        return true;
    }

 private:
    static void add(const NumberedFace& face, const NumberedGlyph& row, BatchBuilder& builder) {
        builder.record(0);
        for (const auto& text : {face.family, face.version, row.number, hexadecimal(row.glyph.code),
                                 hexadecimal(row.glyph.selector), std::to_string(row.glyph.id)}) {
            builder.cell(text);
        }
    }

    std::unique_ptr<ByteSource> file_;
    std::vector<NumberedFace> faces_;
    std::vector<std::string> header_;
    std::size_t face_ = 0, glyph_ = 0, records_ = 0;
};

const FileForm font = {[](std::string_view, std::string_view head) { return is_font(head); },
                       [](std::unique_ptr<ByteSource> file) -> std::unique_ptr<RecordStream> {
                           return std::make_unique<FontGlyphs>(std::move(file));
                       }};

constexpr std::string_view gj_model = "publications.standard_characters/GjCharacter";
constexpr std::string_view gaiji_model = "publications.standard_characters/GaijiEntry";

/// A table in which a number of this kind stands in the column for it.
const FileForm gj_table = {
    [](std::string_view, std::string_view head) {
        if (head.substr(0, header_bytes).find("GJ") == head.npos) return false;
        const ColumnForm table = columns_of(gj_model, head);
        const ColumnForm::Column* column = table.find("gj");
        if (column == nullptr) return false;
        const auto number = glyph_number(column->first_value);
        return number && series_of(*number) != GlyphSeries::mj;
    },
    [](std::unique_ptr<ByteSource> file) { return open_columns(gj_model, std::move(file), {}); }};

/// 外字 in the encodings that tables have, and in a header in English.
constexpr std::string_view words[] = {"外字", "\x8A\x4F\x8E\x9A", "\xB3\xB0\xBB\xFA", "\x16\x59\x57\x5B",
                                      "gaiji"};

bool has_gaiji_columns(const ColumnForm& table) {
    const bool target = table.has("mj") || table.has("gj") || table.has("number") || table.has("character");
    return target && (table.has("code") || table.has("unicode") || table.has("sjis")) &&
           (table.has("evidence") || table.has("checker"));
}

const FileForm gaiji_table = {
    [](std::string_view, std::string_view head) {
        const std::string_view top = head.substr(0, header_bytes);
        const auto stands = [&](std::string_view word) { return top.find(word) != top.npos; };
        return std::ranges::any_of(words, stands) && has_gaiji_columns(columns_of(gaiji_model, head));
    },
    [](std::unique_ptr<ByteSource> file) { return open_columns(gaiji_model, std::move(file), "site"); }};

}  // namespace

// Fonts and tables of 行政事務標準文字 that the user has. Code points of the private use area differ from
// font to font: the number comes from the name of the glyph or from the table, never from the code.
Source standard_characters_source() {
    return {
        .id = "standard-characters",
        .title = {"行政事務標準文字", "Administrative standard characters"},
        .publisher = "デジタル庁",
        .url = "https://www.digital.go.jp/",
        .licence = "LicenseRef-of-the-file-given",
        .layouts =
            {
                {.table = "font_glyph",
                 .model = "publications.standard_characters/FontGlyph",
                 .key = {"font", "number", "code", "selector"},
                 .coverage = "font",
                 .indexes = {"number", "code"},
                 .form = &font,
                 .note = {"MJ・GJ の文字図形名を持つグリフだけ。IPAmj明朝で確かめたもので、GJ "
                          "のフォントは手元にありません",
                          "glyphs named by MJ and GJ numbers only; tried with IPAmj Mincho, no font with GJ "
                          "numbers was "
                          "at hand"}},
                {.table = "gj_character",
                 .model = gj_model,
                 .key = {"gj"},
                 .indexes = {"pua"},
                 .form = &gj_table,
                 .note = {"公表された一覧表は手元にありません。見出しで列を見分けます",
                          "no published table was at hand; columns are known by their headers"}},
            },
    };
}

// An organisation's own characters and what they were identified with. It speaks of the site alone.
Source gaiji_source() {
    return {
        .id = "gaiji",
        .title = {"団体の外字対応表", "An organisation's table of gaiji"},
        .publisher = "各団体",
        .url = "",
        .licence = "LicenseRef-of-the-file-given",
        .layouts =
            {
                {.table = "gaiji",
                 .model = gaiji_model,
                 .key = {"site", "code", "unicode", "sjis", "mj", "gj", "number", "character"},
                 .coverage = "site",
                 .indexes = {"code"},
                 .form = &gaiji_table,
                 .note = {"団体の列がなければ、ファイル名が団体の名前になります",
                          "without a column for it the name of the file is that of the site"}},
            },
    };
}

}  // namespace daicho
