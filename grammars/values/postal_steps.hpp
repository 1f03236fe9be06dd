#pragma once

// The numbers of a town column. Shared by the grammar's own files; readers of columns want postal_town.hpp.

#include <optional>
#include <string_view>
#include <vector>

#include "grammars/values/postal_town.hpp"

namespace daicho {

/// A text that is a name, numbers and what follows them, each of which may be missing: 国見23~298番地,
/// 2丁目1番1~23号, 1丁目東. Views into the text.
struct NumberedName {
    std::string_view name;
    std::vector<PostalStep> steps;
    std::string_view rest;
};

/// Reads `text`, in narrow notation, as far as it goes. The steps are empty where the first number is none of
/// a town column (a range that runs backwards, a number beyond 32 bits).
NumberedName read_numbered_name(std::string_view text);

/// The unit that `text` is, where it is nothing else: 丁目, 番地, 区.
std::optional<PostalStep> read_unit_alone(std::string_view text);

}  // namespace daicho
