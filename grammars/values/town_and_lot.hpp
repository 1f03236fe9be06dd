#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace daicho {

/// 番地以下, the number part: 12番地の3 is the parts 12 and 3. Views into the text.
struct Lot {
    std::array<std::string_view, 8> parts;
    std::size_t count = 0;
    std::string_view suffix;  ///< 番外地, 地先 ...; empty: none

    bool empty() const { return count == 0 && suffix.empty(); }
};

/// What follows the municipality in an address, cut apart without knowing any town. Views into the text.
///
/// Digits inside a name of a town (北3条西, 9部, 第3地割, 横浜22号9番1) stay in the name; a chome is read in
/// digits and in kanji. Where no 丁目 is written nothing tells a chome from a lot: 霞が関2-1-2 is the town
/// 霞が関 and the lot 2-1-2.
struct TownAndLot {
    std::string_view town;  ///< up to the chome or the lot; may hold spaces and a name in brackets
    unsigned chome = 0;     ///< 丁目; 0: none
    bool cho = false;       ///< it is written 丁 (堺市), not 丁目
    Lot lot;
    std::string_view tail;  ///< what follows: a building, a note; begins with no space

    bool empty() const { return town.empty() && chome == 0 && lot.empty(); }
};

/// Reads `text`, in narrow notation, in time linear in its size.
TownAndLot read_town_and_lot(std::string_view text);

/// Reads a number part alone; `tail` is what follows it. The lot is empty where the text begins with none.
struct LotAndTail {
    Lot lot;
    std::string_view tail;
};
LotAndTail read_lot(std::string_view text);

}  // namespace daicho
