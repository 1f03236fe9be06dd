#pragma once

// Fragments for the number part of an address (番地以下), over text in narrow notation.

#include <algorithm>
#include <boost/spirit/home/x3.hpp>
#include <string>
#include <string_view>

#include "grammars/text/utf8.hpp"
#include "grammars/values/town_and_lot.hpp"

namespace daicho {

namespace x3 = boost::spirit::x3;

namespace lot_grammar {

/// One of a list of words given with spaces between.
struct Words : x3::symbols<x3::unused_type> {
    explicit Words(std::string_view list) {
        while (!list.empty()) {
            const auto end = std::min(list.find(' '), list.size());
            add(list.substr(0, end));
            list.remove_prefix(std::min(end + 1, list.size()));
        }
    }
};

/// Marks that stand before or for a lot number: 十干, 十二支, kana but の, which links numbers.
struct LotMarks : Words {
    LotMarks() : Words("甲 乙 丙 丁 戊 己 庚 辛 壬 癸 子 丑 寅 卯 辰 巳 午 未 申 酉 戌 亥") {
        for (char32_t c = 0x3041; c <= 0x30FA; c = c == 0x3096 ? 0x30A1 : c + 1) {
            std::string letter;
            append_utf8(letter, c);
            if (letter != "の" && letter != "ノ") add(letter);
        }
    }
};

const auto digit = x3::char_('0', '9');
const auto gap = *x3::lit(' ');
const Words kanji_digit{"〇 一 二 三 四 五 六 七 八 九 十"};
const LotMarks lot_mark;

// Digits before these words number a room, a floor, a house of a building or a road, not a lot.
const auto after_note = x3::eoi | x3::char_(" (,~");
const Words house_word{"階 号室 号棟 号館 号線 号車 号店 棟"};
const auto floor_letter = x3::char_("Ff") >> !x3::char_("A-Za-z");
const auto of_a_house = house_word | floor_letter | x3::lit("室") >> &after_note;

const auto add_part = [](auto& context) {
    const auto& range = x3::_attr(context);
    Lot& lot = x3::get<Lot>(context);
    lot.parts[lot.count++] = {&*range.begin(), range.size()};
};
const auto set_suffix = [](auto& context) {
    const auto& range = x3::_attr(context);
    x3::get<Lot>(context).suffix = {&*range.begin(), range.size()};
};
const auto has_room = [](auto& context) {
    x3::_pass(context) = x3::get<Lot>(context).count < x3::get<Lot>(context).parts.size();
};

const auto number = -x3::lit("第") >> +digit >> !of_a_house;
const auto kanji_number = +kanji_digit >> &(x3::lit("番") | "号");
const auto marked_number = lot_mark >> number;
const auto ends_a_lot = x3::eoi | x3::char_(" -,(~/") | "番" | "号" | "地先" | "地内" | "の";
const auto mark_alone = (lot_mark | x3::char_("A-Z")) >> &ends_a_lot;
const auto attached_mark = lot_mark >> (number | &ends_a_lot);
const auto plain = number >> -attached_mark;
const auto part = x3::eps[has_room] >> x3::raw[plain | kanji_number | marked_number | mark_alone][add_part];

const auto branch = x3::lit("の") | "ノ" | gap >> '-' >> -x3::lit('-') >> gap;  // 1--2: a slip
const auto not_a_lot = Words{"町 丁 街 館 組 耕地 外地 屋 割 目 通"};
const auto unit = (x3::lit("番街区") | "街区") >> &digit | (x3::lit("番地") | "番" | "号") >> !not_a_lot;
const auto link = unit >> -branch | branch;

const auto suffix = x3::raw[x3::lit("番外地") | "無番地" | "官有無番地" | "国有無番地" | "地先" | "地内" |
                            "番街区" | "街区" | (x3::lit("先") | "内") >> &after_note][set_suffix];
// 0-0 stands where no number is known.
const auto zeros = +x3::char_('0');
const auto no_number = zeros >> +('-' >> zeros) >> !(digit | '-');
const auto first_part =
    x3::eps[has_room] >> !no_number >>
    x3::raw[lot_mark >> &(x3::lit('-') >> digit) | plain >> !(x3::lit("年") | "周年" | "つ") | kanji_number |
            marked_number][add_part];

/// 1-3, 753番2, 11の1番地1, 6番地ロ, リ-65, 2の甲1994, 5番外地, 12番地先, 無番地.
const auto lot_number = first_part >> *(link >> part) >> -unit >> -suffix | suffix;

}  // namespace lot_grammar

}  // namespace daicho
