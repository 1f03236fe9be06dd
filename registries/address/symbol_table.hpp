#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "registries/address/character_classes.hpp"
#include "registries/address/folded_text.hpp"

namespace daicho {

/// Gives symbols to characters while an index is made, and makes its fold table.
class SymbolTable {
 public:
    explicit SymbolTable(const CharacterClasses& classes);

    /// Sees to it that the characters of a name have symbols.
    void add(std::string_view name);
    /// Makes the table; nothing may be added after it.
    void finish();
    FoldTable table() const { return {std::span(pages_), std::span(symbols_)}; }
    const std::vector<std::uint16_t>& pages() const { return pages_; }
    const std::vector<std::uint16_t>& symbols() const { return symbols_; }

 private:
    void fix(char32_t c, std::uint16_t symbol);
    void put(char32_t c, std::uint16_t symbol);

    const CharacterClasses& classes_;
    std::map<char32_t, std::uint16_t> of_class_;
    std::map<char32_t, std::uint16_t> single_;  // outside classes: hyphens, spaces ...
    std::uint16_t next_;
    std::vector<std::uint16_t> pages_;
    std::vector<std::uint16_t> symbols_;
};

}  // namespace daicho
