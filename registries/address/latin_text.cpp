#include "registries/address/latin_text.hpp"

#include <algorithm>

#include "grammars/text/utf8.hpp"
#include "registries/address/place_sound.hpp"

namespace daicho {

namespace {

constexpr std::size_t longest_beginning = 64;  ///< bytes before the first letter

struct KnownWord {
    std::string_view word;
    LatinWord kind;
};
constexpr KnownWord known_words[] = {
    {"chome", LatinWord::chome},     {"choume", LatinWord::chome},
    {"tyome", LatinWord::chome},     {"tyoume", LatinWord::chome},
    {"banchi", LatinWord::banchi},   {"banti", LatinWord::banchi},
    {"ban", LatinWord::ban},         {"go", LatinWord::go},
    {"gou", LatinWord::go},          {"city", LatinWord::region},
    {"ward", LatinWord::region},     {"town", LatinWord::region},
    {"village", LatinWord::region},  {"prefecture", LatinWord::region},
    {"pref", LatinWord::region},     {"county", LatinWord::region},
    {"district", LatinWord::region}, {"oaza", LatinWord::marker},
    {"ooaza", LatinWord::marker},    {"aza", LatinWord::marker},
    {"japan", LatinWord::country},
};

LatinWord meaning(std::string_view word) {
    for (const KnownWord& known : known_words) {
        if (known.word == word) return known.kind;
    }
    return LatinWord::name;
}

constexpr bool is_apostrophe(char32_t c) {
    return c == '\'' || c == '`' || c == 0x2019 || c == 0x2018 || c == 0x02BC || (c >= 0x0300 && c < 0x0370);
}

constexpr bool is_kana_letter(char32_t c) {
    return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FC && c != 0x30FB) ||
           (c >= 0xFF66 && c <= 0xFF9D);
}

/// The first letter of any script; 0: there is none near the beginning.
char32_t first_letter(std::string_view text) {
    const std::size_t last = std::min(text.size(), longest_beginning);
    for (std::size_t at = 0; at < last;) {
        const CodePoint c = code_point_at(text, at);
        if (plain_latin(c.value) != 0 || c.value >= 0xFF66 || (c.value >= 0x3041 && c.value < 0xFF00))
            return c.value;
        at += c.size;
    }
    return 0;
}

class LatinTokenizer {
 public:
    LatinTokenizer(const FoldedText& text, std::string_view source) : text_(text), source_(source) {}

    std::vector<LatinToken> read() {
        while (at_ < text_.size()) tokens_.push_back(next());
        return std::move(tokens_);
    }

 private:
    char32_t character() const { return character_at(source_, text_.begin(at_)).value; }
    bool goes_on() const { return at_ < text_.size() && !text_.spaced(at_); }

    LatinToken next() {
        LatinToken token{at_, at_ + 1, LatinWord::other, false};
        const std::uint16_t symbol = text_[at_];
        if (symbol::is_digit(symbol)) {
            while (++at_, goes_on() && symbol::is_digit(text_[at_])) {
            }
            token.kind = LatinWord::number;
        } else if (plain_latin(character()) != 0 || is_kana_letter(character())) {
            token.kind = read_word();
        } else {
            token.kind = symbol == symbol::hyphen  ? LatinWord::hyphen
                         : symbol == symbol::comma ? LatinWord::comma
                                                   : LatinWord::other;
            ++at_;
        }
        token.end = at_;
        return token;
    }

    LatinWord read_word() {
        std::string word;
        do {
            const char32_t c = character();
            const char letter = plain_latin(c);
            if (letter == 0 && !is_apostrophe(c) && !is_kana_letter(c)) break;
            if (letter != 0) {
                word += letter;
            } else if (is_kana_letter(c)) {
                append_place_sound(word, slice(source_, text_.span(at_, at_ + 1)));
            }
            ++at_;
        } while (goes_on());
        return meaning(word);
    }

    const FoldedText& text_;
    std::string_view source_;
    std::uint32_t at_ = 0;
    std::vector<LatinToken> tokens_;
};

}  // namespace

bool begins_in_latin(std::string_view text) {
    return plain_latin(first_letter(text)) != 0;
}

bool begins_in_kana(std::string_view text) {
    return is_kana_letter(first_letter(text));
}

std::vector<LatinToken> latin_tokens(const FoldedText& text, std::string_view source) {
    return LatinTokenizer(text, source).read();
}

}  // namespace daicho
