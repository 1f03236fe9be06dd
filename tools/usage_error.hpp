#pragma once

#include <string>

#include "grammars/base/language.hpp"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace daicho {

/// What is wrong with the arguments that `app` has just refused with `error`, and what was probably meant.
std::string usage_error(const CLI::App& app, const CLI::ParseError& error, Language language);

}  // namespace daicho
