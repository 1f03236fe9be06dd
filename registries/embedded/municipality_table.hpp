#pragma once

#include <span>
#include <string>
#include <string_view>

#include "grammars/text/join.hpp"

namespace daicho {

/// A prefecture, municipality or ward of a designated city, as アドレス・ベース・レジストリ writes it. The
/// texts live as long as the program; parts that a municipality does not have are empty.
struct Municipality {
    std::string_view lg_code;     ///< 全国地方公共団体コード, 6 digits
    std::string_view prefecture;  ///< 都道府県
    std::string_view county;      ///< 郡
    std::string_view city;        ///< 市区町村; empty: this is the prefecture
    std::string_view ward;        ///< 区 of a designated city
    std::string_view prefecture_kana;
    std::string_view county_kana;
    std::string_view city_kana;
    std::string_view ward_kana;
    std::string_view ended;  ///< YYYY-MM-DD, the first day on which it was no more; empty: it exists
};

/// 鹿児島県熊毛郡屋久島町
inline std::string full_name(const Municipality& municipality) {
    return concatenated({municipality.prefecture, municipality.county, municipality.city, municipality.ward});
}

/// The compiled-in table, sorted by `lg_code`; read at the first call.
std::span<const Municipality> municipalities();

/// The municipality with that code of six digits, or null.
const Municipality* find_municipality(std::string_view lg_code);

}  // namespace daicho
