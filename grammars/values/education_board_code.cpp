#include "grammars/values/education_board_code.hpp"

#include "grammars/values/code_text.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

bool is_canonical(std::string_view text, const Reading&) {
    return is_digits(text, 6) && is_prefecture(text.substr(0, 2));
}

}  // namespace

Result<EducationBoardCode> parse_education_board_code(std::string_view text, const Reading&) {
    const auto code = read_whole_code(text);
    if (!code) return code.refusal();
    const std::string& digits = code->characters;
    if (digits.size() == 5 && digits[0] != '0') {
        return Remark{rules::lost_leading_zero, code->where, RepairKind::guess, '0' + digits};
    }
    if (digits.size() != 6) return wrong_count(*code, "6");
    if (!is_prefecture(digits.substr(0, 2))) {
        return Remark{.rule = rules::unknown_code, .where = code->where, .detail = "01-47"};
    }
    return read_from(text, EducationBoardCode{digits});
}

std::string to_string(const EducationBoardCode& value) {
    return value.digits;
}

const ValueType education_board_code_type{
    .name = "education_board_code",
    .name_ja = "教育委員会コード",
    .form = "011000",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_education_board_code>,
};

}  // namespace daicho
