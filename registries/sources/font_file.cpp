#include "registries/sources/font_file.hpp"

#include <algorithm>
#include <limits>

#include "grammars/base/error.hpp"
#include "registries/sources/font_face.hpp"

namespace daicho {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_tables = 100;
constexpr std::size_t directory_entry = 16;
constexpr std::size_t most_faces = 64;
constexpr FT_UShort version_string = 5;  // of the table name
constexpr FT_UShort windows = 3;         // its texts are UTF-16BE
constexpr char32_t last_code_point = 0x10FFFF;

unsigned number_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned>(static_cast<unsigned char>(bytes[at])) << 8 |
           static_cast<unsigned char>(bytes[at + 1]);
}

/// Whether the list of tables of an sfnt file has the one that gives codes to glyphs.
bool has_codes(std::string_view head) {
    if (head.size() < 12) return false;
    const std::size_t tables = number_at(head, 4);
    if (tables == 0 || tables > most_tables) return false;
    for (std::size_t i = 0; i < tables; ++i) {
        const std::size_t at = 12 + i * directory_entry;
        if (at + 4 > head.size()) return false;
        if (head.substr(at, 4) == "cmap") return true;
    }
    return false;
}

/// What the names, codes and sequences of a face say.
class Face {
 public:
    explicit Face(const FontHandle& font) : type_(font.type()), face_(font.get()), font_(font) {}

    bool names_glyphs() const { return FT_HAS_GLYPH_NAMES(face_) != 0; }
    std::string name_of(FT_UInt glyph) const { return font_.name_of(glyph); }
    std::string family() const { return face_->family_name == nullptr ? "" : face_->family_name; }
    std::string version() const;
    std::vector<FontGlyph> glyphs() const;

 private:
    void add_codes(std::vector<FontGlyph>& glyphs) const;
    void add_sequences(std::vector<FontGlyph>& glyphs) const;
    void add_others(std::vector<FontGlyph>& glyphs) const;

    const FontLibrary& type_;
    FT_Face face_;
    const FontHandle& font_;
};

/// ASCII of a text of the table name; what is no ASCII is left out.
std::string ascii(const FT_SfntName& name) {
    const std::string_view bytes{reinterpret_cast<const char*>(name.string), name.string_len};
    const std::size_t step = name.platform_id == windows ? 2 : 1;
    std::string text;
    for (std::size_t at = 0; at + step <= bytes.size(); at += step) {
        const unsigned value = step == 2 ? number_at(bytes, at) : static_cast<unsigned char>(bytes[at]);
        if (value >= 0x20 && value < 0x7F) text += static_cast<char>(value);
    }
    return text;
}

std::string Face::version() const {
    const FT_UInt count = type_.get_sfnt_name_count(face_);
    for (FT_UInt i = 0; i < count; ++i) {
        FT_SfntName name{};
        if (type_.get_sfnt_name(face_, i, &name) != 0 || name.name_id != version_string) continue;
        if (std::string text = ascii(name); !text.empty()) return text;
    }
    return {};
}

void Face::add_codes(std::vector<FontGlyph>& glyphs) const {
    FT_UInt glyph = 0;
    FT_ULong code = type_.get_first_char(face_, &glyph);
    while (glyph != 0 && code <= last_code_point) {
        if (code != 0) glyphs.push_back({glyph, name_of(glyph), static_cast<char32_t>(code), 0});
        const FT_ULong next = type_.get_next_char(face_, code, &glyph);
        if (next <= code) break;  // a broken table must not lead round and round
        code = next;
    }
}

void Face::add_sequences(std::vector<FontGlyph>& glyphs) const {
    const FT_UInt32* selectors = type_.get_variant_selectors(face_);
    std::vector<FT_UInt32> all;  // what is given lives until the next call
    for (; selectors != nullptr && *selectors != 0; ++selectors) all.push_back(*selectors);
    for (const FT_UInt32 selector : all) {
        const FT_UInt32* codes = type_.get_chars_of_variant(face_, selector);
        for (; codes != nullptr && *codes != 0; ++codes) {
            const FT_UInt glyph = type_.get_char_variant_index(face_, *codes, selector);
            if (glyph == 0 || *codes > last_code_point || selector > last_code_point) continue;
            glyphs.push_back({glyph, name_of(glyph), *codes, selector});
        }
    }
}

void Face::add_others(std::vector<FontGlyph>& glyphs) const {
    std::vector<bool> seen(static_cast<std::size_t>(std::max<FT_Long>(face_->num_glyphs, 0)));
    for (const FontGlyph& glyph : glyphs) {
        if (glyph.id < seen.size()) seen[glyph.id] = true;
    }
    for (std::size_t id = 1; id < seen.size(); ++id) {
        const auto glyph = static_cast<unsigned>(id);
        if (!seen[id]) glyphs.push_back({glyph, name_of(glyph), 0, 0});
    }
}

std::vector<FontGlyph> Face::glyphs() const {
    std::vector<FontGlyph> glyphs;
    if (face_->charmap != nullptr && face_->charmap->encoding == FT_ENCODING_UNICODE) {
        add_codes(glyphs);
        add_sequences(glyphs);
    }
    add_others(glyphs);
    return glyphs;
}

[[noreturn]] void refuse_nameless(const std::string& name) {
    throw Error{
        ErrorKind::input,
        name +
            ": グリフ名のないフォントです。私用領域のコードだけでは文字を同定できません。"
            "グリフ名のある版か、文字番号の一覧表を使ってください",
        name +
            ": the font does not name its glyphs, and private use codes alone do not identify characters; "
            "use an edition with glyph names, or the table of numbers"};
}

}  // namespace

bool is_font(std::string_view head) {
    for (const std::string_view magic : {"\0\1\0\0"sv, "OTTO"sv, "true"sv}) {
        if (head.starts_with(magic)) return has_codes(head);
    }
    return head.starts_with("ttcf") || head.starts_with("wOFF") || head.starts_with("wOF2");
}

std::vector<FontFace> read_font(std::string_view bytes, const std::string& name) {
    std::vector<FontFace> faces;
    FT_Long count = 1;
    for (FT_Long i = 0; i < count; ++i) {
        const FontHandle font(bytes, i);
        if (!font.open()) refuse_broken_font(name);
        const Face face(font);
        count = std::min<FT_Long>(font.get()->num_faces, most_faces);
        if (!face.names_glyphs()) refuse_nameless(name);
        faces.push_back({face.family(), face.version(), face.glyphs()});
    }
    return faces;
}

}  // namespace daicho
