#include "grammars/values/address_outline.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>
#include <initializer_list>

#include "grammars/values/address_place.hpp"
#include "grammars/values/building.hpp"
#include "grammars/values/lost_digit.hpp"
#include "grammars/values/prefecture.hpp"

namespace daicho {

namespace x3 = boost::spirit::x3;

namespace {

using View = std::string_view;

// 〒102-0094, 102-0094: digits alone are a postal code only with the mark or the hyphen.
const auto digit = x3::char_('0', '9');
const auto gap = *x3::lit(' ');
const auto mark = (x3::lit("〒") | "〠" | "郵便番号") >> gap >> -x3::lit(':') >> gap;
const auto three_digits = x3::repeat(3)[digit];
const auto four_digits = x3::repeat(4)[digit] >> !digit;
const auto marked_code = mark >> three_digits >> -x3::lit('-') >> four_digits;
const auto bare_code = three_digits >> '-' >> four_digits >> &x3::char_(" \xE3\xE4\xE5\xE6\xE7\xE8\xE9");
const auto postal_code = (marked_code | bare_code) >> gap;

// What makes the name of an office or a facility out of that of a municipality: 高松市役所, 焼津市立総合病院.
const auto of_an_office = x3::lit("役所") | "役場" | "庁" | "議会" | "消防" | "教育";
const auto of_a_facility = x3::lit("立") | "民";

// What is said of a place, not part of its address: 753番2ほか, 2258-1 外, 外2筆.
const auto note_end = x3::eoi | x3::char_("0-9 ,(");
const auto direction = x3::lit("東") | "西" | "南" | "北";
const auto towards = x3::lit("上る") | "上ル" | "下る" | "下ル" | "入る" | "入ル" |
                     +direction >> (x3::lit("側") | "入" | -x3::lit("方") >> -x3::lit("先") >> x3::eoi);
const auto short_note =
    x3::lit("外") | "他" | "等" | "先" | "内" | "前" | "裏" | "横" | "隣" | "の" | "付" | "地" | "組";
const auto long_note = x3::lit("ほか") | "など" | "付近" | "周辺" | "の一部" | "一部" | "の内" | "敷地" |
                       "及び" | "および" | "から" | "より" | "番街" | "画地" | "筆" | "先埋立地" | "埋立地" |
                       "地先" | "地内";
const auto note = long_note | short_note >> &note_end | towards;
const auto several = x3::lit(',') | "、" | "､" | ';' | '~' | '/' | "・" | "･";
const auto number_alone = +x3::char_("0-9 -") >> x3::eoi;
const auto no_building = x3::lit('(') | several | number_alone | note;

template <class Grammar>
std::size_t taken(const Grammar& grammar, View text) {
    const char* it = text.data();
    const char* end = it + text.size();
    const bool fits = grammar.parse(it, end, x3::unused, x3::unused, x3::unused);
    return fits ? static_cast<std::size_t>(it - text.data()) : View::npos;
}

template <class Grammar>
bool starts_with(View text, const Grammar& grammar) {
    return taken(grammar, text) != View::npos;
}

bool has_any(View text, std::initializer_list<View> words) {
    return std::ranges::any_of(words, [&](View word) { return text.find(word) != text.npos; });
}

/// The municipalities at the beginning. A prefecture that stands twice (山口県山口県萩市) is taken away from
/// `text` once.
std::vector<Place> take_places(View& text, const Reading& reading) {
    while (true) {
        std::vector<Place> places = places_at_start(text, reading);
        if (places.size() != 1 || places.front().level != MatchLevel::prefecture) return places;
        const std::size_t before = places.front().size;
        if (!text.substr(before).starts_with(places.front().prefecture)) return places;
        text.remove_prefix(before);
    }
}

/// All of `text` from the beginning of its `part` on.
View from_part(View text, View part) {
    return text.substr(static_cast<std::size_t>(part.data() - text.data()));
}

/// Divides what follows the number into a building and notes.
void divide_tail(AddressOutline& outline, View tail) {
    tail = tail.substr(std::min(tail.find_first_not_of(" -"), tail.size()));
    if (tail.empty()) return;
    std::size_t end = tail.size();
    if (starts_with(tail, no_building)) {
        end = 0;
    } else if (tail.ends_with(')')) {
        end = std::min(tail.rfind('('), tail.size());
    }
    outline.building = without_spaces_at_ends(tail.substr(0, end));
    outline.rest = tail.substr(end);
}

/// Divides what follows a town without a number: 馬島 in 大津島 馬島 may be a 小字, and is no building.
void divide_tail_of_town(AddressOutline& outline, View tail) {
    divide_tail(outline, tail);
    if (outline.building.empty() || names_building(outline.building)) return;
    outline.rest = from_part(tail, outline.building);
    outline.building = {};
}

/// Where there is no number, what follows a space may be a building.
void divide_town(AddressOutline& outline) {
    TownAndLot& streets = outline.streets;
    const auto space = streets.town.find(' ');
    if (has_number(streets)) return divide_tail(outline, streets.tail);
    if (space == View::npos) return divide_tail_of_town(outline, streets.tail);
    const View behind = from_part(outline.after_place, streets.town.substr(space));
    streets.town = streets.town.substr(0, space);
    divide_tail_of_town(outline, behind);
}

}  // namespace

View without_spaces_at_ends(View text) {
    const auto first = text.find_first_not_of(' ');
    if (first == text.npos) return text.substr(text.size());
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::size_t postal_code_size(View text) {
    const auto size = taken(postal_code, text);
    return size == View::npos ? 0 : size;
}

bool has_number(const TownAndLot& read) {
    return !read.lot.empty() || read.chome != 0;
}

bool begins_like_an_office(View text) {
    return starts_with(text, of_an_office | of_a_facility);
}

bool can_follow_municipality(View text, const TownAndLot& read, View municipality) {
    if (text.empty() || has_number(read) || find_zeros_for_number(text).end != 0) return true;
    if (read.town.empty() || starts_with(text, of_an_office)) return false;
    if (has_any(text, {"町", "丁目", "字", "地内", "通"})) return true;
    return prefecture_at_start(municipality) && !starts_with(text, of_a_facility);
}

AddressOutline outline_of(View text, const Reading& reading) {
    AddressOutline outline;
    outline.postal_code = text.substr(0, postal_code_size(text));
    outline.corporation = text.substr(outline.postal_code.size());
    outline.places = take_places(outline.corporation, reading);
    const std::size_t size = outline.places.empty() ? 0 : outline.places.front().size;
    outline.after_place = without_spaces_at_ends(outline.corporation.substr(size));
    outline.streets = read_town_and_lot(outline.after_place);
    divide_town(outline);
    return outline;
}

AddressOutline outline_below(View municipality, View text) {
    AddressOutline outline;
    outline.after_place = without_spaces_at_ends(text);
    const TownAndLot streets = read_town_and_lot(outline.after_place);
    if (!can_follow_municipality(outline.after_place, streets, municipality)) {
        outline.rest = outline.after_place;
        return outline;
    }
    outline.streets = streets;
    divide_town(outline);
    return outline;
}

AddressOutline outline_of_tail(View text, bool behind_number) {
    AddressOutline outline;
    if (behind_number) {
        divide_tail(outline, text);
    } else {
        divide_tail_of_town(outline, text);
    }
    return outline;
}

}  // namespace daicho
