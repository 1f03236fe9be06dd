#pragma once

#include <string>
#include <string_view>

#include "grammars/values/town_and_lot.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// 町字 as the registry writes it, without spaces, 丁目 and 条 in kanji: 霞が関二丁目, 北三条西一丁目 (GIF
/// 442 A5).
std::string street_address_text(const TownAndLot& read);

/// 番地以下, digits and hyphens: 1-3, 402-106, 6-ロ, 5番外地 (GIF 442 A10, A12, A13).
std::string city_block_text(const Lot& lot);

/// 町字以下, 丁目, 条 and all below in digits and hyphens: 霞が関2-1-2, 北3条西1-3 (GIF 442 A6, A7).
std::string street_address_and_city_block_text(const TownAndLot& read);

/// 町字. A text with a lot in it is refused with a guess.
extern const ValueType street_address_type;

/// 番地以下. A note after the number (ほか) is refused with the guess that it can go.
extern const ValueType city_block_type;

/// 町字以下.
extern const ValueType street_address_and_city_block_type;

}  // namespace daicho
