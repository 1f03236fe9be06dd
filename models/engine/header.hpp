#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace daicho {

/// What two headers must share to count as one: width, case, spaces, brackets and the signs that part a path
/// (`_ . / - ・`) do not count. `氏名（フリガナ）`, `氏名_フリガナ` and `氏名 ﾌﾘｶﾞﾅ` have one key. UTF-8.
std::string header_key(std::string_view header);

/// What `key` may be a repetition of: the key without one of its numbers, and that number (`電話番号2`).
std::vector<std::pair<std::string, std::uint32_t>> repeated_keys(std::string_view key);

}  // namespace daicho
