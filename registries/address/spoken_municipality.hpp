#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "registries/address/folded_text.hpp"
#include "registries/address/index_view.hpp"

namespace daicho {

/// A municipality that a text begins with in kana, but for its last letter, or a ward of a city that it
/// begins with: カナザワ市尾山町, 石川県かなざわ市, 横浜市なか区.
struct SpokenMunicipality {
    FoldedText text;        ///< with its name in kanji, with its prefecture, in front
    Span written;           ///< カナザワ市
    std::string_view name;  ///< 金沢市
    bool in_prefecture;     ///< which the text names, or a city of it
};

/// Those that sound so, of the prefecture or city where one is named.
std::vector<SpokenMunicipality> spoken_municipalities(const IndexView& index, std::string_view source,
                                                      const FoldedText& text);

}  // namespace daicho
