#pragma once

#include <string>

#include "grammars/base/language.hpp"

namespace daicho {

/// A text in both languages that was put together while the program ran.
struct BothTexts {
    std::string ja;
    std::string en;

    const std::string& in(Language language) const { return language == Language::ja ? ja : en; }
    bool empty() const { return ja.empty() && en.empty(); }
};

}  // namespace daicho
