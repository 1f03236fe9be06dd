#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// An address for comparing only: equal for spellings of one address (width, 大字 and 字, 丁目 in kanji or
/// digits, 番地 and 番 and 号 and の and 第 as hyphens, forms of characters, spaces).
std::string seat_key(std::string_view address);

}  // namespace daicho
