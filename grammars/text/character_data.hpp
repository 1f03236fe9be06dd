#pragma once

#include <cstdint>
#include <span>

namespace daicho::character_data {

// Made by grammars/text/generator when the program is built, from Unicode's files and grammars/text/tables.
// Tables of code points have two stages: BLOCKS[c >> 6] is where the 64 values of the block begin.

inline constexpr char32_t code_points = 0x110000;
inline constexpr unsigned block_bits = 6;
inline constexpr std::size_t block_count = code_points >> block_bits;

extern const char unicode_version[];  ///< of the files it was made from: "15.0.0"

extern const std::uint16_t property_blocks[block_count];  ///< in units of 64 words
extern const std::uint32_t property_words[];

/// A run of code points of one `CharacterKind`.
struct KindRange {
    char32_t first = 0;
    char32_t last = 0;
    std::uint8_t kind = 0;
};
extern const std::span<const KindRange> kind_ranges;  ///< in order

/// Facts of normalization: bits 0-7 combining class, bits 8-10 length of the full canonical decomposition,
/// bits 16-31 where it begins in `decomposed`.
extern const std::uint16_t normalization_blocks[block_count];
extern const std::uint32_t normalization_words[];
extern const char32_t decomposed[];

/// Two characters that become one; a hash table, see `composition_slot`. Empty slots have `first` 0.
struct Composition {
    char32_t first = 0;
    char32_t second = 0;
    char32_t composed = 0;
};
inline constexpr unsigned composition_bits = 12;
extern const Composition compositions[1u << composition_bits];

constexpr std::size_t composition_slot(char32_t first, char32_t second) {
    return ((first * 0x9E3779B1u) ^ (second * 0x85EBCA77u)) >> (32 - composition_bits);
}

/// A compatibility ideograph and its standardized variation sequence.
struct StandardizedForm {
    char32_t ideograph = 0;
    char32_t base = 0;
    char32_t selector = 0;
};
extern const std::span<const StandardizedForm> standardized_forms;          ///< by ideograph
extern const std::span<const StandardizedForm> standardized_forms_by_base;  ///< by base, then selector

/// A radical or stroke and the ideograph that looks and means the same.
struct EquivalentForm {
    char32_t radical = 0;
    char32_t ideograph = 0;
};
extern const std::span<const EquivalentForm> equivalent_forms;  ///< by radical

extern const std::span<const char32_t> changed_shapes;  ///< by JIS X 0213:2004, in order

/// Members of a position of JIS X 0213.
struct JisForm {
    char32_t character = 0;
    char32_t mark = 0;   ///< the second code point of a sequence
    char32_t other = 0;  ///< what stands for it in files of Windows: its full-width form or another character
    std::uint16_t year = 0;  ///< of the edition that brought it; 0: nothing is at this position
};
inline constexpr unsigned jis_cells = 94;
extern const JisForm jis_forms[2 * jis_cells * jis_cells];  ///< by plane, row, cell

/// A character, or a sequence, and its place in `jis_forms`.
struct JisPlace {
    char32_t character = 0;
    char32_t mark = 0;
    std::uint16_t place = 0;
};
extern const std::span<const JisPlace> jis_places;       ///< of JIS X 0213, by character and mark
extern const std::span<const JisPlace> jis_1990_places;  ///< of JIS X 0208, with the characters of Windows

}  // namespace daicho::character_data
