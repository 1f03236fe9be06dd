#pragma once

#include <span>
#include <string>
#include <string_view>

namespace daicho {

/// The key under which a town is found, made of its parts in order: width, kana, kanji and digits of numbers,
/// spaces, 大字 and 字 in front of a part, and the spellings of names of places
/// (`fold::names_of_places`) make no difference. UTF-8.
std::string place_key(std::string_view name);

/// The same, but other kanji and kana of the name do make a difference: 鶯宿 is not 鴬宿.
std::string place_spelling(std::string_view name);

/// The same as a derived column (see `DerivedColumn`).
void add_place_key(std::span<const std::string_view> parts, std::string& key);

}  // namespace daicho
