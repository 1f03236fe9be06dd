#pragma once

#include <string>
#include <string_view>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_SFNT_NAMES_H

namespace daicho {

/// FreeType, loaded when a font is first read: linked, it and what it brings would lengthen the start of
/// every command. For the files beside that read fonts.
struct FontLibrary {
    decltype(&FT_Init_FreeType) init;
    decltype(&FT_Done_FreeType) done;
    decltype(&FT_New_Memory_Face) new_memory_face;
    decltype(&FT_Done_Face) done_face;
    decltype(&FT_Get_Glyph_Name) get_glyph_name;
    decltype(&FT_Get_First_Char) get_first_char;
    decltype(&FT_Get_Next_Char) get_next_char;
    decltype(&FT_Get_Sfnt_Name_Count) get_sfnt_name_count;
    decltype(&FT_Get_Sfnt_Name) get_sfnt_name;
    decltype(&FT_Face_GetVariantSelectors) get_variant_selectors;
    decltype(&FT_Face_GetCharsOfVariant) get_chars_of_variant;
    decltype(&FT_Face_GetCharVariantIndex) get_char_variant_index;
    decltype(&FT_Get_Char_Index) get_char_index;
    decltype(&FT_Load_Glyph) load_glyph;
    decltype(&FT_Outline_Decompose) decompose;
};

/// Throws Error where this computer has no FreeType.
const FontLibrary& font_library();

/// An open face of a font in memory. For one thread.
class FontHandle {
 public:
    /// `bytes` must outlive this. Throws Error where there is no FreeType; what is no font is not open.
    FontHandle(std::string_view bytes, FT_Long index);
    ~FontHandle();
    FontHandle(const FontHandle&) = delete;
    FontHandle& operator=(const FontHandle&) = delete;

    bool open() const { return face_ != nullptr; }
    FT_Face get() const { return face_; }
    const FontLibrary& type() const { return type_; }
    /// Of a glyph; empty where the font names none.
    std::string name_of(FT_UInt glyph) const;

 private:
    const FontLibrary& type_;
    FT_Library library_ = nullptr;
    FT_Face face_ = nullptr;
};

[[noreturn]] void refuse_broken_font(const std::string& name);

}  // namespace daicho
