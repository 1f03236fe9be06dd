#include "models/engine/stand_in.hpp"

#include <algorithm>

#include "grammars/text/digits.hpp"
#include "grammars/text/utf8.hpp"
#include "models/engine/cell_words.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// #N/A, or a number for which the column was too narrow; LibreOffice writes Err:502 as well.
bool is_error_value(std::string_view text) {
    if (text.starts_with("Err:")) return text.size() == 7 && is_all_digits(text.substr(4));
    if (text.size() >= 3 && text.find_first_not_of('#') == text.npos) return true;
    return is_one_of(text, {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!",
                            "#CALC!", "#FIELD!", "#BLOCKED!", "#BUSY!", "#CONNECT!", "#GETTING_DATA"});
}

/// The number of bytes at the front of `text` that are A1, $B$12 or Sheet1!A1; 0: no place of a cell.
std::size_t cell_place(std::string_view text) {
    std::size_t at = 0;
    const auto skip = [&](auto is) {
        const std::size_t from = at;
        while (at < text.size() && is(text[at])) ++at;
        return at - from;
    };
    const auto dollar = [](char c) { return c == '$'; };
    skip(dollar);
    const std::size_t letters = skip(is_letter);
    skip(dollar);
    const std::size_t digits = skip(is_ascii_digit);
    return letters >= 1 && letters <= 3 && digits >= 1 ? at : 0;
}

/// =SUM(A1:A3), =A1+B2, =+B2, ='[book.xlsx]Sheet1'!A1. Not `==>`, `=` or a text that begins with that sign.
bool is_formula(std::string_view text) {
    if (!text.starts_with('=')) return false;
    text.remove_prefix(1);
    while (!text.empty() && (text.front() == '+' || text.front() == '-' || text.front() == '(')) {
        text.remove_prefix(1);
    }
    if (cell_place(text) != 0 || text.starts_with("'[")) return true;
    const auto end = std::find_if_not(text.begin(), text.end(), [](char c) {
        return is_letter(c) || is_ascii_digit(c) || c == '.' || c == '_';
    });
    return end != text.begin() && end != text.end() && *end == '(' && text.ends_with(')');
}

/// `="0123"`: how a text is kept from being read as a number.
bool is_text_formula(std::string_view text) {
    return text.size() >= 4 && text.starts_with("=\"") && text.ends_with('"') &&
           std::count(text.begin(), text.end(), '"') == 2;
}

/// Whether the first `size` bytes stand there once more.
bool begins_twice(std::string_view text, std::size_t size) {
    const char* const begin = text.data();
    return text.size() >= 2 * size && std::equal(begin, begin + size, begin + size);
}

/// ○○市, ◯◯株式会社. Not ○○ alone, which is an answer, nor 〇〇五.
bool is_unfilled_form(std::string_view text) {
    constexpr std::size_t longest = 60;
    const CodePoint mark = code_point_at(text, 0);
    const std::string_view first = text.substr(0, mark.size);
    if (!is_one_of(first, {"○", "〇", "◯", "●", "△", "▲", "□", "×", "＊", "Ｘ"})) return false;
    std::string_view rest = text;
    while (rest.starts_with(first)) rest.remove_prefix(first.size());
    if (text.size() - rest.size() < 2 * first.size() || text.size() > longest) return false;
    return std::ranges::any_of(cell_words(CellWord::form),
                               [&](const std::string& word) { return rest.starts_with(word); });
}

}  // namespace

bool stand_in_detail::may_be_stand_in(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    switch (byte(0)) {
        case '#':
        case '=':
        case 'E':
            return text.size() > 1;
        case 0xE3:
            if (text.size() == 3) return byte(1) == 0x80 && byte(2) == 0x83;  // 〃
            return begins_twice(text, 3);                                     // 〇〇市
        case 0xE2:
        case 0xEF:
            return begins_twice(text, 3);  // ○○市
        case 0xC3:
            return begins_twice(text, 2);  // ××市
        case 0xE4:
            return text.size() >= 12 && text.size() <= 15 && byte(1) == 0xB8 && byte(2) == 0x8A;  // 上に同じ
        case 0xE5:
            return text.size() == 6 && byte(1) == 0x90 && byte(2) == 0x8C;  // 同上
        default:
            return false;
    }
}

StandIn stand_in(std::string_view text) {
    if (text.starts_with('#') || text.starts_with('E')) {
        if (is_error_value(text)) return {rules::error_value, {}};
    } else if (text.starts_with('=')) {
        if (is_text_formula(text)) return {rules::formula, std::string(text.substr(2, text.size() - 3))};
        if (is_formula(text)) return {rules::formula, {}};
    } else if (is_cell_word(text, CellWord::ditto)) {
        return {rules::ditto, {}};
    } else if (is_unfilled_form(text)) {
        return {rules::placeholder, {}};
    }
    return {};
}

}  // namespace daicho
