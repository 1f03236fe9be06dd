#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "registries/address/folded_text.hpp"

namespace daicho {

/// What a word of an address in Latin letters is for.
enum class LatinWord : std::uint8_t {
    name,
    number,
    hyphen,
    comma,
    chome,
    banchi,
    ban,
    go,
    region,   ///< City, Prefecture, County ...: belongs to the name before it
    marker,   ///< Oaza, Aza
    country,  ///< Japan
    other     ///< a sign
};

struct LatinToken {
    std::uint32_t begin = 0;  ///< symbols of the folded text
    std::uint32_t end = 0;
    LatinWord kind = LatinWord::other;
    bool used = false;
};

/// Whether the first letter of a text is a Latin one, or kana.
bool begins_in_latin(std::string_view text);
bool begins_in_kana(std::string_view text);

/// The words, numbers and signs of a text.
std::vector<LatinToken> latin_tokens(const FoldedText& text, std::string_view source);

}  // namespace daicho
