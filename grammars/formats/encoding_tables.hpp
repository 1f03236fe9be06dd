#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "grammars/formats/dialect.hpp"

namespace daicho {

/// The character of a code of two bytes, ready to be stored.
struct PackedCharacter {
    /// Bytes of the UTF-8 text from the lowest byte on; the top byte holds their number and the flags.
    std::uint32_t value;

    static constexpr std::uint32_t unassigned = 0x8000'0000u;
    static constexpr std::uint32_t read_only =
        0xC000'0000u;  ///< a second code: the character is written otherwise

    bool plain() const { return (value & unassigned) == 0; }
    bool assigned() const { return (value & read_only) != unassigned; }
    unsigned size() const { return (value >> 24) & 3; }
};

/// A code of two or three bytes for each character and back.
struct CodeTable {
    std::vector<PackedCharacter> pairs;    ///< by both bytes; 65,536 of them
    std::vector<PackedCharacter> triples;  ///< by the last two bytes, behind 8F (EUC-JP only)
    /// By code point below U+10000: the code, 0 where there is none. A code behind 8F has the top bit of its
    /// last byte cleared.
    std::vector<std::uint16_t> codes;
};

const CodeTable& cp932_table();
const CodeTable& cp932_jis_table();
const CodeTable& euc_jp_table();
/// That of CP932, CP932-JIS or EUC-JP.
const CodeTable& table_of(Encoding encoding);

}  // namespace daicho
