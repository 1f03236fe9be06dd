#include "grammars/values/corporate_number.hpp"

#include "grammars/values/check_digit.hpp"
#include "grammars/values/code_text.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

bool fits(std::string_view number) {
    return number[0] == corporate_check_digit(number.substr(1));
}

bool is_canonical(std::string_view text, const Reading&) {
    return is_digits(text, 13) && fits(text);
}

/// Twelve digits are a 会社法人等番号, whose corporate number is known, or else an individual number.
Result<CorporateNumber> complete(const CodeText& code) {
    const std::string check(1, corporate_check_digit(code.characters));
    const std::string number = check + code.characters;
    if (code.characters[11] == individual_check_digit(code.characters)) {
        return Remark{rules::ambiguous, code.where, RepairKind::guess, number};
    }
    return {CorporateNumber{number},
            Remark{rules::missing_check_digit, code.where, RepairKind::provable, {}, check}};
}

Remark refuse_invoice_number(const Narrow& narrow, std::string_view text) {
    const Narrow number(narrow.text().substr(1));
    const auto code = read_code(number);
    if (!code || !code->rest.empty() || !is_canonical(code->characters, {})) return unreadable(text);
    return {rules::not_of_this_type, narrow.original({0, 1}), RepairKind::guess, code->characters};
}

}  // namespace

Result<CorporateNumber> parse_corporate_number(std::string_view text, const Reading&) {
    const Narrow narrow(text);
    if (narrow.text().starts_with('T')) return refuse_invoice_number(narrow, text);
    const auto code = read_whole_code(text, "法人番号");
    if (!code) return code.refusal();
    if (code->characters.size() == 12) return complete(*code);
    if (code->characters.size() != 13) return wrong_count(*code, "13");
    if (!fits(code->characters)) {
        const std::string expected(1, corporate_check_digit(code->characters.substr(1)));
        return Remark{.rule = rules::wrong_check_digit, .where = code->where, .detail = expected};
    }
    return read_from(text, CorporateNumber{code->characters});
}

std::string_view municipality_of(std::string_view digits) {
    if (digits.size() != 13 || digits.substr(1, 6) != "000020") return {};
    const std::string_view code = digits.substr(7);
    return code[5] == municipality_check_digit(code) ? code : std::string_view{};
}

std::string to_string(const CorporateNumber& value) {
    return value.digits;
}

const ValueType corporate_number_type{
    .name = "corporate_number",
    .name_ja = "法人番号",
    .form = "8000012010038",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_corporate_number>,
};

}  // namespace daicho
