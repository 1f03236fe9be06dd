#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// 適格請求書発行事業者 登録番号.
struct InvoiceNumber {
    std::string text;                   ///< T and thirteen digits
    bool has_corporate_digits = false;  ///< the digits could be a corporate number: their check digit fits
};

/// Reads an invoice number: T and 13 digits, hyphens and spaces ignored. Thirteen digits without the T are
/// refused, with the number as a guess: not every corporation is registered. A corporation's digits are its
/// corporate number; a sole trader's are not, and no check digit of theirs is known. So the structure is
/// checked and nothing else: `has_corporate_digits` says what the digits allow, not what they are.
Result<InvoiceNumber> parse_invoice_number(std::string_view text, const Reading& reading = {});

/// Whether the digits of a canonical number could be a corporate number.
bool has_corporate_digits(std::string_view canonical);

std::string to_string(const InvoiceNumber& value);

extern const ValueType invoice_number_type;

}  // namespace daicho
