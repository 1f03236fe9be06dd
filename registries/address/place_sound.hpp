#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// What a name sounds like, in Kunrei letters, so that it is the same however it is written: Hepburn or
/// Kunrei, long vowels with a mark, an h, doubled or not at all, n or m before b, katakana with small letters
/// or without (カツラギチヨウ). Digits stay, in ASCII; what is neither kana nor Latin letter nor digit is
/// left out. Different names may sound alike: お and おお do.
std::string place_sound(std::string_view text);

/// Adds another word to a sound, as if both were one.
void append_place_sound(std::string& sound, std::string_view text);

/// The first ASCII letter of a Latin letter with a mark (ō, Ô), of a wide one and of itself, as a small one;
/// 0: it is no Latin letter.
char plain_latin(char32_t c);

}  // namespace daicho
