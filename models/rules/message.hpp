#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "models/rules/rule.hpp"

namespace daicho {

/// Fills the message template of `rule` with what `finding` knows.
///
/// `{value} {part} {expected} {header} {item} {detail} {repair} {line} {record} {column}` stand for the
/// fields of the finding; a part in square brackets is left out when one of its fields is empty (0 for
/// numbers). `rule` may be null (a rule that no book knows): the message then names the rule and what was
/// found.
std::string render_message(const Finding& finding, const Rule* rule, Language language);

/// `text` in at most `columns` terminal columns, with "…" where it was cut; line ends and other controls are
/// shown as pictures (U+2400...).
std::string shown(std::string_view text, std::size_t columns);

/// What takes the place of a confidential text.
inline constexpr std::string_view masked_text = "＊＊＊";

/// `finding` with its value and repair masked and without its detail. The expected form says nothing of the
/// value and stays.
Finding masked(Finding finding);

}  // namespace daicho
