#pragma once

#include <span>
#include <string>
#include <string_view>

namespace daicho {

/// The key under which a town is found, made of its parts in order: width, kana, kanji and digits of numbers,
/// spaces, 大字 and 字 in front of a part, and the spellings of name_variants.tsv make no difference. UTF-8.
std::string place_key(std::string_view name);

/// The same as a derived column (see `DerivedColumn`).
void add_place_key(std::span<const std::string_view> parts, std::string& key);

}  // namespace daicho
