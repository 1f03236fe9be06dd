#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/span.hpp"

namespace daicho {

/// A number of a house, a lot, a chome: 1629, 1629-1, 279の1, 9番地の4. Outermost part first, never empty in
/// a step that has a number.
using PostalNumber = std::vector<std::uint32_t>;

/// How far a step of a number reaches.
enum class PostalReach : std::uint8_t {
    range,     ///< from `from` to `to`, both included; a single number has them equal
    and_up,    ///< 200番以上, 3000番地以降, 1000～
    and_down,  ///< 450番地以下, 513の1以内
    any,       ///< no number is named, only the unit: 丁目, 番地
};

/// One step down to a house: 5丁目, 1～19丁目, 第1地割～第4地割.
struct PostalStep {
    PostalReach reach = PostalReach::range;
    PostalNumber from;
    PostalNumber to;
    std::string unit;      ///< 丁目 番地 番 号 地割 線 ...; empty where the publication names none
    bool assumed = false;  ///< the likely reading, not the only one: 1－97～116, or 3～5 after 279の1
};

enum class PostalPartKind : std::uint8_t {
    numbers,        ///< `steps`, in 小字 `name` where that is not empty: 1～19丁目, 国見23～298番地
    name,           ///< `name`: a 小字 or another area that has a name
    street,         ///< `name`: a way along the streets of Kyoto, 今出川通烏丸東入
    floor,          ///< `steps`: a floor of the building whose name ends the town's
    unknown_floor,  ///< 地階・階層不明: the cellars, and whoever gives no floor
    others,         ///< その他: what no other record of the town (of 小字 `name`) names
    form,           ///< `name`: a form of address, 大字 無番地 各町 ○○屋敷 番地のみ
    buildings,      ///< 次のビル: the buildings that have records of their own
    reading,        ///< `name`: the town's own reading, to tell it from another town of the name
    rest,           ///< not understood
};

/// One of the things that a town's brackets list.
struct PostalPart {
    PostalPartKind kind = PostalPartKind::rest;
    Span span;  ///< in the column; marks between parts belong to none, 「」 and を除く to the part before
    std::string name;
    std::vector<PostalStep> steps;  ///< outermost first: 2丁目, 1番, 1～23号
    std::size_t inherited = 0;  ///< so many of the first steps stand at an earlier part: 2番 after 2丁目1番
    std::string place;          ///< what follows the number: 東 in 1丁目東
    bool excluded = false;      ///< を除く, 以外
    std::vector<PostalPart> inner;  ///< 「…」: what of this part is meant, or is not
    std::string kana;               ///< of `name`; empty where it could not be aligned
};

enum class PostalTownKind : std::uint8_t {
    whole,     ///< the town as it is
    part,      ///< of the town, what `steps` and `parts` say
    unlisted,  ///< 以下に掲載がない場合: every town of the municipality that no record names
    whole_municipality,  ///< …村一円: the municipality has no other record
    number_follows,  ///< …の次に番地がくる場合: an address without town, of the lots `steps` if any
};

/// A town as a record of KEN_ALL names it.
struct PostalTown {
    PostalTownKind kind = PostalTownKind::whole;
    Span span;  ///< in the column, brackets included
    std::string
        name;  ///< as published, without what was read from it; a municipality's in the last two kinds
    std::vector<PostalStep> steps;  ///< before the brackets: 7～14 地割 in 下前７地割～下前１４地割
    std::vector<PostalPart> parts;
    std::string kana;  ///< of `name`; empty where it could not be aligned
};

/// The town column of KEN_ALL, taken apart. Every byte of the column lies in the span of a town, and every
/// byte between a town's brackets in that of a part, save the marks 、・ and 及び.
struct PostalTowns {
    std::vector<PostalTown> towns;  ///< mostly one
    bool complete = true;           ///< nothing was left as `PostalPartKind::rest`
};

/// Takes `town`, the town column of a record whose lines are joined, apart. Either edition's notation is
/// read: 1～19 and 1〜19, － and −. Never fails: what is not understood is kept as a part of kind `rest`.
PostalTowns read_postal_towns(std::string_view town);

/// The same with the kana column beside it, in full or half width: names get their kana where both columns
/// have the same shape.
PostalTowns read_postal_towns(std::string_view town, std::string_view kana);

}  // namespace daicho
