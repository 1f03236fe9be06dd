#include "grammars/text/numerals.hpp"

#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::uint64_t limit = 1'000'000'000'000'000'000;  // 18 digits
constexpr std::string_view digit_names[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

/// Value of a kanji digit, daiji included; -1 for any other character.
int kanji_digit(char32_t c) {
    switch (c) {
        case U'〇':
        case U'零':
            return 0;
        case U'一':
        case U'壱':
            return 1;
        case U'二':
        case U'弐':
            return 2;
        case U'三':
        case U'参':
            return 3;
        case U'四':
            return 4;
        case U'五':
            return 5;
        case U'六':
            return 6;
        case U'七':
            return 7;
        case U'八':
            return 8;
        case U'九':
            return 9;
        default:
            return -1;
    }
}

bool is_zero_circle(char32_t c) {
    return c == U'○' || c == U'◯';
}

/// Value of a unit word; 0 for any other character.
std::uint64_t unit(char32_t c) {
    switch (c) {
        case U'十':
        case U'拾':
            return 10;
        case U'百':
            return 100;
        case U'千':
            return 1000;
        case U'万':
            return 10'000;
        case U'億':
            return 100'000'000;
        case U'兆':
            return 1'000'000'000'000;
        default:
            return 0;
    }
}

/// Digits in a row, of one script, or so many of them that they are no number.
Numeral digits_at(std::string_view text, std::size_t at) {
    Numeral run;
    run.kanji = at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80;
    while (true) {
        const auto [c, size] = code_point_at(text, at + run.size);
        int digit = run.kanji ? kanji_digit(c) : (c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1);
        if (run.kanji && run.digits > 0 && is_zero_circle(c)) digit = 0;
        if (size == 0 || digit < 0) return run;
        run.value = run.value * 10 + static_cast<unsigned>(digit);
        run.size += size;
        ++run.digits;
        if (run.value >= limit) return run;
    }
}

/// The parts of a number with unit words while it is read: 3億2千4百 is total 3億, section 2400.
struct Sum {
    std::uint64_t total = 0, section = 0;
    std::uint64_t last_big = limit, last_small = 10'000;

    /// Takes `run` and the unit word after it; false where they do not go on with the number.
    bool add(const Numeral& run, std::uint64_t word) {
        if (word < 10'000) {
            if (word >= last_small || run.value > 9 || (run.digits > 0 && run.value == 0)) return false;
            section += (run.digits > 0 ? run.value : 1) * word;
            last_small = word;
            return true;
        }
        if (word >= last_big || !fits(run) || section + run.value == 0) return false;
        if (section + run.value >= limit / word) return false;
        total += (section + run.value) * word;
        section = 0;
        last_small = 10'000;
        last_big = word;
        return true;
    }
    /// Whether `run` can be the last digits of what was read: 百五 but not 十十, 1万2345 but not 1万23456.
    bool fits(const Numeral& run) const {
        if (run.digits == 0) return true;
        if (last_small < 10'000) return run.value < last_small && (!run.kanji || run.digits == 1);
        return last_big == limit || run.value < last_big;
    }
};

}  // namespace

std::optional<Numeral> numeral_at(std::string_view text, std::size_t at) {
    Numeral best;
    Sum sum;
    for (std::size_t size = 0;;) {
        const Numeral run = digits_at(text, at + size);
        if (run.value >= limit) return std::nullopt;
        const bool plain = size == 0;
        if (run.digits > 0 && sum.fits(run)) {
            best.value = sum.total + sum.section + run.value;
            best.size = static_cast<std::uint32_t>(size) + run.size;
            best.digits = plain ? run.digits : 0;
            best.kanji |= run.kanji;
        }
        const auto [c, unit_size] = code_point_at(text, at + size + run.size);
        const std::uint64_t word = unit(c);
        if (word == 0 || !sum.add(run, word)) break;
        size += run.size + unit_size;
        best = {sum.total + sum.section, static_cast<std::uint32_t>(size), 0, true};
    }
    if (best.size == 0) return std::nullopt;
    return best;
}

std::string kanji_numeral(std::uint64_t value) {
    if (value == 0) return std::string(digit_names[0]);
    constexpr std::string_view sections[] = {"兆", "億", "万", ""};
    constexpr std::string_view places[] = {"千", "百", "十", ""};
    std::string out;
    std::uint64_t section_unit = 1'000'000'000'000;
    for (const auto section_name : sections) {
        const std::uint64_t section = value / section_unit % 10'000;
        std::uint64_t place_unit = 1000;
        for (const auto place : places) {
            const std::uint64_t digit = section / place_unit % 10;
            // 十, 百 and 千 stand alone for one of them; 一万 and 一 do not.
            if (digit > 1 || (digit == 1 && place_unit == 1)) out += digit_names[digit];
            if (digit > 0) out += place;
            place_unit /= 10;
        }
        if (section > 0) out += section_name;
        section_unit /= 10'000;
    }
    return out;
}

}  // namespace daicho
