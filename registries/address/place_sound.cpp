#include "registries/address/place_sound.hpp"

#include "registries/address/folded_text.hpp"

namespace daicho {

namespace {

/// Katakana from ァ (U+30A1) on; - is ッ, which only doubles what follows.
constexpr std::string_view kana_letters[] = {
    "a",  "a",  "i",  "i",  "u",  "u",  "e",  "e",  "o",  "o",  "ka", "ga", "ki", "gi", "ku",
    "gu", "ke", "ge", "ko", "go", "sa", "za", "si", "zi", "su", "zu", "se", "ze", "so", "zo",
    "ta", "da", "ti", "zi", "",   "tu", "zu", "te", "de", "to", "do", "na", "ni", "nu", "ne",
    "no", "ha", "ba", "pa", "hi", "bi", "pi", "hu", "bu", "pu", "he", "be", "pe", "ho", "bo",
    "po", "ma", "mi", "mu", "me", "mo", "ya", "ya", "yu", "yu", "yo", "yo", "ra", "ri", "ru",
    "re", "ro", "wa", "wa", "i",  "e",  "o",  "n",  "bu", "ka", "ke"};
constexpr char32_t first_kana = 0x30A1;

constexpr bool is_vowel(char c) {
    return c == 'a' || c == 'i' || c == 'u' || c == 'e' || c == 'o';
}
constexpr bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

/// Latin letters with a mark in the order of Unicode, from U+00C0 on.
constexpr std::string_view marked_latin =
    "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy."
    "yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiii"
    "iiiii...jjkk.llllll..llnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz.";

static_assert(marked_latin.size() == 0x180 - 0xC0);

/// What is written, in plain small letters and digits.
std::string plain_letters(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const AddressCharacter c = character_at(text, at);
        at += c.size;
        char32_t kana = c.value;
        if (kana >= 0x3041 && kana <= 0x3096) kana += 0x60;
        if (kana >= first_kana && kana - first_kana < std::size(kana_letters)) {
            plain += kana_letters[kana - first_kana];
        } else if (const char letter = plain_latin(c.value); letter != 0) {
            plain += letter;
        } else if (c.value >= '0' && c.value <= '9') {
            plain += static_cast<char>(c.value);
        } else if (c.value >= 0xFF10 && c.value <= 0xFF19) {
            plain += static_cast<char>('0' + (c.value - 0xFF10));
        }
    }
    return plain;
}

/// Adds a letter in Kunrei spelling; long vowels and doubled letters become short, キヨ becomes キョ.
void add_letter(std::string& sound, char c) {
    const std::size_t size = sound.size();
    const char last = size > 0 ? sound[size - 1] : '\0';
    if (is_letter(c) && c == last) return;
    if (c == 'u' && last == 'o') return;
    const bool glide = size >= 3 && last == 'y' && sound[size - 2] == 'i' && is_letter(sound[size - 3]) &&
                       !is_vowel(sound[size - 3]);
    if (glide && is_vowel(c)) sound.erase(size - 2, 1);
    sound += c;
}

/// The consonant at `at` of Hepburn or Kunrei letters as Kunrei has it; gives the letters that it takes.
std::size_t add_consonant(std::string& sound, std::string_view plain, std::size_t at) {
    const auto next = [&](std::size_t ahead) { return at + ahead < plain.size() ? plain[at + ahead] : '\0'; };
    const auto add_soft = [&](char letter, std::size_t size) {
        add_letter(sound, letter);
        if (next(size) != 'i' && next(size) != 'y' && is_vowel(next(size))) add_letter(sound, 'y');
        return size;
    };
    switch (plain[at]) {
        case 's':
            if (next(1) == 'h') return add_soft('s', 2);
            break;
        case 'c':
            if (next(1) == 'h') return add_soft('t', 2);
            if (next(1) != 'c') add_letter(sound, 'k');
            return 1;
        case 't':
            if (next(1) == 'c' && next(2) == 'h') return add_soft('t', 3);
            if (next(1) == 's') {
                add_letter(sound, 't');
                return 2;
            }
            break;
        case 'j':
            return add_soft('z', 1);
        case 'd':
            if (next(1) == 'z' || next(1) == 'i' || next(1) == 'u' || next(1) == 'y') {
                add_letter(sound, 'z');
                return next(1) == 'z' ? 2 : 1;
            }
            break;
        case 'f':
            add_letter(sound, 'h');
            return 1;
        case 'm':
            if (next(1) == 'b' || next(1) == 'm' || next(1) == 'p') {
                add_letter(sound, 'n');
                return 1;
            }
            break;
        case 'h':
            if (!sound.empty() && sound.back() == 'o' && !is_vowel(next(1))) return 1;
            break;
        case 'w':
            if (next(1) == 'o') return 1;
            break;
        default:
            break;
    }
    add_letter(sound, plain[at]);
    return 1;
}

}  // namespace

char plain_latin(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c + 0x20);
    if (c >= 'a' && c <= 'z') return static_cast<char>(c);
    if (c < 0xC0 || c - 0xC0 >= marked_latin.size()) return 0;
    const char letter = marked_latin[c - 0xC0];
    return letter == '.' ? '\0' : letter;
}

void append_place_sound(std::string& sound, std::string_view text) {
    const std::string plain = plain_letters(text);
    for (std::size_t at = 0; at < plain.size();) {
        at += add_consonant(sound, plain, at);
    }
}

std::string place_sound(std::string_view text) {
    std::string sound;
    append_place_sound(sound, text);
    return sound;
}

}  // namespace daicho
