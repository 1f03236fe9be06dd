#pragma once

#include <string_view>

#include "grammars/text/character.hpp"

namespace daicho {

/// What makes `scan` raise an alarm.
struct ScanPlan {
    CharacterProperties need = 0;   ///< every character beyond ASCII has to have these
    CharacterProperties alarm = 0;  ///< that no character may have, and all of `need`
    bool ascii_letters = false;     ///< ASCII letters and digits alarm too
};

/// Whether something in `text` (valid UTF-8) needs a closer look: a property that alarms, a control
/// character, a question mark, \ or ~, a hyphen-like mark that does not follow kana, an ideograph that looks
/// like a katakana beside one or the reverse, several kanji of level 2 (garbled text is full of them).
bool alarms(std::string_view text, const ScanPlan& plan);

}  // namespace daicho
