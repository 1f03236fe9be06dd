#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/text/tidy.hpp"

/// What the kinds of value that are made of words share (names, addresses).
namespace daicho {

/// Whether `text` is tidy, not empty, and free of control characters. Allocates nothing.
bool is_words(std::string_view text);

/// Why `text` is not words, however its notation is changed: a control character (C212), or nothing there.
std::optional<Remark> refused_words(std::string_view text);

/// The refusal of `part`, which lies in `tidy.text()`.
Remark refused_part(const Tidy& tidy, std::string_view part, RuleId rule, std::string guess = {});

/// `value` as the canonical form of `text`.
Result<std::string> as_canonical(std::string_view text, std::string value);

}  // namespace daicho
