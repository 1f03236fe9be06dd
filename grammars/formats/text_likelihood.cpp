#include "grammars/formats/text_likelihood.hpp"

#include <algorithm>
#include <cstring>
#include <span>
#include <vector>

#include "grammars/base/embedded_file.hpp"
#include "grammars/formats/encoding_tables.hpp"
#include "grammars/text/byte_words.hpp"
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

double TextLikelihood::in_word_bits() const {
    if (is_small_letter(before_)) return kanji_in_word_bits + kanji_start_bits;
    const bool capital = before_ >= 'A' && before_ <= 'Z';
    return (capital ? kanji_beside_word_bits : 0) + (before_ < 0x80 ? kanji_start_bits : 0);
}

ReadingCounts TextLikelihood::counts() const {
    ReadingCounts counts;
    counts.ascii = count_of(Kind::ascii);
    counts.kana = count_of(Kind::kana);
    counts.common = count_of(Kind::top_kanji) + count_of(Kind::common_kanji);
    counts.level_1 = count_of(Kind::level_1);
    counts.rare = count_of(Kind::rare);
    counts.half_kana = count_of(Kind::half_kana);
    counts.symbols = count_of(Kind::symbol);
    counts.latin = count_of(Kind::latin) + count_of(Kind::latin_symbol);
    counts.foreign = count_of(Kind::foreign);
    counts.unusable = count_of(Kind::control) + count_of(Kind::unusable);
    return counts;
}

double TextLikelihood::bits() const {
    constexpr std::array<double, kinds> each = {
        ascii_bits,  unusable_bits, kana_bits,     top_bits, common_bits, level_1_bits,     rare_bits,
        symbol_bits, foreign_bits,  unusable_bits, 0,        0,           latin_symbol_bits};
    double bits = beside_;
    for (std::size_t kind = 0; kind < kinds; ++kind) bits += static_cast<double>(counts_[kind]) * each[kind];
    return bits;
}

/// `codes`: of EUC-JP.
TextLikelihood::Kind TextLikelihood::kind_of(char32_t c, const std::vector<std::uint16_t>& codes) {
    if (c < 0x80) return is_control(c) ? Kind::control : Kind::ascii;
    if (is_half_kana(c)) return Kind::half_kana;
    if (is_kana_or_mark(c)) return Kind::kana;
    if (is_unusable(c)) return Kind::unusable;
    if (is_latin(c)) return Kind::latin;
    if (c >= 0xA0 && c < 0xC0) return Kind::latin_symbol;
    const unsigned code = c < 0x10000 ? codes[c] : 0;
    const unsigned row = code != 0 && (code & 0x80) != 0 ? (code >> 8) - 0xA0 : 0;
    if (code == 0) return Kind::foreign;
    if (row >= 1 && row <= 15) return Kind::symbol;
    if (const unsigned f = frequency(frequencies(), c)) return f == 2 ? Kind::top_kanji : Kind::common_kanji;
    return row >= 16 && row <= 47 ? Kind::level_1 : Kind::rare;
}

/// Those of U+0000 to U+FFFF.
const std::vector<TextLikelihood::Kind>& TextLikelihood::kinds_of_plane() {
    static const std::vector<Kind> made = [] {
        std::vector<Kind> all(0x10000);
        const std::vector<std::uint16_t>& codes = euc_jp_table().codes;
        for (char32_t c = 0; c < all.size(); ++c) all[c] = kind_of(c, codes);
        return all;
    }();
    return made;
}

void TextLikelihood::add_ascii(unsigned char c) {
    ++counts_[static_cast<std::size_t>(is_control(c) ? Kind::control : Kind::ascii)];
    if (is_small_letter(c) && before_ >= first_kanji) beside_ += kanji_beside_word_bits;
    in_half_kana_ = in_half_kana_ && c == ' ';
    before_ = c;
}

void TextLikelihood::add_other(char32_t c, const std::vector<Kind>& known) {
    const Kind kind = c < known.size() ? known[c] : kind_of(c, euc_jp_table().codes);
    ++counts_[static_cast<std::size_t>(kind)];
    if (is_kanji(kind)) {
        if (before_ < 0x80) beside_ += in_word_bits();
    } else if (kind == Kind::half_kana) {
        beside_ += half_kana_bits(c);
    } else if (kind == Kind::latin) {
        const bool word = is_small_letter(before_ | 0x20) || is_latin(before_);
        beside_ += word ? latin_in_word_bits : latin_start_bits;
    }
    in_half_kana_ = kind == Kind::half_kana;
    before_ = c;
}

void TextLikelihood::add(std::string_view text) {
    const std::vector<Kind>* known = nullptr;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) >= 0x80) {
            if (known == nullptr) known = &kinds_of_plane();
            const CodePoint character = code_point_at(text, at);
            add_other(character.value, *known);
            at += character.size;
            continue;
        }
        add_ascii(static_cast<unsigned char>(text[at++]));
        // Behind ASCII, plain ASCII is counted and no more.
        for (std::uint64_t word = 0; !in_half_kana_ && text.size() - at >= sizeof word; at += sizeof word) {
            std::memcpy(&word, text.data() + at, sizeof word);
            if ((high_bytes(word) | bytes_below_space(word) | bytes_equal_to(word, 0x7F)) != 0) break;
            counts_[static_cast<std::size_t>(Kind::ascii)] += sizeof word;
            before_ = static_cast<unsigned char>(text[at + sizeof word - 1]);
        }
    }
}

}  // namespace daicho
