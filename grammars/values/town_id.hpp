#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// 町字ID, the machiaza_id of the address registry.
struct TownId {
    std::string digits;  ///< seven: 大字・町 4, 丁目・小字 3
};

/// Reads a machiaza_id, also divided (0008-001). Four to six digits have lost zeros (K311): ids are numbers
/// of fixed width that mostly start with 0, and padding is the only way from the number back to the id, so
/// the repair counts as provable. An id means something only beside the code of its municipality; whether it
/// exists, the registry knows.
Result<TownId> parse_town_id(std::string_view text, const Reading& reading = {});

std::string to_string(const TownId& value);

extern const ValueType town_id_type;

}  // namespace daicho
