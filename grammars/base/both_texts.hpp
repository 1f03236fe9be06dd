#pragma once

#include <string>
#include <utility>

#include "grammars/base/language.hpp"

namespace daicho {

/// A text in both languages that owns its bytes: put together while the program runs.
struct BothTexts {
    std::string ja;
    std::string en;

    BothTexts() = default;
    BothTexts(std::string japanese, std::string english) : ja(std::move(japanese)), en(std::move(english)) {}
    BothTexts(const Text& text) : ja(text.ja), en(text.en) {}

    const std::string& in(Language language) const { return language == Language::ja ? ja : en; }
    bool empty() const { return ja.empty() && en.empty(); }
};

}  // namespace daicho
