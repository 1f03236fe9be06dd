#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "grammars/text/character.hpp"

namespace daicho {

/// What makes `scan` raise an alarm.
struct ScanPlan {
    CharacterProperties need = 0;   ///< every character beyond ASCII has to have these
    CharacterProperties alarm = 0;  ///< that no character may have, and all of `need`
    bool ascii_letters = false;     ///< ASCII letters and digits alarm too
    bool ascii_signs = false;       ///< and all else of ASCII but the space

    bool operator==(const ScanPlan&) const = default;
};

/// Whether something in `text` (valid UTF-8) needs a closer look: a property that alarms, a control
/// character, a question mark, \ or ~, a hyphen-like mark that does not follow kana, an ideograph that looks
/// like a katakana beside one or the reverse, several kanji of level 2 (garbled text is full of them).
bool alarms(std::string_view text, const ScanPlan& plan);

/// The characters of ASCII and of three bytes that need no closer look by a plan, whatever stands beside
/// them; no space is one but U+0020.
class PlainCharacters {
 public:
    explicit PlainCharacters(const ScanPlan& plan);
    /// Those of `plan`, made once and kept; plans are few.
    static const PlainCharacters& of(const ScanPlan& plan);

    /// Whether `text` (valid UTF-8) has no others; then `alarms` is false of it. Two loads for a character.
    bool are_all_of(std::string_view text) const {
        const auto* at = reinterpret_cast<const unsigned char*>(text.data());
        const auto* const end = at + text.size();
        std::uint64_t plain = 1;
        while (at != end) {
            const unsigned lead = *at;
            if (begins_three_bytes(static_cast<char>(lead))) {
                plain &= blocks_[(lead & 0x0Fu) << 6 | (at[1] & 0x3Fu)] >> (at[2] & 0x3Fu);
                at += 3;
            } else if (ascii_[lead]) {
                ++at;
            } else {
                return false;
            }
        }
        return (plain & 1) != 0;
    }

 private:
    std::array<std::uint64_t, 0x10000 / 64> blocks_{};  ///< a bit for each code point
    std::array<bool, 256> ascii_{};
};

}  // namespace daicho
