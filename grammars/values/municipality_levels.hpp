#pragma once

#include <string_view>

namespace daicho {

/// What the digits of 全国地方公共団体コード (6 of them, well-formed) say of one another; no table is asked.

/// 130001: a prefecture.
bool is_prefecture_code(std::string_view code);

/// Codes of designated cities: 141003 for 横浜市, with its wards from 141011. Those of 東京都 are wards.
bool may_have_wards(std::string_view code);

/// Whether `code` is `wider`, a ward of it, or lies in the prefecture that it stands for.
bool lies_within(std::string_view code, std::string_view wider);

}  // namespace daicho
