#pragma once

#include <string_view>

namespace daicho {

/// Whether a header says in what unit its numbers are: 面積（㎡）, 人口, 金額（円）, …数, 率(%)
bool names_unit(std::string_view header);
/// Whether it is a year or a month: 2019年, 令和元年度, H30, 4月
bool names_period(std::string_view header);
/// Whether it tells nothing of its column: Column1, 列3, ※, ---
bool is_meaningless_header(std::string_view header);

}  // namespace daicho
