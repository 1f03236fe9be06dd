#include "models/engine/value_kinds.hpp"

#include <algorithm>
#include <utility>

#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/tsv.hpp"

namespace daicho {

namespace {

KindSign sign_named(std::string_view name) {
    constexpr std::pair<std::string_view, KindSign> signs[] = {
        {"digit", KindSign::digit},       {"mark", KindSign::mark}, {"number", KindSign::number},
        {"fraction", KindSign::fraction}, {"form", KindSign::form}, {"header", KindSign::header},
    };
    for (const auto& [word, sign] : signs) {
        if (word == name) return sign;
    }
    return KindSign::none;
}

std::string_view value_kinds_text() {
    for (const EmbeddedFile& file : embedded_models()) {
        if (file.path == "models/engine/value_kinds.tsv") return file.text;
    }
    return {};
}

struct Table {
    std::vector<RecognisedKind> kinds;
    std::vector<std::string> words_of_remarks;
};

std::vector<std::string> words_of(const TsvRow& row) {
    const std::string cell = row.get("words");
    std::vector<std::string> words;
    for (const std::string_view word : split_list(cell)) words.emplace_back(word);
    return words;
}

Table read_value_kinds() {
    Table table;
    const TsvTable text{value_kinds_text()};
    for (const TsvRow& row : text) {
        RecognisedKind kind;
        kind.type = find_value_type(row.get("kind"));
        kind.words = words_of(row);
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

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
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

bool has_one_of(std::string_view header, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return has_word(header, word); });
}

bool has_fraction(std::string_view text) {
    if (text.find("°") != std::string_view::npos || text.find("度") != std::string_view::npos) return true;
    const std::size_t point = text.find('.');
    return point != std::string_view::npos && point + 2 < text.size() && is_ascii_digit(text[point + 1]) &&
           is_ascii_digit(text[point + 2]);
}

}  // namespace

std::span<const RecognisedKind> recognised_kinds() {
    return table().kinds;
}

bool header_names(std::string_view header, const RecognisedKind& kind) {
    return has_one_of(header, kind.words);
}

bool header_is_of_remarks(std::string_view header) {
    return has_one_of(header, table().words_of_remarks);
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
            return has_fraction(read);
    }
}

}  // namespace daicho
