#include "models/engine/record_shape.hpp"

#include <algorithm>

#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/text/spaces.hpp"
#include "models/engine/column_profile.hpp"
#include "models/engine/placeholders.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

constexpr std::string_view words_of_totals[] = {"計",     "合計", "小計", "中計", "総計",
                                                "総合計", "累計", "平均", "総数"};
constexpr std::string_view words_of_notes[] = {"注", "注記", "注意", "注釈", "出典", "資料", "備考"};
constexpr std::string_view ends_of_tables[] = {"以上", "以下余白", "以下空白"};
constexpr std::string_view units[] = {
    "人", "円", "千円", "百万円", "億円", "件",   "世帯", "戸",       "棟",   "台",   "m",
    "㎡", "m2", "km",   "km2",    "㎢",   "ha",   "a",    "t",        "kg",   "g",    "L",
    "%",  "‰",  "年",   "月",     "日",   "時間", "分",   "箇所",     "か所", "校",   "園",
    "室", "床", "回",   "年度",   "年齢", "歳",   "ヵ所", "カ所",     "ヶ所", "名",   "本",
    "個", "枚", "冊",   "店",     "社",   "組",   "階",   "メートル", "キロ", "トン", "度",
};
constexpr std::uint64_t last_record_of_units = 2;

template <std::size_t N>
bool is_among(std::string_view text, const std::string_view (&words)[N]) {
    return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

/// Whether a first cell may begin anything but a record, by its first character.
bool may_begin_oddity(std::string_view text) {
    constexpr std::string_view starts[] = {"計", "合", "小", "中", "総", "累", "平", "注", "出",
                                           "資", "備", "以", "単", "※",  "（", "【", "〔", "＊"};
    if (text.front() == '(' || text.front() == '*' || text.front() == '[') return true;
    return std::any_of(std::begin(starts), std::end(starts),
                       [&](std::string_view start) { return text.starts_with(start); });
}

std::string without_any_space(std::string_view text) {
    const Narrow narrow(text);
    std::string out;
    for (const char c : narrow.text()) {
        if (c != ' ') out += c;
    }
    return out;
}

/// 【合計】 without its brackets.
std::string_view unbracketed(std::string_view text) {
    constexpr std::pair<std::string_view, std::string_view> pairs[] = {
        {"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}, {"〈", "〉"}, {"<", ">"}};
    for (const auto& [open, close] : pairs) {
        if (text.size() > open.size() + close.size() && text.starts_with(open) && text.ends_with(close)) {
            return text.substr(open.size(), text.size() - open.size() - close.size());
        }
    }
    return text;
}

bool is_number(std::string_view text) {
    const Narrow narrow(text);
    bool digit = false;
    for (const char c : narrow.text()) {
        digit |= is_ascii_digit(c);
        if (!is_ascii_digit(c) && std::string_view(",.-+% ()").find(c) == std::string_view::npos)
            return false;
    }
    return digit;
}

/// The first cell with text, and whether it is the only one.
struct Filled {
    std::size_t first = 0;
    std::size_t count = 0;  ///< two are many
};

Filled filled_cells(const Batch& batch, std::size_t record) {
    Filled filled;
    for (std::size_t column = 0; column < batch.width(record) && filled.count < 2; ++column) {
        if (without_spaces(batch.cell(record, column)).empty()) continue;
        if (filled.count++ == 0) filled.first = column;
    }
    return filled;
}

/// Whether `holds` is true of every cell with text behind `column`, and of one at least.
template <class Holds>
bool all_behind(const Batch& batch, std::size_t record, std::size_t column, Holds holds) {
    std::size_t count = 0;
    for (std::size_t at = column + 1; at < batch.width(record); ++at) {
        const std::string_view text = without_spaces(batch.cell(record, at));
        if (text.empty()) continue;
        if (!holds(text)) return false;
        ++count;
    }
    return count > 0;
}

/// Whether a text has one of the characters that words of totals end in.
bool may_be_total(std::string_view text) {
    constexpr std::string_view ends[] = {"計", "均", "数"};
    return std::any_of(std::begin(ends), std::end(ends),
                       [&](std::string_view end) { return text.find(end) != text.npos; });
}

bool is_total(const Batch& batch, std::size_t record, std::size_t first) {
    if (!may_be_total(batch.cell(record, first))) return false;
    const std::string text = without_any_space(batch.cell(record, first));
    if (!is_among(unbracketed(text), words_of_totals)) return false;
    bool number = false;
    return all_behind(batch, record, first,
                      [&](std::string_view cell) {
                          number |= is_number(cell);
                          return is_number(cell) || is_mark_for_nothing(cell);
                      }) &&
           number;
}

/// `※...`, `注1) ...`, `出典：...`, a sentence. Not 注連 or 資料館.
bool is_note(std::string_view cell) {
    constexpr std::string_view behind_words[] = {")", ":", " ", "】", "〕", "]"};
    const Narrow narrow(cell);
    std::string_view text = narrow.text();
    if (text.starts_with("※") || text.starts_with("*") || text.starts_with("＊")) return true;
    if (text.ends_with("。") && text.size() >= std::string_view("十文字以上である文。").size()) return true;
    if (is_among(unbracketed(text), ends_of_tables)) return true;
    for (const std::string_view open : {"(", "【", "〔", "["}) {
        if (text.starts_with(open)) text.remove_prefix(open.size());
    }
    return std::any_of(std::begin(words_of_notes), std::end(words_of_notes), [&](std::string_view word) {
        if (!text.starts_with(word)) return false;
        const std::string_view behind = text.substr(word.size());
        return behind.empty() || is_ascii_digit(behind.front()) ||
               std::any_of(std::begin(behind_words), std::end(behind_words),
                           [&](std::string_view sign) { return behind.starts_with(sign); });
    });
}

bool is_unit(std::string_view cell) {
    const std::string text = without_any_space(cell);
    const std::string_view inside = unbracketed(text);
    return inside.starts_with("単位") || is_among(inside, units) ||
           (inside.size() < text.size() && !is_number(inside));
}

}  // namespace

bool RecordShape::is_header(const Batch& batch, std::size_t record) const {
    for (std::size_t column = 0; column < headers_.size(); ++column) {
        if (without_spaces(batch.cell(record, column)) != without_spaces(headers_[column])) return false;
    }
    return headers_.size() >= 2;
}

/// 名称, 住所, 電話 below 施設, (blank), 連絡先: a header of two rows. Where all columns have a name it is
/// none.
bool RecordShape::is_second_header(const Batch& batch, std::size_t record) const {
    constexpr std::size_t least_names = 2;
    if (batch.record_number(record) != 1) return false;
    std::size_t names = 0;
    bool names_blank = false;
    for (std::size_t column = 0; column < std::min(batch.width(record), headers_.size()); ++column) {
        const std::string_view text = batch.cell(record, column);
        if (std::ranges::any_of(text, is_ascii_digit)) return false;
        if (text.empty()) continue;
        names += header_names_any_kind(text) ? 1 : 0;
        names_blank |= without_spaces(headers_[column]).empty();
    }
    return names_blank && names >= least_names;
}

std::optional<RecordShape::Oddity> RecordShape::look(const Batch& batch, std::size_t record) const {
    std::size_t first = 0;
    while (first < batch.width(record) && batch.cell(record, first).empty()) ++first;
    const std::string_view text = batch.cell(record, first);
    if (text.empty()) return {};
    if (first < headers_.size() && without_spaces(text) == without_spaces(headers_[first]) &&
        is_header(batch, record)) {
        return Oddity{rules::header_again, static_cast<std::uint32_t>(first)};
    }
    const bool below_header = batch.record_number(record) <= last_record_of_units;
    if (!below_header && !may_begin_oddity(text) && !text.ends_with("。")) return {};
    const Filled filled = filled_cells(batch, record);
    const auto oddity = [&](RuleId rule) { return Oddity{rule, static_cast<std::uint32_t>(filled.first)}; };
    if (filled.count == 0 || headers_.size() < 2) return {};
    if (filled.count == 1 && headers_.size() >= 3 && is_note(batch.cell(record, filled.first))) {
        return oddity(rules::note_record);
    }
    if (is_total(batch, record, filled.first)) return oddity(rules::total_record);
    if (below_header && is_unit(batch.cell(record, filled.first)) &&
        (filled.count == 1 || all_behind(batch, record, filled.first, is_unit))) {
        return oddity(rules::unit_record);
    }
    return below_header && is_second_header(batch, record) ? std::optional(oddity(rules::unit_record))
                                                           : std::nullopt;
}

bool is_total_of_places(std::string_view text) {
    constexpr std::string_view places[] = {"県",   "府",   "都",     "道",       "市",    "町",
                                           "村",   "郡",   "区",     "市部",     "郡部",  "区部",
                                           "町村", "市町", "市町村", "市区町村", "全県",  "全市",
                                           "全国", "県内", "市内",   "県市部",   "県郡部"};
    constexpr std::size_t longest = 24;
    if (text.size() > longest || !text.ends_with("計")) return false;
    const std::string joined = without_any_space(text);
    return std::any_of(std::begin(words_of_totals), std::end(words_of_totals), [&](std::string_view word) {
        return joined.ends_with(word) &&
               is_among(std::string_view(joined).substr(0, joined.size() - word.size()), places);
    });
}

std::optional<std::string> number_cut_at_comma(const Batch& batch, std::size_t record, std::size_t columns) {
    const std::size_t width = batch.width(record);
    if (width <= columns) return {};
    const auto is_group = [&](std::size_t column) {
        const std::string_view text = batch.cell(record, column);
        return text.size() == 3 && is_all_digits(text);
    };
    const auto begins_number = [&](std::size_t column) {
        std::string_view text = batch.cell(record, column);
        if (text.starts_with('-')) text.remove_prefix(1);
        return !text.empty() && text.size() <= 3 && text.front() != '0' && is_all_digits(text);
    };
    std::optional<std::string> number;
    for (std::size_t column = 0; column + 1 < width; ++column) {
        if (!begins_number(column)) continue;
        std::string joined(batch.cell(record, column));
        std::size_t end = column + 1;
        for (; end < width && is_group(end); ++end) joined.append(",").append(batch.cell(record, end));
        if (end == column + 1) continue;
        if (number || end - column - 1 != width - columns) return {};
        number = joined;
        column = end - 1;
    }
    return number;
}

}  // namespace daicho
