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

/// 〜～ −－ ‖∥ ¢￠ £￡ ¬￢ —― ¦￤ ¥￥, and ¥\ ‾~: the bytes 5C and 7E of Shift_JIS.
std::span<const ConfusablePair> confusable_pairs();

/// Whether an ASCII mark of a pair is used as the other one is: \1,000 and 9~17, not C:\data and /~user.
/// Others always are.
bool is_used_as_mark(std::string_view text, std::size_t at);

/// Calls `see(side, at)` for each mark of a pair in `text` (valid UTF-8), for each pair that it is in. `side`
/// is twice the number of the pair, one more for that of Windows; `at` is its first byte.
template <class See>
void for_each_pair_side(std::string_view text, See&& see) {
    const auto pairs = confusable_pairs();
    std::size_t at = find_property(text, character::pair_member);
    while (at != text.npos) {
        const CodePoint c = code_point_at(text, at);
        for (std::size_t number = 0; number < pairs.size(); ++number) {
            if (c.value != pairs[number].jis && c.value != pairs[number].windows) continue;
            if (is_used_as_mark(text, at)) see(2 * number + (c.value == pairs[number].windows ? 1 : 0), at);
        }
        at = find_property(text, character::pair_member, at + c.size);
    }
}

}  // namespace daicho
