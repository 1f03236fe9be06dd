#include "grammars/values/individual_number.hpp"

#include "grammars/values/check_digit.hpp"
#include "grammars/values/code_text.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

bool is_canonical(std::string_view text, const Reading&) {
    return is_digits(text, 12) && text[11] == individual_check_digit(text);
}

}  // namespace

Result<IndividualNumber> parse_individual_number(std::string_view text, const Reading&) {
    const auto code = read_whole_code(text, "個人番号");
    if (!code) return code.refusal();
    if (code->characters.size() != 12) return wrong_count(*code, "12");
    if (!is_canonical(code->characters, {})) return Remark{rules::wrong_check_digit, code->where};
    return read_from(text, IndividualNumber{code->characters});
}

std::string to_string(const IndividualNumber& value) {
    return value.digits;
}

const ValueType individual_number_type{
    .name = "individual_number",
    .name_ja = "個人番号",
    .form = "123456789018",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_individual_number>,
    .confidential = true,
};

}  // namespace daicho
