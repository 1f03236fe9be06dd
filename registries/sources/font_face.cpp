#include "registries/sources/font_face.hpp"

#include <limits>

#include "grammars/base/error.hpp"
#include "grammars/base/os_library.hpp"

namespace daicho {

namespace {

constexpr const char* library_names[] = {"libfreetype.so.6", "libfreetype.6.dylib"};

[[noreturn]] void freetype_missing() {
    throw Error{
        ErrorKind::system,
        "フォントを読むのに要る FreeType がありません。インストールしてください（Debian: apt-get install "
        "libfreetype6）",
        "FreeType, which reading a font needs, is not there; install it (Debian: apt-get install "
        "libfreetype6)"};
}

template <class Function>
void find_function(const SharedLibrary& library, const char* name, Function& function) {
    void* const found = library.find(name);
    if (found == nullptr) freetype_missing();
    function = reinterpret_cast<Function>(found);
}

FontLibrary load_freetype() {
    const SharedLibrary library{library_names};
    if (!library.loaded()) freetype_missing();
    FontLibrary type{};
    find_function(library, "FT_Init_FreeType", type.init);
    find_function(library, "FT_Done_FreeType", type.done);
    find_function(library, "FT_New_Memory_Face", type.new_memory_face);
    find_function(library, "FT_Done_Face", type.done_face);
    find_function(library, "FT_Get_Glyph_Name", type.get_glyph_name);
    find_function(library, "FT_Get_First_Char", type.get_first_char);
    find_function(library, "FT_Get_Next_Char", type.get_next_char);
    find_function(library, "FT_Get_Sfnt_Name_Count", type.get_sfnt_name_count);
    find_function(library, "FT_Get_Sfnt_Name", type.get_sfnt_name);
    find_function(library, "FT_Face_GetVariantSelectors", type.get_variant_selectors);
    find_function(library, "FT_Face_GetCharsOfVariant", type.get_chars_of_variant);
    find_function(library, "FT_Face_GetCharVariantIndex", type.get_char_variant_index);
    find_function(library, "FT_Get_Char_Index", type.get_char_index);
    find_function(library, "FT_Load_Glyph", type.load_glyph);
    find_function(library, "FT_Outline_Decompose", type.decompose);
    return type;
}

constexpr std::size_t longest_glyph_name = 128;

}  // namespace

const FontLibrary& font_library() {
    static const FontLibrary type = load_freetype();
    return type;
}

FontHandle::FontHandle(std::string_view bytes, FT_Long index) : type_(font_library()) {
    if (type_.init(&library_) != 0) library_ = nullptr;
    if (library_ == nullptr || bytes.size() > std::numeric_limits<FT_Long>::max()) return;
    const auto* data = reinterpret_cast<const FT_Byte*>(bytes.data());
    if (type_.new_memory_face(library_, data, static_cast<FT_Long>(bytes.size()), index, &face_) != 0)
        face_ = nullptr;
}

FontHandle::~FontHandle() {
    if (face_ != nullptr) type_.done_face(face_);
    if (library_ != nullptr) type_.done(library_);
}

std::string FontHandle::name_of(FT_UInt glyph) const {
    if (FT_HAS_GLYPH_NAMES(face_) == 0) return {};
    char name[longest_glyph_name] = {};
    return type_.get_glyph_name(face_, glyph, name, sizeof name) == 0 ? std::string(name) : std::string();
}

void refuse_broken_font(const std::string& name) {
    throw Error{ErrorKind::input,
                name + ": フォントとして読めません。壊れているか、途中で切れています。取得し直してください",
                name + ": it cannot be read as a font; it is broken or was cut off; get it again"};
}

}  // namespace daicho
