#include "models/engine/value_kinds.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/tsv.hpp"

namespace daicho {

namespace {

KindSign sign_named(std::string_view name) {
    constexpr std::pair<std::string_view, KindSign> signs[] = {
        {"digit", KindSign::digit},     {"mark", KindSign::mark}, {"number", KindSign::number},
        {"degrees", KindSign::degrees}, {"form", KindSign::form}, {"header", KindSign::header},
    };
    for (const auto& [word, sign] : signs) {
        if (word == name) return sign;
    }
    return KindSign::none;
}

struct Table {
    std::vector<RecognisedKind> kinds;
    std::vector<HeaderWord> words_of_remarks;
};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

template <class Word>
std::vector<Word> words_of(const TsvRow& row, std::string_view name) {
    const std::string cell = row.get(name);
    std::vector<Word> words;
    for (const std::string_view word : split_list(cell)) words.emplace_back(word);
    return words;
}

Table read_value_kinds() {
    Table table;
    const TsvTable text{embedded_model_text("models/engine/value_kinds.tsv")};
    for (const TsvRow& row : text) {
        RecognisedKind kind;
        kind.type = find_value_type(row.get("kind"));
        kind.words = words_of<HeaderWord>(row, "words");
        kind.sure = words_of<std::string>(row, "sure");
        kind.other = words_of<std::string>(row, "other");
        kind.unless = words_of<HeaderWord>(row, "unless");
        if (row.get("kind") == "remark") table.words_of_remarks = kind.words;
        if (kind.type == nullptr) continue;
        for (const char digit : row.get("rank")) kind.rank = kind.rank * 10 + (digit - '0');
        kind.sign = sign_named(row.get("sign"));
        kind.counted = row.get("counted") == "yes";
        table.kinds.push_back(std::move(kind));
    }
    return table;
}

const Table& table() {
    static const Table read = read_value_kinds();
    return read;
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_letter(char c) {
    return lower(c) >= 'a' && lower(c) <= 'z';
}

/// Whether a word of ASCII letters can begin at `at`: after no letter, or as the second word of cityCode.
bool begins_word(std::string_view text, std::size_t at) {
    if (at == 0 || !is_letter(text[at - 1])) return true;
    return is_upper(text[at]) && !is_upper(text[at - 1]);
}

bool ends_word(std::string_view text, std::size_t at) {
    return at == text.size() || !is_letter(text[at]) || (is_upper(text[at]) && !is_upper(text[at - 1]));
}

/// Whether `word` occurs in `text`; a word of ASCII letters only as a whole.
bool has_word(std::string_view text, std::string_view word) {
    const auto same = [](char a, char b) { return lower(a) == lower(b); };
    for (auto at = text.begin();; ++at) {
        at = std::search(at, text.end(), word.begin(), word.end(), same);
        if (at == text.end()) return false;
        if (!is_letter(word.front())) return true;
        const auto begin = static_cast<std::size_t>(at - text.begin());
        if (begins_word(text, begin) && ends_word(text, begin + word.size())) return true;
    }
}

/// `pairs`: those of `header`.
bool has_one_of(std::string_view header, std::uint64_t pairs, const std::vector<HeaderWord>& words) {
    return std::any_of(words.begin(), words.end(), [&](const HeaderWord& word) {
        return (word.pairs & ~pairs) == 0 && has_word(header, word.text);
    });
}

/// addressRegion of a way through elements or members, place.address.addressRegion: what a value is in says
/// little of what it is.
std::string_view last_step(std::string_view header) {
    const std::size_t dot = header.rfind('.');
    if (dot == header.npos || dot == 0 || dot + 1 == header.size()) return header;
    const char before = header[dot - 1];
    const bool is_step = is_letter(before) || is_ascii_digit(before) || before == ']';
    return is_step && is_letter(header[dot + 1]) ? header.substr(dot + 1) : header;
}

bool names_kind(std::string_view header, std::uint64_t pairs, const RecognisedKind& kind) {
    if (!has_one_of(header, pairs, kind.words)) return false;
    const std::string_view name = last_step(header);
    return (name.size() == header.size() || has_one_of(name, pairs, kind.words)) &&
           !has_one_of(name, pairs, kind.unless);
}

/// 電話番号 of `電話番号 (代表)`.
std::string_view without_bracket(std::string_view header) {
    if (header.ends_with(')')) header = header.substr(0, header.rfind('('));
    return header.substr(0, header.find_last_not_of(' ') + 1);
}

bool names_several(std::string_view header) {
    constexpr std::string_view joints[] = {"・", "/", "、", ",", "又は", "または", "及び", "および"};
    return std::any_of(std::begin(joints), std::end(joints),
                       [&](std::string_view joint) { return header.find(joint) != header.npos; });
}

/// Whether `header` ends in `word`; in one of ASCII letters only as a whole.
bool ends_in(std::string_view header, std::string_view word) {
    if (header.size() < word.size()) return false;
    const std::size_t begin = header.size() - word.size();
    const auto same = [](char a, char b) { return lower(a) == lower(b); };
    if (!std::equal(word.begin(), word.end(), header.begin() + static_cast<std::ptrdiff_t>(begin), same))
        return false;
    return !is_letter(word.front()) || begins_word(header, begin);
}

/// 35.681, 139.767, 35°41': degrees of a place in Japan. A share (28.53 %) or a growth (-2.314) is none.
bool has_degrees(std::string_view text) {
    constexpr std::size_t least_decimals = 3;
    if (text.find("°") != std::string_view::npos || text.find("度") != std::string_view::npos) return true;
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string_view number(text.data(), static_cast<std::size_t>(read.ptr - text.data()));
    const std::size_t point = number.find('.');
    const bool precise = point != number.npos && number.size() > point + least_decimals;
    return precise && ((value > 20 && value < 46) || (value > 122 && value < 154));
}

}  // namespace

std::uint64_t byte_pairs(std::string_view text) {
    constexpr std::uint32_t spread = 0x9E3779B1;
    std::uint64_t pairs = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const std::uint32_t pair =
            static_cast<std::uint8_t>(lower(text[i])) * 256u + static_cast<std::uint8_t>(lower(text[i + 1]));
        pairs |= std::uint64_t{1} << (pair * spread >> 26);
    }
    return pairs;
}

std::span<const RecognisedKind> recognised_kinds() {
    return table().kinds;
}

bool header_names(std::string_view header, const RecognisedKind& kind) {
    return names_kind(header, byte_pairs(header), kind);
}

bool header_names_any(std::string_view header) {
    return std::ranges::any_of(recognised_kinds(),
                               [&, pairs = byte_pairs(header)](const RecognisedKind& kind) {
                                   return names_kind(header, pairs, kind);
                               });
}

const RecognisedKind* kind_settled_by(std::string_view header) {
    const std::string_view name = without_bracket(header);
    if (names_several(name)) return nullptr;
    const RecognisedKind* settled = nullptr;
    std::size_t longest = 0;
    for (const RecognisedKind& kind : recognised_kinds()) {
        for (const std::string& word : kind.sure) {
            if (word.size() <= longest || !ends_in(name, word)) continue;
            settled = &kind;
            longest = word.size();
        }
    }
    return settled;
}

bool header_is_of_remarks(std::string_view header) {
    return has_one_of(header, byte_pairs(header), table().words_of_remarks);
}

bool shows(std::string_view text, KindSign sign) {
    if (sign == KindSign::none) return true;
    if (sign == KindSign::form || sign == KindSign::header) return false;
    const Narrow narrow{text};
    const std::string_view read = narrow.text();
    const bool all_digits = std::all_of(read.begin(), read.end(), is_ascii_digit);
    switch (sign) {
        case KindSign::digit:
            return std::any_of(read.begin(), read.end(), is_ascii_digit);
        case KindSign::mark:
            return !all_digits;
        case KindSign::number:
            return !all_digits || read.starts_with('0');
        default:
            return has_degrees(read);
    }
}

}  // namespace daicho
