#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// What two headings must share to be taken for one: width, case, spaces, brackets and the signs that part a
/// path
/// (`_ . / - ・`) do not count. `氏名（フリガナ）`, `氏名_フリガナ` and `氏名 ﾌﾘｶﾞﾅ` have one key. UTF-8.
std::string heading_key(std::string_view heading);

}  // namespace daicho
