#include "grammars/values/insurer_number.hpp"

#include "grammars/values/check_digit.hpp"
#include "grammars/values/code_text.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

char check_digit(std::string_view number) {
    return modulus_10_check_digit(number.substr(0, number.size() - 1), 2);
}

bool is_canonical(std::string_view text, const Reading&) {
    return (is_digits(text, 8) || is_digits(text, 6)) && text.back() == check_digit(text);
}

}  // namespace

Result<InsurerNumber> parse_insurer_number(std::string_view text, const Reading&) {
    const auto code = read_whole_code(text);
    if (!code) return code.refusal();
    const std::string& digits = code->characters;
    if (digits[0] != '0' && is_canonical('0' + digits, {})) {
        return {InsurerNumber{'0' + digits},
                Remark{rules::lost_leading_zero, code->where, RepairKind::provable}};
    }
    if (digits.size() != 8 && digits.size() != 6) return wrong_count(*code, "8 / 6");
    if (!is_canonical(digits, {})) {
        const std::string expected(1, check_digit(digits));
        return Remark{.rule = rules::wrong_check_digit, .where = code->where, .detail = expected};
    }
    return read_from(text, InsurerNumber{digits});
}

std::string to_string(const InsurerNumber& value) {
    return value.digits;
}

const ValueType insurer_number_type{
    .name = "insurer_number",
    .name_ja = "保険者番号",
    .form = "33120015",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_insurer_number>,
};

}  // namespace daicho
