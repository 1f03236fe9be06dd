#include "grammars/values/lei.hpp"

#include <algorithm>

#include "grammars/values/code_text.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

bool is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

/// ISO 7064 MOD 97-10: letters stand for 10 to 35, the whole number leaves 1.
bool fits(std::string_view text) {
    int rest = 0;
    for (const char c : text) {
        rest = c <= '9' ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
    }
    return rest == 1;
}

bool is_canonical(std::string_view text, const Reading&) {
    return text.size() == 20 && std::ranges::all_of(text, is_letter_or_digit) &&
           is_digits(text.substr(18), 2) && fits(text);
}

}  // namespace

Result<Lei> parse_lei(std::string_view text, const Reading&) {
    const auto code = read_whole_letter_code(text);
    if (!code) return code.refusal();
    if (code->characters.size() != 20) return wrong_count(*code, "20");
    if (!is_canonical(code->characters, {})) return Remark{rules::wrong_check_digit, code->where};
    return read_from(text, Lei{code->characters});
}

std::string to_string(const Lei& value) {
    return value.text;
}

const ValueType lei_type{
    .name = "lei",
    .name_ja = "取引主体識別子",
    .form = "636700STJZG4U8W2I596",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_lei>,
};

}  // namespace daicho
