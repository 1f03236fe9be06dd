#pragma once

#include <optional>
#include <string_view>

#include "grammars/values/corporate_name_key.hpp"

namespace daicho {

/// How a name of a record stands to one of the register.
enum class CorporationNameLikeness : unsigned char {
    equal,
    spelling,    ///< width, spaces, marks, a short legal form
    variant,     ///< forms of kanji, small kana, dashes
    legal_form,  ///< the legal form is another, stands elsewhere, or is left out
    different
};
CorporationNameLikeness compare_corporation_names(std::string_view given, std::string_view registered);

/// Whether a reading of a record is that of the register, which leaves the legal form out. What is no reading
/// is the same as any.
bool is_same_reading(std::string_view given, std::string_view registered);

/// 前株, 前, before; 後株, 後, after. Nothing for another text.
std::optional<FormPosition> read_form_position(std::string_view text);

}  // namespace daicho
