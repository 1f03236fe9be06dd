#include "models/readability/header_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "grammars/text/digits.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/variants.hpp"

namespace daicho {

namespace {

std::string folded(std::string_view header) {
    return match_key(without_spaces(header), fold::width | fold::letter_case);
}

template <std::size_t count>
bool has_one_of(std::string_view text, const std::array<std::string_view, count>& words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != text.npos; });
}

/// Takes a number off the start; false where there is none of `least` to `most` digits.
bool take_number(std::string_view& text, std::size_t least, std::size_t most) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
    if (end < least || end > most) return false;
    text.remove_prefix(end);
    return true;
}

}  // namespace

bool names_unit(std::string_view header) {
    constexpr std::array<std::string_view, 22> words = {
        "(",    "[",  "人口", "人数", "戸数", "世帯", "件数", "台数", "席数", "室数", "人員",
        "定員", "円", "㎡",   "m2",   "%",    "率",   "割合", "年齢", "男",   "女",   "面積_"};
    const std::string text = folded(header);
    // …数 counts what it names.
    return has_one_of(text, words) || text.ends_with("数") || text.find("数_") != text.npos || text == "計";
}

bool names_period(std::string_view header) {
    const std::string folded_header = folded(header);
    std::string_view text = folded_header;
    for (const std::string_view era : {"明治", "大正", "昭和", "平成", "令和", "m", "t", "s", "h", "r"}) {
        if (!text.starts_with(era)) continue;
        std::string_view rest = text.substr(era.size());
        if (rest.starts_with("元"))
            rest.remove_prefix(std::string_view("元").size());
        else if (!take_number(rest, 1, 2))
            continue;
        if (rest.empty() || rest == "年" || rest == "年度" || rest.starts_with("年") || rest.starts_with("."))
            return true;
    }
    std::string_view year = text;
    if (take_number(year, 4, 4) && (text.starts_with("19") || text.starts_with("20")))
        return year.empty() || year.starts_with("年") || year.starts_with("-") || year.starts_with("/");
    std::string_view month = text;
    return take_number(month, 1, 2) && (month == "月" || month == "月分" || month == "月末");
}

bool is_meaningless_header(std::string_view header) {
    const std::string text = folded(header);
    if (text.empty() || text == "№" || text == "#") return false;
    for (const std::string_view word : {"column", "列", "unnamed", "field", "フィールド", "項目", "f"}) {
        if (!text.starts_with(word) || text.size() == word.size()) continue;
        const std::string_view rest = std::string_view(text).substr(word.size());
        if (rest.find_first_not_of("0123456789: _") == rest.npos) return true;
    }
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        const bool letter =
            (c < 0x80 && (is_ascii_digit(static_cast<char>(c)) || (c >= 'a' && c <= 'z') || c == '#')) ||
            (c >= 0x3040 && c != 0x30FB && c != 0x30FC) || (c >= 0xC0 && c < 0x2000);
        if (letter) return false;
        at += size;
    }
    return true;
}

}  // namespace daicho
