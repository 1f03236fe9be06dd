#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// 国コード: ISO 3166-1 alpha-3, and XXX for unknown (GIF).
struct CountryCode {
    std::string code;  ///< three capital letters
};

/// Reads the code of a country, in small letters or full width too, or its name as GIF lists it (日本国) or
/// as it is in daily use (日本): the list leaves one reading, so the code is provable.
Result<CountryCode> parse_country_code(std::string_view text, const Reading& reading = {});

std::string to_string(const CountryCode& value);

extern const ValueType country_code_type;

}  // namespace daicho
