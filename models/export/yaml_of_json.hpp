#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// Compact JSON, as `JsonWriter` gives it, in the block style of YAML 1.2; texts stand in quotation marks.
std::string yaml_of_json(std::string_view compact);

}  // namespace daicho
