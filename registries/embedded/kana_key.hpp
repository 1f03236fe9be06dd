#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// What readings must share to be taken for one: katakana, in full width; small letters are large ones, ヂ
/// and ヅ are ジ and ズ, spaces do not count. Empty where `text` has anything but kana in it. UTF-8 in.
std::u16string kana_key(std::string_view text);

}  // namespace daicho
