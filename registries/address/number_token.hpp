#pragma once

#include <array>
#include <cstdint>

#include "registries/address/symbols.hpp"

namespace daicho {

/// A number among symbols; `size` symbols, 0: there is none.
struct NumberToken {
    std::uint64_t value = 0;
    std::uint32_t size = 0;
    bool kanji = false;
};

/// Letter `i` of a text as symbol; the text ends with symbol::unknown, which is no letter of a number.
struct SymbolView {
    const std::uint16_t* symbols = nullptr;
    std::uint32_t size = 0;

    std::uint16_t operator[](std::uint32_t i) const { return i < size ? symbols[i] : symbol::unknown; }
};

/// The longest number that begins at `at`: ASCII digits, kanji digits by place (一〇七), kanji with units
/// (三百五), at most `longest` letters. What is no well-formed number (三五十) is read up to where it is one:
/// ⟨35⟩, and ⟨10⟩ is the next. Digits and kanji are never one number.
NumberToken number_at(SymbolView text, std::uint32_t at, std::uint32_t longest = 12);

/// The symbols of a number, 1 or 2; 0 where it is too large to be in a name.
struct NumberSymbols {
    std::array<std::uint16_t, 2> symbols{};
    std::uint32_t size = 0;
};
NumberSymbols number_symbols(std::uint64_t value);

}  // namespace daicho
