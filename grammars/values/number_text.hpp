#pragma once

#include <optional>
#include <string_view>

#include "grammars/text/narrow.hpp"
#include "grammars/values/decimal.hpp"

/// Numbers with what people put around them; the common ground of `decimal.cpp` and `quantity.cpp`.
namespace daicho {

/// A unit at the end of a number.
struct Unit {
    std::size_t size = 0;  ///< bytes of its spelling
    int power = 0;         ///< of ten: 2 for a (アール) in square metres
};

/// Finds a unit at the start of a narrow text; null in `NumberForm` where none may stand.
using UnitAt = std::optional<Unit> (*)(std::string_view text);

/// What a kind of number allows.
struct NumberForm {
    bool whole_numbers = false;
    bool negative = true;
    bool money = false;  ///< a currency sign may stand in front
    UnitAt unit_at = nullptr;
};

/// Reads the number in `text`, or refuses it.
Result<Decimal> read_number(std::string_view text, const NumberForm& form);

}  // namespace daicho
