#include "grammars/values/invoice_number.hpp"

#include "grammars/values/check_digit.hpp"
#include "grammars/values/code_text.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

bool is_canonical(std::string_view text, const Reading&) {
    return text.starts_with('T') && is_digits(text.substr(1), 13);
}

}  // namespace

Result<InvoiceNumber> parse_invoice_number(std::string_view text, const Reading&) {
    const auto code = read_whole_letter_code(text, "登録番号");
    if (!code) return code.refusal();
    std::string digits = code->characters;
    const bool marked = digits.starts_with('T');
    if (marked) digits.erase(0, 1);
    if (!is_digits(digits, digits.size())) return unreadable(text);
    if (digits.size() != 13) return wrong_count(*code, "T + 13");
    // Not every corporation is registered: a corporate number proves no registration.
    if (!marked) return Remark{rules::not_of_this_type, code->where, RepairKind::guess, 'T' + digits};
    const std::string number = 'T' + digits;
    return read_from(text, InvoiceNumber{number, has_corporate_digits(number)});
}

bool has_corporate_digits(std::string_view canonical) {
    return canonical[1] == corporate_check_digit(canonical.substr(2));
}

std::string to_string(const InvoiceNumber& value) {
    return value.text;
}

const ValueType invoice_number_type{
    .name = "invoice_number",
    .name_ja = "適格請求書発行事業者登録番号",
    .form = "T8000012010038",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_invoice_number>,
};

}  // namespace daicho
