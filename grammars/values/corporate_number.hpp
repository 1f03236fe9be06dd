#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// 法人番号, the legalEntityNumber of GIF.
struct CorporateNumber {
    std::string digits;  ///< thirteen, the first is the check digit
};

/// Reads a corporate number: 13 digits, hyphens and spaces between them ignored. Twelve digits
/// (会社法人等番号) are completed by their check digit (K313, provable), unless they would also pass as an
/// individual number. A wrong check digit is refused as K310; the digit that would fit is the detail, and no
/// repair is offered, because any of the thirteen may be the wrong one. A number with T in front is an
/// invoice number, which a sole trader may hold.
Result<CorporateNumber> parse_corporate_number(std::string_view text, const Reading& reading = {});

std::string to_string(const CorporateNumber& value);

/// The 全国地方公共団体コード that the number of a local government holds: a check digit, 000020 and the
/// code (1000020302015: 302015). A view into `digits`; empty for 13 digits that are none. The check digit of
/// the number is not looked at.
std::string_view municipality_of(std::string_view digits);

extern const ValueType corporate_number_type;

}  // namespace daicho
