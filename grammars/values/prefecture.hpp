#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "grammars/values/value_type.hpp"

namespace daicho {

struct Prefecture {
    std::string_view code;  ///< two digits, JIS X 0401
    std::string_view name;  ///< 東京都
};

/// All 47, by code.
std::span<const Prefecture> prefectures();

/// The prefecture whose full name `text` begins with, or null.
const Prefecture* prefecture_at_start(std::string_view text);

/// The prefecture named `text`, with 都府県 or without it (東京), or null.
const Prefecture* find_prefecture(std::string_view text);

/// 都道府県: 東京都. 東京 is read as 東京都.
extern const ValueType prefecture_type;

}  // namespace daicho
