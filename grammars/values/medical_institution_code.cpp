#include "grammars/values/medical_institution_code.hpp"

#include "grammars/values/check_digit.hpp"
#include "grammars/values/code_text.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

char check_digit(std::string_view code) {
    const bool number_alone = code.substr(0, 2) >= "11" && code.substr(0, 2) <= "14";
    return number_alone ? modulus_10_check_digit(code.substr(3, 6), 1)
                        : modulus_10_check_digit(code.substr(0, 9), 2);
}

bool has_structure(std::string_view code) {
    return is_prefecture(code.substr(0, 2)) &&
           std::string_view("1346").find(code[2]) != std::string_view::npos;
}

bool is_canonical(std::string_view text, const Reading&) {
    if (text.size() == 7) return is_digits(text, 7);
    return is_digits(text, 10) && has_structure(text) && text[9] == check_digit(text);
}

}  // namespace

Result<MedicalInstitutionCode> parse_medical_institution_code(std::string_view text, const Reading&) {
    const auto code = read_whole_code(text);
    if (!code) return code.refusal();
    const std::string& digits = code->characters;
    if (digits.size() == 9 && is_canonical('0' + digits, {})) {
        return {MedicalInstitutionCode{'0' + digits},
                Remark{rules::lost_leading_zero, code->where, RepairKind::provable}};
    }
    if (digits.size() != 7 && digits.size() != 10) return wrong_count(*code, "7 / 10");
    if (is_canonical(digits, {})) return read_from(text, MedicalInstitutionCode{digits});
    if (!has_structure(digits)) return Remark{rules::unknown_code, code->where};
    const std::string expected(1, check_digit(digits));
    return Remark{.rule = rules::wrong_check_digit, .where = code->where, .detail = expected};
}

std::string to_string(const MedicalInstitutionCode& value) {
    return value.digits;
}

const ValueType medical_institution_code_type{
    .name = "medical_institution_code",
    .name_ja = "医療機関コード",
    .form = "0112489",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_medical_institution_code>,
};

}  // namespace daicho
