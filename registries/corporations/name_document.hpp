#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "grammars/values/corporate_name_key.hpp"

namespace daicho {

/// What a text of the search index is to its corporation.
enum class NameRole : unsigned char { present, former, english, reading };

/// The texts of the search index are in two spaces, each sorted by itself: one who looks for kanji need not
/// go through readings.
enum class NameSpace : unsigned char { names, readings };

/// One name of a corporation, as the search index has it.
struct NameDocument {
    std::string_view core;     ///< `CorporateNameKey::core`, or the key of a reading; UTF-8
    std::uint64_t number = 0;  ///< the corporate number, 13 digits
    NameRole role = NameRole::present;
    FormPosition position = FormPosition::none;
    unsigned char form = 0;          ///< place in `legal_forms()` from 1; 0: none
    bool closed = false;             ///< its register is closed
    bool image = false;              ///< the registered glyphs are others than the characters say
    std::uint16_t kind = 0;          ///< 301, as the publication has it
    std::uint16_t municipality = 0;  ///< five digits; 0: none in Japan
    std::uint32_t raw_digest = 0;    ///< `name_digest` of the name as it is registered
    std::uint16_t width_digest = 0;  ///< of `CorporateNameKey::width`
};

/// FNV-1a: tells apart names whose keys are the same.
constexpr std::uint32_t name_digest(std::string_view text) {
    std::uint32_t digest = 2166136261u;
    for (const char c : text) digest = (digest ^ static_cast<unsigned char>(c)) * 16777619u;
    return digest;
}
constexpr std::uint16_t short_name_digest(std::string_view text) {
    const std::uint32_t digest = name_digest(text);
    return static_cast<std::uint16_t>(digest ^ (digest >> 16));
}

/// Place of a form in `NameDocument::form`.
inline unsigned char form_number(const LegalForm* form) {
    return form ? static_cast<unsigned char>(form - legal_forms().data() + 1) : 0;
}

}  // namespace daicho
