#include "models/engine/number_column.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "grammars/text/ascii.hpp"
#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/text/numerals.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/text/variants.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"
#include "models/engine/cell_words.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

constexpr std::size_t least_different = 3;  ///< fewer different numbers are codes or flags
constexpr std::size_t least_numbered = 5;

bool is_of_number(char c) {
    return is_ascii_digit(c) || c == '.' || c == ',';
}

/// 三百, 1万2千.
bool is_number_in_words(std::string_view text) {
    const auto number = numeral_at(text);
    return number && number->kanji && number->size == text.size();
}

/// 12人, 約3, 5※: digits first or behind one sign, and something else. 三百.
bool is_number_with_text(std::string_view text) {
    if (text.empty() || text.size() > 24) return false;
    if (is_number_in_words(text)) return true;
    const auto digits = std::ranges::find_if(text, is_ascii_digit);
    if (digits == text.end() || digits - text.begin() > 6) return false;
    const auto end = std::find_if_not(digits, text.end(), is_of_number);
    if (end == text.end()) return digits != text.begin() && text.front() != '-';
    return std::none_of(end, text.end(), is_ascii_digit);
}

/// 延床面積, 収容人数（人）
bool names_quantity(std::string_view header) {
    const std::string text = match_key(without_spaces(header), fold::width | fold::letter_case);
    const std::string_view name = std::string_view(text).substr(0, text.find('('));
    return std::ranges::any_of(cell_words(CellWord::quantity),
                               [&](const std::string& word) { return name.ends_with(word); });
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

}  // namespace

bool is_plain_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && is_ascii_digit(text.front()) && is_ascii_digit(text.back()) &&
           std::ranges::all_of(text, is_of_number);
}

bool is_numbered_code(std::string_view text) {
    return text.size() > 1 && text.front() == '0' && is_ascii_digit(text[1]);
}

bool is_sign_for_number(std::string_view text) {
    static constexpr std::string_view signs[] = {"X",  "x", "Ｘ",  "ｘ", "-",   "－", "―",
                                                 "‐",  "−", "ー",  "…",  "***", "**", "*",
                                                 "＊", "χ", "N/A", "△",  "×",   "/",  "／"};
    constexpr std::size_t longest = 3;
    const auto is = [&](std::string_view sign) { return sign.front() == text.front() && sign == text; };
    return !text.empty() && text.size() <= longest && std::ranges::any_of(signs, is);
}

bool names_code(std::string_view header) {
    constexpr std::array<std::string_view, 22> words = {
        "区分", "種別", "month", "year", "学年", "番号", "コード", "code", "id",   "no",   "緯度",
        "経度", "座標", "lat",   "lon",  "電話", "年月", "番地",   "年度", "日付", "郵便", "西暦"};
    const std::string text = match_key(without_spaces(header), fold::width | fold::letter_case);
    const auto has = [&](std::string_view word) { return text.find(word) != text.npos; };
    return std::ranges::any_of(words, has) || text == "№" || text == "年" || text == "月" || text == "日";
}

bool holds_numbers(std::span<const std::string> values, std::string_view header) {
    std::size_t numbers = 0, flawed = 0, others = 0;
    for (const std::string& value : values) {
        if (is_numbered_code(value)) return false;
        if (is_plain_number(value)) {
            ++numbers;
        } else if (!number_flaw(value).empty()) {
            ++flawed;
        } else if (!is_sign_for_number(value)) {
            ++others;
        }
    }
    if (names_code(header)) return false;
    if (names_quantity(header)) return numbers + flawed >= least_different && numbers + flawed >= others * 4;
    return numbers >= least_different && numbers > flawed && numbers >= others * 4;
}

RuleId number_flaw(std::string_view text) {
    if (is_plain_number(text) || is_sign_for_number(text) || is_plain_number(without_spaces(text))) return {};
    if (is_spreadsheet_damage(Narrow(text).text())) return rules::spreadsheet_damage;
    // B1 and A3 are names of something.
    return is_number_with_text(text) && !is_ascii_letter(text.front()) ? rules::text_among_numbers : RuleId{};
}

bool numbers_records(const Batch& batch, std::size_t column) {
    std::optional<std::uint64_t> before_first;
    std::uint64_t records = 0, filled = 0;
    for (std::size_t record = 0; record < batch.size(); ++record) {
        if (batch.blank(record)) continue;
        ++records;
        const std::string_view text = batch.cell(record, column);
        if (text.empty()) continue;
        const auto number = whole_number(text);
        if (!number || *number < records) return false;
        if (!before_first) before_first = *number - records;
        if (*number != *before_first + records) return false;
        ++filled;
    }
    return filled >= least_numbered && filled * 2 > records;
}

}  // namespace daicho
