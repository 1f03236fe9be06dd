#include "grammars/values/prefecture_code.hpp"

#include "grammars/values/code_text.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

bool is_canonical(std::string_view text, const Reading&) {
    return is_prefecture(text);
}

}  // namespace

Result<PrefectureCode> parse_prefecture_code(std::string_view text, const Reading&) {
    const auto code = read_whole_code(text);
    if (!code) return code.refusal();
    const std::string& digits = code->characters;
    if (digits.size() > 2) return wrong_count(*code, "2");
    const std::string padded = digits.size() == 1 ? '0' + digits : digits;
    if (!is_prefecture(padded)) {
        return Remark{.rule = rules::unknown_code, .where = code->where, .detail = "01-47"};
    }
    if (digits.size() == 2) return read_from(text, PrefectureCode{digits});
    return {PrefectureCode{padded}, Remark{rules::lost_leading_zero, code->where, RepairKind::provable}};
}

std::string to_string(const PrefectureCode& value) {
    return value.digits;
}

const ValueType prefecture_code_type{
    .name = "prefecture_code",
    .name_ja = "都道府県コード",
    .form = "13",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_prefecture_code>,
};

}  // namespace daicho
