#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// Katakana in Hepburn, as the address base registry writes names of places: without marks of long vowels
/// (オオダ Oda, キョウト Kyoto), m before b, m and p (シンバシ Shimbashi), t before ch (ハッチョウ Hatcho);
/// the first letter is large. ASCII stays. Where names are joined the long vowel is a matter of the kanji,
/// which nobody sees here: コウチ is Kochi. Empty where a letter is neither katakana nor ASCII.
std::string hepburn(std::string_view katakana);

}  // namespace daicho
