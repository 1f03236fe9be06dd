#include "grammars/formats/text_likelihood.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "grammars/base/embedded_file.hpp"
#include "grammars/formats/encoding_tables.hpp"
#include "grammars/text/character.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

std::span<const EmbeddedFile> frequent_kanji_table();

namespace {

constexpr char32_t first_kanji = 0x4E00;

// Bits of surprise by kind: the logarithm of how many characters share how much of usual text.
constexpr double ascii_bits = 5;
constexpr double kana_bits = 6.5;
constexpr double top_bits = 8.3;  ///< of the 200 most frequent kanji
constexpr double common_bits = 11.5;
constexpr double level_1_bits = 14.5;
constexpr double rare_bits = 18;
constexpr double symbol_bits = 13;
constexpr double half_kana_start_bits = 12;  ///< nobody changes the width within a word
constexpr double half_kana_next_bits = 5;
constexpr double impossible_bits = 10;  ///< on top: ﾞ behind what has no voiced form, ｰ at the beginning ...
constexpr double latin_start_bits = 16;
constexpr double latin_in_word_bits = 9;
constexpr double kanji_in_word_bits = 6;      ///< on top: a kanji behind a small Latin letter
constexpr double kanji_beside_word_bits = 3;  ///< on top: behind a capital or before a small letter
constexpr double kanji_start_bits = 3;        ///< on top: a kanji behind ASCII
constexpr double latin_symbol_bits = 10;      ///< © ® ° ± ...
constexpr double foreign_bits = 22;
constexpr double unusable_bits = 32;

/// By code point from U+4E00 on: 2: one of the 200 most frequent kanji, 1: of the 800, else 0.
std::vector<std::uint8_t> make_frequencies() {
    std::vector<std::uint8_t> frequencies(0x5200);
    std::string_view table = frequent_kanji_table()[0].text;
    std::size_t rank = 0;
    while (!table.empty()) {
        const std::string_view line = table.substr(0, table.find('\n'));
        table.remove_prefix(std::min(table.size(), line.size() + 1));
        if (line.starts_with('#')) continue;
        for (std::size_t at = 0; at < line.size(); at += 3) {
            frequencies[code_point_at(line, at).value - first_kanji] = rank++ < 200 ? 2 : 1;
        }
    }
    return frequencies;
}

const std::vector<std::uint8_t>& frequencies() {
    static const std::vector<std::uint8_t> made = make_frequencies();
    return made;
}

unsigned frequency(const std::vector<std::uint8_t>& frequencies, char32_t c) {
    return c >= first_kanji && c < first_kanji + frequencies.size() ? frequencies[c - first_kanji] : 0;
}

bool is_small_letter(char32_t c) {
    return c >= 'a' && c <= 'z';
}

/// An ASCII control that is no white space.
bool is_control(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

bool is_half_kana(char32_t c) {
    return c >= 0xFF61 && c <= 0xFF9F;
}

bool is_kana_or_mark(char32_t c) {
    return (c >= 0x3041 && c <= 0x30FE) || (c >= 0x3000 && c <= 0x3002) || (c >= 0x300C && c <= 0x300F) ||
           (c >= 0xFF01 && c <= 0xFF5E);
}

bool is_unusable(char32_t c) {
    return (c >= 0x7F && c < 0xA0) || (c >= 0xE000 && c <= 0xF8FF) || (c & 0xFFFE) == 0xFFFE || c == 0xFFFD ||
           c >= 0xF0000;
}

bool is_latin(char32_t c) {
    return (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c < 0x1F00);
}

/// Whether a half-width voicing mark can stand behind `before`.
bool takes_mark(char32_t before, bool half_voiced) {
    const bool ha = before >= 0xFF8A && before <= 0xFF8E;
    return ha || (!half_voiced && ((before >= 0xFF76 && before <= 0xFF84) || before == 0xFF73));
}

/// ｷｼﾁﾆﾋﾐﾘ and their kind, and voicing marks: what ｬｭｮ stand behind.
bool takes_small_ya(char32_t before) {
    constexpr std::u32string_view row = U"ｷｼﾁﾆﾋﾐﾘﾞﾟ";
    return row.find(before) != row.npos;
}

}  // namespace

bool is_mostly_everyday(std::string_view text) {
    std::size_t everyday = 0, other = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        at += c.size;
        if (c.value < 0x80) {
            other += is_control(c.value);
        } else if (is_kana_or_mark(c.value) || jis_level(properties_of(c.value)) == JisLevel::level_1) {
            ++everyday;
        } else {
            ++other;
        }
    }
    return other == 0 || 3 * other < everyday + other;
}

bool is_frequent_kanji(char32_t c) {
    return frequency(frequencies(), c) != 0;
}

double TextLikelihood::half_kana_bits(char32_t c) const {
    const bool first = !in_half_kana_;
    double bits = first ? half_kana_start_bits : half_kana_next_bits;
    if (is_small_letter(before_)) bits += kanji_in_word_bits;
    const bool mark = c == 0xFF9E || c == 0xFF9F;
    const bool small_ya = c >= 0xFF6C && c <= 0xFF6E;
    const bool punctuation = c <= 0xFF65;
    if (mark) {
        bits += takes_mark(before_, c == 0xFF9F) ? -1 : impossible_bits;
    } else if (small_ya && !takes_small_ya(before_)) {
        bits += impossible_bits;
    } else if (c == 0xFF70 && (first || punctuation)) {
        bits += impossible_bits;
    } else if (punctuation || c == 0xFF66) {
        bits += 3;  // ｡｢｣､･ｦ
    } else if (c < 0xFF6C) {
        bits += 1;  // small vowels
    }
    return bits;
}

void TextLikelihood::count(std::uint64_t& kind, double bits) {
    kind += 1;
    bits_ += bits;
}

void TextLikelihood::add_ascii(char32_t c) {
    const bool control = is_control(c);
    count(control ? counts_.unusable : counts_.ascii, control ? unusable_bits : ascii_bits);
    if (is_small_letter(c) && before_ >= first_kanji) bits_ += kanji_beside_word_bits;
}

void TextLikelihood::add_coded(char32_t c) {
    if (codes_ == nullptr) {
        codes_ = &euc_jp_table().codes;
        frequencies_ = &frequencies();
    }
    const unsigned code = c < 0x10000 ? (*codes_)[c] : 0;
    const unsigned row = code != 0 && (code & 0x80) != 0 ? (code >> 8) - 0xA0 : 0;
    if (code == 0) return count(counts_.foreign, foreign_bits);
    if (row >= 1 && row <= 15) return count(counts_.symbols, symbol_bits);
    bits_ += in_word_bits();
    if (const unsigned f = frequency(*frequencies_, c))
        return count(counts_.common, f == 2 ? top_bits : common_bits);
    if (row >= 16 && row <= 47) return count(counts_.level_1, level_1_bits);
    count(counts_.rare, rare_bits);
}

double TextLikelihood::in_word_bits() const {
    if (is_small_letter(before_)) return kanji_in_word_bits + kanji_start_bits;
    const bool capital = before_ >= 'A' && before_ <= 'Z';
    return (capital ? kanji_beside_word_bits : 0) + (before_ < 0x80 ? kanji_start_bits : 0);
}

void TextLikelihood::add_character(char32_t c) {
    if (c < 0x80) {
        add_ascii(c);
    } else if (is_half_kana(c)) {
        count(counts_.half_kana, half_kana_bits(c));
    } else if (is_kana_or_mark(c)) {
        count(counts_.kana, kana_bits);
    } else if (is_unusable(c)) {
        count(counts_.unusable, unusable_bits);
    } else if (is_latin(c)) {
        const bool word = is_small_letter(before_ | 0x20) || is_latin(before_);
        count(counts_.latin, word ? latin_in_word_bits : latin_start_bits);
    } else if (c >= 0xA0 && c < 0xC0) {
        count(counts_.latin, latin_symbol_bits);
    } else {
        add_coded(c);
    }
    in_half_kana_ = is_half_kana(c) || (in_half_kana_ && c == U' ');
    before_ = c;
}

void TextLikelihood::add(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint character = code_point_at(text, at);
        add_character(character.value);
        at += character.size;
    }
}

}  // namespace daicho
