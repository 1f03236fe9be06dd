#include "grammars/characters/pairs.hpp"

namespace daicho {

namespace {

constexpr ConfusablePair table[] = {
    {0x301C, 0xFF5E}, {0x2212, 0xFF0D}, {0x2016, 0x2225}, {0x00A2, 0xFFE0}, {0x00A3, 0xFFE1},
    {0x00AC, 0xFFE2}, {0x2014, 0x2015}, {0x00A6, 0xFFE4}, {0x00A5, 0xFFE5},
};

}  // namespace

std::span<const ConfusablePair> confusable_pairs() {
    return table;
}

int pair_side(char32_t c) {
    int number = 0;
    for (const ConfusablePair& pair : table) {
        if (pair.jis == c) return number;
        if (pair.windows == c) return number + 1;
        number += 2;
    }
    return -1;
}

}  // namespace daicho
