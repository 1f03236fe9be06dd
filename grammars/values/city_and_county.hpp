#pragma once

#include "grammars/values/value_type.hpp"

namespace daicho {

/// 市区町村(郡), as the registry writes it: 国頭郡今帰仁村, 横浜市西区. A county or city that was left out is
/// supplied where the registry leaves one reading. A prefecture in front is refused with a guess: it has an
/// item of its own. Without a resolver every text in the shape of such a name is read.
extern const ValueType city_and_county_type;

}  // namespace daicho
