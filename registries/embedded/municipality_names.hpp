#pragma once

#include <string_view>
#include <vector>

#include "registries/embedded/municipality_history.hpp"

namespace daicho {

/// How a text names a municipality, the best first.
enum class NameMatch : unsigned char {
    name,  ///< 千代田区, 東京都千代田区, 国頭郡今帰仁村, 浜松市中央区, 中央区
    kana,  ///< チヨダク, in any kind of kana
    start_of_name,  ///< 千代田, 国頭郡
    start_of_kana,  ///< チヨ
};

/// The letters that names of prefectures and municipalities end in, in the order in which a name without its
/// last letter means them: 横浜 is 横浜市 before 横浜町, 静岡 is 静岡県.
inline constexpr std::u32string_view last_letters_of_places = U"都府県市区町村";

/// A municipality that a text names.
struct NamedMunicipality {
    const MunicipalityPeriod* municipality = nullptr;
    NameMatch match = NameMatch::name;
    /// The text ends before the name of the municipality itself: 浜松 for a ward of 浜松市, 国頭郡 for a
    /// village of it.
    bool above = false;
};

/// The municipalities of the history, ended ones too, that `text` names: with or without the prefecture, the
/// county and the city of a ward, in other spellings of the same characters (see `folded`), spaces ignored.
/// Only the best kinds of match: beginnings count where nothing is named so in full. Each municipality once,
/// in the order of codes and time. The indexes are made at the first call.
std::vector<NamedMunicipality> municipalities_named(std::string_view text);

}  // namespace daicho
