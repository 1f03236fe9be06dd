#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "registries/store/registry.hpp"

namespace daicho {

/// Which characters are taken for each other in names of places, while an index is made: width, kana, the
/// table of spellings that is compiled in, and the variants that the registry knows of.
class CharacterClasses {
 public:
    CharacterClasses();

    /// Adds the variants of the tables of characters in `registry`, those of them that there are.
    void add_variants_of(const Registry& registry);
    void join(char32_t a, char32_t b);

    /// The character that stands for the class of `c`; itself where it is alone.
    char32_t standing_for(char32_t c) const;
    /// All characters that are in a class with others, ascending.
    std::vector<char32_t> members() const;

 private:
    char32_t top(char32_t c) const;
    void add_embedded();

    std::unordered_map<char32_t, char32_t> above_;  // union-find without compression: `join` keeps it flat
    std::unordered_map<char32_t, std::vector<char32_t>> below_;
};

/// The plain form of one character: ASCII and upper case for wide letters, large katakana for kana.
char32_t plain_form(char32_t c);

}  // namespace daicho
