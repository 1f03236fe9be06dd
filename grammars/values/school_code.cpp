#include "grammars/values/school_code.hpp"

#include <algorithm>

#include "grammars/values/check_digit.hpp"
#include "grammars/values/code_text.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

// 文部科学省 学校コード: the first two places are the kind of school.
constexpr std::string_view kinds[] = {"A1", "A2", "B1", "C1", "C2", "D1", "D2",
                                      "E1", "F1", "F2", "G1", "H1", "H2"};

bool is_kind(std::string_view text) {
    return std::ranges::find(kinds, text) != std::end(kinds);
}

/// The letter counts as its place in the alphabet: A = 1.
char check_digit(std::string_view code) {
    char digits[12];
    std::ranges::copy(code.substr(0, 12), digits);
    digits[0] = static_cast<char>(digits[0] - 'A' + '1');
    return modulus_10_check_digit({digits, 12}, 2);
}

bool has_structure(std::string_view text) {
    return is_kind(text.substr(0, 2)) && is_prefecture(text.substr(2, 2)) && text[4] >= '1' && text[4] <= '3';
}

bool is_canonical(std::string_view text, const Reading&) {
    return text.size() == 13 && is_digits(text.substr(1), 12) && has_structure(text) &&
           text[12] == check_digit(text);
}

}  // namespace

Result<SchoolCode> parse_school_code(std::string_view text, const Reading&) {
    const auto code = read_whole_letter_code(text);
    if (!code) return code.refusal();
    const std::string& characters = code->characters;
    if (characters[0] < 'A' || !is_digits(characters.substr(1), characters.size() - 1))
        return unreadable(text);
    if (characters.size() != 13) return wrong_count(*code, "13");
    if (!has_structure(characters)) return Remark{rules::unknown_code, code->where};
    if (characters[12] != check_digit(characters)) {
        const std::string expected(1, check_digit(characters));
        return Remark{.rule = rules::wrong_check_digit, .where = code->where, .detail = expected};
    }
    return read_from(text, SchoolCode{characters});
}

std::string to_string(const SchoolCode& value) {
    return value.text;
}

const ValueType school_code_type{
    .name = "school_code",
    .name_ja = "学校コード",
    .form = "F113110102700",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_school_code>,
};

}  // namespace daicho
