#include "grammars/values/municipality_code.hpp"

#include "grammars/values/check_digit.hpp"
#include "grammars/values/code_text.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

bool fits(std::string_view code) {
    return code[5] == municipality_check_digit(code);
}

/// JIS X 0401 and 0402: prefecture 01 to 47, then 000 for the prefecture itself or 100 and more.
bool is_assigned(std::string_view code) {
    return is_prefecture(code.substr(0, 2)) && (code[2] != '0' || code.substr(2, 3) == "000");
}

bool is_canonical(std::string_view text, const Reading&) {
    return is_digits(text, 6) && is_assigned(text) && fits(text);
}

Result<MunicipalityCode> read_five(const CodeText& code) {
    const std::string& digits = code.characters;
    const std::string padded = '0' + digits;
    const std::string completed = digits + municipality_check_digit(digits);
    const bool lost_zero = is_canonical(padded, {});
    const bool lost_check = is_canonical(completed, {});
    if (lost_zero && lost_check) {
        return Remark{.rule = rules::ambiguous, .where = code.where, .detail = padded + " / " + completed};
    }
    if (lost_zero) {
        return {MunicipalityCode{padded}, Remark{rules::lost_leading_zero, code.where, RepairKind::provable}};
    }
    if (lost_check) {
        return {
            MunicipalityCode{completed},
            Remark{rules::missing_check_digit, code.where, RepairKind::provable, {}, completed.substr(5)}};
    }
    return wrong_count(code, "6");
}

}  // namespace

Result<MunicipalityCode> parse_municipality_code(std::string_view text, const Reading&) {
    const auto code = read_whole_code(text);
    if (!code) return code.refusal();
    const std::string& digits = code->characters;
    if (digits.size() == 5) return read_five(*code);
    if (digits.size() != 6) return wrong_count(*code, "6");
    if (!is_assigned(digits)) return Remark{rules::unknown_code, code->where};
    if (!fits(digits)) {
        const std::string expected(1, municipality_check_digit(digits));
        return Remark{.rule = rules::wrong_check_digit, .where = code->where, .detail = expected};
    }
    return read_from(text, MunicipalityCode{digits});
}

std::string to_string(const MunicipalityCode& value) {
    return value.digits;
}

const ValueType municipality_code_type{
    .name = "municipality_code",
    .name_ja = "全国地方公共団体コード",
    .form = "131016",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_municipality_code>,
};

}  // namespace daicho
