#include "grammars/values/code_text.hpp"

#include <algorithm>

#include "grammars/parts/digits.hpp"
#include "grammars/text/digits.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

struct Found {
    std::string characters;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Where `grammar` starts and ends in `text`, if it matches at `at`.
template <class Grammar>
std::optional<Found> match(const Grammar& grammar, std::string_view text, std::size_t at) {
    auto it = text.begin() + at;
    Found found{.begin = at};
    if (!x3::parse(it, text.end(), grammar, found.characters)) return std::nullopt;
    found.end = static_cast<std::size_t>(it - text.begin());
    return found;
}

const auto quoted = "=\"" >> grouped_digits >> '"';
const auto marked_as_text = '\'' >> grouped_digits;
const auto plain = grouped_digits >> x3::omit[-(float_tail >> x3::eoi)];
const auto code = quoted | marked_as_text | plain;

const auto letter_or_digit = digit | x3::char_('A', 'Z') | x3::char_('a', 'z');
const auto letter_code = letter_or_digit % -x3::char_("- ");

std::size_t after_header(std::string_view text, std::string_view header) {
    if (header.empty() || !text.starts_with(header)) return 0;
    return std::min(text.find_first_not_of(": ", header.size()), text.size());
}

CodeText at_place(const Narrow& narrow, Found found) {
    const auto begin = static_cast<std::uint32_t>(found.begin);
    const auto end = static_cast<std::uint32_t>(found.end);
    return {std::move(found.characters), narrow.original({begin, end}),
            narrow.original({end, whole(narrow.text()).end})};
}

}  // namespace

std::optional<CodeText> read_code(const Narrow& narrow, std::string_view header) {
    auto found = match(code, narrow.text(), after_header(narrow.text(), header));
    if (!found) return std::nullopt;
    return at_place(narrow, std::move(*found));
}

Result<CodeText> read_whole_code(std::string_view text, std::string_view header) {
    const Narrow narrow(text);
    if (is_spreadsheet_damage(narrow.text())) return unreadable(text);
    auto code = read_code(narrow, header);
    if (!code) return unreadable(text);
    if (!code->rest.empty()) return Remark{rules::text_left_over, code->rest};
    return std::move(*code);
}

Result<CodeText> read_whole_letter_code(std::string_view text, std::string_view header) {
    const Narrow narrow(text);
    if (is_spreadsheet_damage(narrow.text())) return unreadable(text);
    auto found = match(letter_code, narrow.text(), after_header(narrow.text(), header));
    if (!found) return unreadable(text);
    for (char& c : found->characters) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    CodeText code = at_place(narrow, std::move(*found));
    if (!code.rest.empty()) return Remark{rules::text_left_over, code.rest};
    return code;
}

bool is_digits(std::string_view text, std::size_t size) {
    return text.size() == size && is_all_digits(text);
}

bool is_prefecture(std::string_view text) {
    return text.size() == 2 && text >= "01" && text <= "47" && is_digits(text, 2);
}

Remark wrong_count(const CodeText& code, std::string expected) {
    return {.rule = rules::wrong_digit_count, .where = code.where, .detail = std::move(expected)};
}

}  // namespace daicho
