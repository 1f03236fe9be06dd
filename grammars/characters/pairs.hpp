#pragma once

#include <span>
#include <string_view>

#include "grammars/text/character.hpp"

namespace daicho {

/// One mark that conversions between Shift_JIS and Unicode write with one of two codes. Either will do; both
/// in one file do not match.
struct ConfusablePair {
    char32_t jis = 0;      ///< as the tables of JIS have it: 〜 U+301C
    char32_t windows = 0;  ///< as Windows has it: ～ U+FF5E
};

/// 〜～ −－ ‖∥ ¢￠ £￡ ¬￢ —― ¦￤ ¥￥; not those with ASCII, whose use tells nothing.
std::span<const ConfusablePair> confusable_pairs();

/// Which side of which pair `c` is: twice the number of the pair, one more for that of Windows; or -1.
int pair_side(char32_t c);

/// Calls `see(side, at)` for each mark of a pair in `text` (valid UTF-8); `at` is its first byte.
template <class See>
void for_each_pair_side(std::string_view text, See&& see) {
    std::size_t at = find_property(text, character::pair_member);
    while (at != text.npos) {
        const CodePoint c = code_point_at(text, at);
        if (const int side = pair_side(c.value); side >= 0) see(side, at);
        at = find_property(text, character::pair_member, at + c.size);
    }
}

}  // namespace daicho
