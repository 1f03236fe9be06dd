#include "grammars/values/person_name.hpp"

#include <algorithm>

#include "grammars/text/kana.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/value_text.hpp"
#include "grammars/values/words.hpp"
#include "grammars/values/words_of_script.hpp"

namespace daicho {

namespace {

using View = std::string_view;

bool is_latin(char32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

/// Kanji, their marks (々 〆 〇 ヶ), compatibility and private ones, and the selectors of their variants.
bool is_ideograph(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF) || (c >= 0x3005 && c <= 0x3007) || (c >= 0xE000 && c <= 0xF8FF) ||
           (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xF0000 && c <= 0x10FFFD);
}

bool is_mark_in_a_name(char32_t c) {
    return c == '-' || c == '\'' || c == '.' || c == 0x30FB || c == 0x2019;
}

constexpr std::size_t most_words = 6;

/// What a name is made of; `wrong` is where the first character stands that no name has.
struct Name {
    std::size_t words = 0;
    bool japanese = false;  // kanji or hiragana
    bool latin = false;
    std::size_t wrong = View::npos;
};

Name look_at(View text) {
    Name name;
    bool in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        const bool letter = is_ideograph(c) || is_hiragana(c) || is_katakana(c) || is_latin(c);
        if (!letter && !(is_mark_in_a_name(c) && in_word) && c != ' ') {
            name.wrong = at;
            return name;
        }
        name.japanese |= is_ideograph(c) || is_hiragana(c);
        name.latin |= is_latin(c);
        name.words += c != ' ' && !in_word;
        in_word = c != ' ';
        at += size;
    }
    return name;
}

bool is_complete(const Name& name) {
    return name.wrong == View::npos && name.words <= most_words &&
           (name.words > 1 || (name.words == 1 && !name.japanese));
}

/// Two to six words of kanji and kana: what nearly all names are. False says nothing.
bool is_plain_name(View text) {
    std::size_t spaces = 0;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) continue;
        if (c != ' ') return false;
        ++spaces;
    }
    return spaces >= 1 && spaces < most_words && is_plainly_tidy(text);
}

bool is_canonical(View text, const Reading&) {
    if (is_plain_name(text)) return true;
    return is_words(text) && is_complete(look_at(text));
}

Result<std::string> canonical(View text, const Reading&) {
    if (const auto refusal = refused_words(text)) return *refusal;
    const Tidy tidy(text);
    const Name name = look_at(tidy.text());
    if (is_complete(name)) return as_canonical(text, std::string(tidy.text()));
    if (name.wrong != View::npos) {
        const RuleId rule = name.words > 1 ? rules::text_left_over : rules::not_of_this_type;
        return refused_part(tidy, tidy.text().substr(name.wrong), rule);
    }
    return refused_part(tidy, tidy.text(), name.words == 1 ? rules::incomplete : rules::not_of_this_type);
}

Parts parts_of(const Result<std::string>& name) {
    if (!name || std::ranges::count(*name, ' ') != 1 || look_at(*name).latin) return {};
    const auto space = name->find(' ');
    return {{"familyName", name->substr(0, space)}, {"givenName", name->substr(space + 1)}};
}

}  // namespace

const ValueType person_name_type{
    .name = "person_name",
    .name_ja = "氏名",
    .form = "氏 名",
    .is_canonical = is_canonical,
    .canonical = canonical,
    .parts = [](View text, const Reading& reading) { return parts_of(canonical(text, reading)); },
};

const ValueType person_name_kana_type{
    .name = "person_name_kana",
    .name_ja = "氏名(カナ)",
    .form = "デジタル タロウ",
    .is_canonical = [](View text, const Reading&) { return is_kana_text(text, true); },
    .canonical = [](View text, const Reading&) { return read_kana(text, true); },
    .parts = [](View text, const Reading&) { return parts_of(read_kana(text, true)); },
};

}  // namespace daicho
