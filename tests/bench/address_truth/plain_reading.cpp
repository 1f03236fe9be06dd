#include "tests/bench/address_truth/plain_reading.hpp"

#include <algorithm>
#include <unordered_map>

#include "grammars/text/utf8.hpp"

namespace daicho::truth {

namespace {

/// Letters of which each stands for the first.
constexpr std::string_view families[] = {
    "ケヶがガ", "ノの之ﾉ",  "ツッ",   "沢澤", "高髙", "崎\uFA11嵜", "竜龍",     "浜濱",           "桧檜",
    "槙槇",     "薮藪",     "渕淵",   "国國", "広廣", "関關",       "塩鹽",     "桜櫻",           "瀬瀨",
    "辺邊邉",   "県縣",     "区區",   "条條", "鶴靏", "斎齋",       "斉齊",     "曽曾",           "籠篭",
    "蛍螢",     "栄榮",     "豊豐",   "郷鄕", "黒黑", "亀龜",       "嶋島",     "舘館\uFA2C",     "滝瀧",
    "萩荻",     "祇祗",     "頚頸",   "麹麴", "穂穗", "気氣",       "壱壹",     "弥彌",           "台臺",
    "円圓",     "宝寶",     "恵惠",   "徳德", "会會", "仏佛",       "伝傳",     "鉄鐵",           "砺礪",
    "実實",     "祢禰",     "船舩舟", "万萬", "侭儘", "霊靈",       "薗園",     "桟棧",           "坂阪",
    "渓溪",     "鉱鑛",     "猪豬",   "団團", "仮假", "数數",       "当當",     "湾灣",           "独獨",
    "総總",     "経經",     "薬藥",   "訳譯", "転轉", "鉢盋",       "淵渊",     "涛濤",           "祗祇",
    "雑雜",     "覧覽",     "楽樂",   "来來", "帯帶", "様樣",       "検檢",     "学學",           "写寫",
    "双雙",     "真眞",     "莱萊",   "蔵藏", "余餘", "奥奧",       "莵菟",     "竈竃\U00025944", "狭狹",
    "野埜",     "挟挾",     "縄繩",   "梼檮", "屏屛", "塚\uFA10",   "諸\uFA22", "都\uFA26",       "神\uFA19",
    "福\uFA1B", "寿壽",     "与與",   "荘莊", "巌巖", "口囗",       "岳嶽",     "峰峯",           "富冨",
    "鼓皷",     "羽\uFA1E", "鷏鷆",
};
constexpr std::u32string_view numerals = U"〇一二三四五六七八九";

const std::unordered_map<char32_t, char32_t>& firsts() {
    static const auto* table = [] {
        auto* firsts = new std::unordered_map<char32_t, char32_t>;
        for (const std::string_view family : families) {
            const char32_t first = code_point_at(family, 0).value;
            for (std::size_t at = 0; at < family.size(); at += code_point_at(family, at).size) {
                firsts->emplace(code_point_at(family, at).value, first);
            }
        }
        return firsts;
    }();
    return *table;
}

/// 1 to 9 of a numeral, 10 100 1000 of a unit, 0 of 〇; else -1.
int numeral(char32_t point) {
    const std::size_t at = numerals.find(point);
    if (at != std::u32string_view::npos) return static_cast<int>(at);
    return point == U'十' ? 10 : point == U'百' ? 100 : point == U'千' ? 1000 : -1;
}

/// The number that kanji numerals are: 二十三, 一〇三.
std::string counted(std::u32string_view run) {
    const bool units = std::ranges::any_of(run, [](char32_t c) { return numeral(c) >= 10; });
    std::uint64_t total = 0, digit = 0;
    for (const char32_t c : run) {
        const auto value = static_cast<std::uint64_t>(numeral(c));
        if (value < 10) {
            digit = units ? value : digit * 10 + value;
        } else {
            total += (digit == 0 ? 1 : digit) * value;
            digit = 0;
        }
    }
    return std::to_string(total + digit);
}

char32_t narrow(char32_t point) {
    if (point >= 0xFF01 && point <= 0xFF5E) return point - 0xFEE0;
    if ((point >= 0x2010 && point <= 0x2015) || point == 0x2212) return U'-';
    const auto at = firsts().find(point);
    return at == firsts().end() ? point : at->second;
}

bool left_out(char32_t point) {
    const bool selector = (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
    return point == U' ' || point == 0x3000 || point == U'字' || selector;
}

std::u32string narrowed(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        at += point.size;
        const char32_t next = narrow(point.value);
        if (next == U'大' && code_point_at(text, at).value == U'字') continue;
        if (!left_out(next)) out += next;
    }
    return out;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Whether a number before `rest` is that of a lot, or only the beginning of a number.
bool is_lot(std::string_view rest) {
    const bool linked = rest.starts_with("-") || rest.starts_with("番") || rest.starts_with("ノ");
    return rest.empty() || linked || is_digit(rest.front());
}

}  // namespace

std::string plain(std::string_view text) {
    const std::u32string points = narrowed(text);
    std::string out;
    for (std::size_t i = 0; i < points.size();) {
        std::size_t end = i;
        while (end < points.size() && end - i < 8 && numeral(points[end]) >= 0) ++end;
        if (end > i) {
            out += counted(std::u32string_view(points).substr(i, end - i));
            i = end;
        } else {
            append_utf8(out, points[i++]);
        }
    }
    return out;
}

std::string longest_beginning(const std::vector<std::string>& names, std::string_view text) {
    for (std::size_t size = text.size(); size > 0; --size) {
        const std::string_view head = text.substr(0, size);
        const bool known = std::binary_search(names.begin(), names.end(), head, std::less<>{});
        if (known && !(is_digit(head.back()) && is_lot(text.substr(size)))) return std::string(head);
    }
    return {};
}

}  // namespace daicho::truth
