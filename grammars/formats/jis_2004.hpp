#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

/// JIS X 0213:2004 as bytes: Shift_JIS-2004 and EUC-JIS-2004. For encoding.cpp.
namespace daicho {

/// What a code stands for: one code point, or a sequence of two (か゚).
struct Jis2004Character {
    char32_t character = 0;  ///< 0: no character has this code
    char32_t mark = 0;       ///< the second code point of a sequence, or 0
};

/// A code and back. ASCII is ASCII in both encodings (5C is a backslash); characters that JIS X 0213 has
/// twice in Unicode, as ASCII and full-width, are the full-width ones.
class Jis2004Table {
 public:
    enum class Form : std::uint8_t { shift_jis, euc };

    explicit Jis2004Table(Form form);

    /// The character of two bytes; of EUC with 8F before them, where `plane` is 2.
    Jis2004Character at(unsigned pair, unsigned plane = 1) const { return planes_[plane - 1][pair]; }

    /// A code, and how many code points of the text it is for.
    struct Code {
        std::uint16_t pair = 0;  ///< 0: there is none
        std::uint8_t plane = 1;
        std::uint8_t points = 0;
    };
    /// The code of `c`, or of `c` with `next` behind it where that is a sequence.
    Code code_of(char32_t c, char32_t next) const;

 private:
    struct Entry {
        Jis2004Character key;
        std::uint16_t pair;
        std::uint8_t plane;
    };
    const Entry* find(Jis2004Character key) const;

    std::array<std::vector<Jis2004Character>, 2> planes_;
    std::vector<Entry> entries_;  ///< by character, then mark
};

const Jis2004Table& shift_jis_2004_table();
const Jis2004Table& euc_jis_2004_table();

}  // namespace daicho
