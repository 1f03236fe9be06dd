#pragma once

#include <optional>
#include <string_view>

#include "grammars/formats/json_records.hpp"

namespace daicho {

/// Reads one JSON document (RFC 8259) that is in memory; nothing where the text is none, or where it is
/// nested deeper than 64.
std::optional<JsonValue> parse_json(std::string_view text);

}  // namespace daicho
