#pragma once

#include <string>
#include <string_view>

#include "grammars/model_language/syntax.hpp"

namespace daicho::syntax {

/// The expression as it is written in a model file, with no more parentheses than it needs.
std::string print_expression(const Expression& expression);

/// A type as it stands behind the colon of an item: "integer range 0..100".
std::string print_type(const Type& type);

/// `/…/`, with `\/` for a slash.
std::string print_regex(std::string_view pattern);

/// `"…"`, with `\"`, `\\` and `\n`.
std::string print_string(std::string_view text);

}  // namespace daicho::syntax
