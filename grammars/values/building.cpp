#include "grammars/values/building.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>

#include "grammars/text/ascii.hpp"
#include "grammars/text/kana.hpp"
#include "grammars/text/text_sink.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/rule_ids.hpp"
#include "grammars/values/words.hpp"

namespace daicho {

namespace x3 = boost::spirit::x3;

namespace {

using View = std::string_view;

const auto digit = x3::char_('0', '9');
const auto gap = *x3::lit(' ');
const auto kanji_digit = x3::lit("一") | "二" | "三" | "四" | "五" | "六" | "七" | "八" | "九" | "十";
const auto level = +digit | +kanji_digit;
const auto range_mark = x3::lit('~') | '-' | "・" | ',' | "から";

// 19階, 地下1階, B1F, 5F, 2~4階, 屋上
const auto basement = x3::lit("地下") | "地上";
const auto floor_word = x3::lit("階部分") | "階" | "F" | "f";
const auto one_floor = -(basement | x3::char_("BRM")) >> level >> -floor_word;
const auto storey = -(basement | x3::char_("BRM")) >> level >> floor_word;
const auto floor = *(one_floor >> gap >> range_mark >> gap) >> storey | x3::lit("屋上");

// 101号室, A101号室, 101号, A-101
const auto room_word = x3::lit("号室") | "号" | "室";
const auto wing = x3::char_("A-Z") >> -x3::lit('-');
const auto room = -wing >> +digit >> *('-' >> +digit) >> room_word | x3::char_("A-Z") >> '-' >> +digit;

// What people write where there is no building.
const auto mark = x3::lit("ー") | "・" | "…" | x3::char_("-*?/.");
const auto nothing = +mark | x3::lit("該当なし") | "特になし" | "なし" | "無し" | "無";

struct Cut {
    const char* floor_end = nullptr;
    const char* room_begin = nullptr;
};

const auto end_floor = [](auto& context) { x3::get<Cut>(context).floor_end = x3::_where(context).begin(); };
const auto begin_room = [](auto& context) { x3::get<Cut>(context).room_begin = x3::_where(context).begin(); };
const auto floor_then_room = floor >> x3::eps[end_floor] >> -(gap >> x3::eps[begin_room] >> room) >> x3::eoi
                             | x3::eps[begin_room] >> room >> x3::eoi;

/// Floor and room are looked for in so many bytes at the end.
constexpr std::size_t reach = 48;

bool starts_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

/// Whether a floor or room can start at `at`: not inside a number or a word of Latin letters.
bool can_start(View text, std::size_t at) {
    if (at == 0) return true;
    const char before = text[at - 1];
    const bool joined = (before >= '0' && before <= '9') || (before >= 'A' && before <= 'Z') ||
                        (before >= 'a' && before <= 'z') || before == '-' || before == '~';
    return starts_character(text[at]) && !joined;
}

View trimmed_end(View text) {
    const auto last = text.find_last_not_of(' ');
    return text.substr(0, last == text.npos ? 0 : last + 1);
}

bool names_nothing(View text) {
    const char* it = text.data();
    const char* end = it + text.size();
    return (nothing >> x3::eoi).parse(it, end, x3::unused, x3::unused, x3::unused);
}

template <class Sink>
void write_building(Sink& sink, View text) {
    const Building building = split_building(text);
    sink.append(building.name);
    const bool has_floor = !building.floor.empty();
    if (has_floor && !building.name.empty()) sink.append(" ");
    const char* rest = has_floor ? building.floor.data() : building.name.data() + building.name.size();
    sink.append(text.substr(static_cast<std::size_t>(rest - text.data())));
}

bool is_canonical(View text, const Reading&) {
    if (!is_words(text) || names_nothing(text)) return false;
    Comparison comparison(text);
    write_building(comparison, text);
    return comparison.holds();
}

Result<std::string> canonical(View text, const Reading&) {
    if (const auto refusal = refused_words(text)) return *refusal;
    auto written = building_text(Tidy(text).text());
    if (names_nothing(written)) return Remark{rules::not_of_this_type, whole(text), RepairKind::none};
    return as_canonical(text, std::move(written));
}

Parts parts(View text, const Reading& reading) {
    if (!canonical(text, reading)) return {};
    const Tidy tidy(text);
    const Building building = split_building(tidy.text());
    Parts parts;
    for (const auto& [name, part] : {std::pair<View, View>{"buildingName", building.name},
                                     {"floor", building.floor},
                                     {"room", building.room}}) {
        if (!part.empty()) parts.emplace_back(name, part);
    }
    return parts;
}

}  // namespace

Building split_building(View text) {
    std::size_t at = text.size() > reach ? text.size() - reach : 0;
    for (; at < text.size(); ++at) {
        if (!can_start(text, at)) continue;
        Cut cut;
        const char* it = text.data() + at;
        const char* end = text.data() + text.size();
        if (!floor_then_room.parse(it, end, x3::make_context<Cut>(cut), x3::unused, x3::unused)) continue;
        const auto part = [&](const char* from, const char* to) {
            return from ? View(from, static_cast<std::size_t>(to - from)) : View{};
        };
        return {trimmed_end(text.substr(0, at)),
                part(cut.floor_end ? text.data() + at : nullptr, cut.floor_end), part(cut.room_begin, end)};
    }
    return {text, {}, {}};
}

bool names_building(View text) {
    static constexpr View words[] = {
        "館",       "校",     "幼稚園", "保育園", "公園",   "庭園",   "学園",   "農園",   "霊園",
        "こども園", "役所",   "事務所", "保健所", "保育所", "案内所", "研究所", "出張所", "駐在所",
        "集会所",   "待合所", "駐車場", "駐輪場", "野営場", "運動場", "競技場", "球場",   "会場",
        "工場",     "広場",   "浴場",   "病院",   "医院",   "学院",   "薬局",   "郵便局", "支局",
        "警察署",   "消防署", "税務署", "店",     "会社",   "神社",   "駅",     "庁舎",   "分庁",
        "本庁",     "県庁",   "団地",   "住宅",   "ビル",   "棟",     "寮",     "街",     "会議室"};
    const Building parts = split_building(text);
    if (!parts.floor.empty() || !parts.room.empty()) return true;
    std::size_t foreign = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        foreign += is_katakana(c) || (size == 1 && is_ascii_letter(text[at])) ? 1 : 0;
        at += size;
    }
    return foreign >= 3 || std::ranges::any_of(words, [&](View word) { return text.ends_with(word); });
}

std::string building_text(View tidy_text) {
    std::string text;
    write_building(text, tidy_text);
    return text;
}

const ValueType building_type{
    .name = "building",
    .name_ja = "建物名等(方書)",
    .form = "紀尾井町タワー 19階",
    .is_canonical = is_canonical,
    .canonical = canonical,
    .parts = parts,
};

}  // namespace daicho
