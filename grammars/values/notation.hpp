#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// What to say about `text`, which was read as a value that is canonically written `canonical`: nothing where
/// they are equal, C213 where only the ends differ, T251 otherwise.
Remark notation_remark(std::string_view text, std::string_view canonical);

/// The refusal of a text that is no value of the kind asked for.
/// It names the damage where a spreadsheet did it:
/// `1.23E+12`, `####`, `#N/A`.
Remark unreadable(std::string_view text);

/// Whether a spreadsheet replaced the value by its short form or an error mark.
bool is_spreadsheet_damage(std::string_view narrow_text);

/// The value read from `text`, with a remark where `text` is not its canonical form.
template <class T>
Result<T> read_from(std::string_view text, T value) {
    Remark remark = notation_remark(text, to_string(value));
    return {std::move(value), std::move(remark)};
}

/// `ValueType::canonical` of a kind whose reader is `parse`.
template <auto parse>
Result<std::string> canonical_by(std::string_view text, const Reading& reading) {
    return parse(text, reading).map([](const auto& value) { return to_string(value); });
}

}  // namespace daicho
