#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// 医療機関コード: with prefecture and table in front (10 digits), or the institution alone (7).
struct MedicalInstitutionCode {
    std::string digits;  ///< ten or seven, the last is the check digit
};

/// Reads the code of a medical institution. Ten digits are prefecture 2, table 1 (1 medical, 3 dental, 4
/// pharmacy, 6 visiting nurses), number 6, check digit; the check digit is made of the nine before it, in
/// Saitama, Chiba, Tokyo and Kanagawa of the six of the number alone. Seven digits do not name the
/// prefecture, so their check digit proves nothing and only the count is checked. Nine digits that fit with a
/// zero in front have lost it (K311, provable).
Result<MedicalInstitutionCode> parse_medical_institution_code(std::string_view text,
                                                              const Reading& reading = {});

std::string to_string(const MedicalInstitutionCode& value);

extern const ValueType medical_institution_code_type;

}  // namespace daicho
