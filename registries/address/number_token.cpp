#include "registries/address/number_token.hpp"

#include <algorithm>

namespace daicho {

namespace {

constexpr bool is_kanji_digit(std::uint16_t s) {
    return s >= symbol::kanji_0 && s < symbol::kanji_0 + 10;
}

NumberToken by_place(SymbolView text, std::uint32_t at, std::uint32_t longest, std::uint16_t zero) {
    NumberToken number;
    number.kanji = zero == symbol::kanji_0;
    for (; number.size < longest; ++number.size) {
        const unsigned digit = static_cast<unsigned>(text[at + number.size]) - zero;
        if (digit > 9) break;
        number.value = number.value * 10 + digit;
    }
    return number;
}

/// 三百五, 千二十, 廿三, below 10,000.
NumberToken below_myriad(SymbolView text, std::uint32_t at, std::uint32_t longest) {
    struct Unit {
        std::uint16_t symbol;
        unsigned value;
    };
    static constexpr Unit units[] = {{symbol::thousand, 1000}, {symbol::hundred, 100}, {symbol::ten, 10}};
    NumberToken number;
    number.kanji = true;
    std::uint32_t i = 0;
    for (const Unit& unit : units) {
        if (i < longest && text[at + i] == unit.symbol) {
            number.value += unit.value;
            number.size = ++i;
        } else if (i + 1 < longest && is_kanji_digit(text[at + i]) && text[at + i] != symbol::kanji_0 &&
                   text[at + i + 1] == unit.symbol) {
            number.value += static_cast<unsigned>(text[at + i] - symbol::kanji_0) * unit.value;
            number.size = i += 2;
        } else if (unit.value == 10 && i < longest &&
                   (text[at + i] == symbol::twenty || text[at + i] == symbol::thirty)) {
            number.value += text[at + i] == symbol::twenty ? 20 : 30;
            number.size = ++i;
        }
    }
    if (i < longest && is_kanji_digit(text[at + i])) {
        number.value += static_cast<unsigned>(text[at + i] - symbol::kanji_0);
        number.size = i + 1;
    }
    return number;
}

NumberToken with_units(SymbolView text, std::uint32_t at, std::uint32_t longest) {
    NumberToken number = below_myriad(text, at, longest);
    if (number.size < longest && text[at + number.size] == symbol::myriad) {
        const std::uint32_t used = number.size + 1;
        const NumberToken rest = below_myriad(text, at + used, longest - used);
        number.value = (number.size == 0 ? 1 : number.value) * 10000 + rest.value;
        number.size = used + rest.size;
    }
    return number;
}

}  // namespace

NumberToken number_at(SymbolView text, std::uint32_t at, std::uint32_t longest) {
    const std::uint16_t first = text[at];
    if (symbol::is_digit(first)) return by_place(text, at, longest, symbol::digit_0);
    if (!symbol::is_kanji_number(first)) return {};
    const NumberToken places = by_place(text, at, longest, symbol::kanji_0);
    const NumberToken units = with_units(text, at, longest);
    return places.size > units.size ? places : units;
}

NumberSymbols number_symbols(std::uint64_t value) {
    if (value > symbol::largest_number) return {};
    const auto low = static_cast<std::uint16_t>(symbol::first_number + value % symbol::numbers);
    if (value < symbol::numbers) return {{low, 0}, 1};
    return {{static_cast<std::uint16_t>(symbol::first_high + value / symbol::numbers), low}, 2};
}

}  // namespace daicho
