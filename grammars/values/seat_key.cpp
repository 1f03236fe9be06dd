#include "grammars/values/seat_key.hpp"

#include <iterator>
#include <optional>

#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/text/numerals.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/variants.hpp"

namespace daicho {

namespace {

/// Words behind a number that a hyphen can stand for.
constexpr std::string_view links[] = {"丁目", "番地", "番", "号", "の", "ノ", "之", "-"};
constexpr std::string_view dropped[] = {"大字", "小字", "字"};
/// Words behind a link that say nothing more: １０９番地の１ is １０９番地１, ２７３番地第２ is ２７３番地２.
constexpr std::string_view fillers[] = {"の", "ノ", "之", "第"};
constexpr std::string_view roman[] = {"I",   "II",   "III", "IV", "V",  "VI",
                                      "VII", "VIII", "IX",  "X",  "XI", "XII"};

/// The word of `words` that stands at `at`; empty where none does.
template <std::size_t N>
std::string_view word_at(std::string_view text, std::size_t at, const std::string_view (&words)[N]) {
    for (const std::string_view word : words) {
        if (text.substr(at).starts_with(word)) return word;
    }
    return {};
}

void hyphen(std::string& key) {
    if (!key.empty() && key.back() != '-') key += '-';
}

/// The numeral at `at`, where it is one: digits, or kanji in front of 丁目, 番 or 号.
std::optional<Numeral> number_at(std::string_view text, std::size_t at) {
    const auto numeral = numeral_at(text, at);
    if (!numeral || !numeral->kanji) return numeral;
    constexpr std::string_view counted[] = {"丁目", "番", "号"};
    return word_at(text, at + numeral->size, counted).empty() ? std::nullopt : numeral;
}

/// Narrow text without spaces (a hyphen stands for those between digits), Ⅱ and ⅱ as II.
std::string comparable(std::string_view address) {
    const Narrow narrow(address);
    const std::string_view text = narrow.text();
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        const char32_t first = c.value < 0x2170 ? 0x2160 : 0x2170;
        const bool numeral = c.value >= first && c.value < first + std::size(roman);
        if (c.value == ' ') {
            const bool between = !out.empty() && is_ascii_digit(out.back()) && at + 1 < text.size() &&
                                 is_ascii_digit(text[at + 1]);
            if (between) out += '-';
        } else {
            out += numeral ? roman[c.value - first] : text.substr(at, c.size);
        }
        at += c.size;
    }
    return out;
}

}  // namespace

std::string seat_key(std::string_view address) {
    const std::string narrow = comparable(address);
    std::string key, words;
    const auto flush = [&] {
        key += match_key(words, fold::everything);
        words.clear();
    };
    for (std::size_t at = 0; at < narrow.size();) {
        const std::string_view rest = std::string_view(narrow).substr(at);
        if (const auto number = number_at(narrow, at)) {
            flush();
            key += std::to_string(number->value);
            at += number->size;
            const auto link = word_at(narrow, at, links);
            if (link.empty()) continue;
            hyphen(key);
            at += link.size();
            const auto filler = word_at(narrow, at, fillers);
            if (!filler.empty() && number_at(narrow, at + filler.size())) at += filler.size();
        } else if (const auto word = word_at(narrow, at, dropped); !word.empty()) {
            at += word.size();
        } else if (const bool ordinal = rest.starts_with("第"); ordinal && number_at(narrow, at + 3)) {
            at += 3;
        } else if (rest[0] == '-') {
            flush();
            hyphen(key);
            ++at;
        } else {
            const std::size_t begin = at++;
            while (at < narrow.size() && (static_cast<unsigned char>(narrow[at]) & 0xC0) == 0x80) ++at;
            if (words.empty() && !key.empty() && key.back() == '-') key.pop_back();
            words.append(narrow, begin, at - begin);
        }
    }
    flush();
    if (!key.empty() && key.back() == '-') key.pop_back();
    return key;
}

}  // namespace daicho
