#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace daicho {

/// A whole number as it stands in a text.
struct Numeral {
    std::uint64_t value = 0;
    std::uint32_t size = 0;  ///< bytes it takes
    std::uint32_t digits =
        0;  ///< digits as written, leading zeros too (007 has 3); 0 with unit words (三十一, 2万)
    bool kanji = false;  ///< a kanji digit or unit word takes part
};

/// The longest number that starts at `at`, in ASCII digits (`007`), kanji digits by place (`二〇二四`), kanji
/// with unit words (`三十一`, `千二百`, `百五`) or both (`1万2千`, `3億`). The text is in narrow notation
/// (`Narrow`). Nothing where no number starts, or where it has more than 18 digits.
std::optional<Numeral> numeral_at(std::string_view text, std::size_t at = 0);

/// `value` in kanji with unit words: 三, 十二, 二百五, 〇. Below 10^16.
std::string kanji_numeral(std::uint64_t value);

}  // namespace daicho
