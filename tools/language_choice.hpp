#pragma once

#include <span>

#include "grammars/base/language.hpp"

namespace daicho {

/// The language of messages and reports: --lang among the arguments, else DAICHO_LANG, else the locale
/// (LC_ALL, LC_MESSAGES, LANG; the first that is set). Japanese where nothing names a language, as in the
/// locale C. What is wrong with --lang is told when it is read with all other options.
Language chosen_language(std::span<const char* const> arguments);

}  // namespace daicho
