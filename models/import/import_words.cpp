#include "models/import/import_words.hpp"

#include <map>

#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/header.hpp"
#include "models/engine/tsv.hpp"

namespace daicho {

namespace {

using Words = std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>>;

/// Signs alone (`―`, `*`) have no key as headers.
std::string key_of(std::string_view word) {
    std::string key = header_key(word);
    return key.empty() ? std::string(without_spaces(word)) : key;
}

Words read_words() {
    Words words;
    for (const EmbeddedFile& file : embedded_models()) {
        if (file.path != "models/import/import_words.tsv") continue;
        const TsvTable table(file.text);
        for (const TsvRow& row : table)
            words[row.get("use")].emplace(key_of(row.get("word")), row.get("means"));
    }
    return words;
}

const std::map<std::string, std::string, std::less<>>& words_for(std::string_view use) {
    static const Words words = read_words();
    static const std::map<std::string, std::string, std::less<>> none;
    const auto found = words.find(use);
    return found == words.end() ? none : found->second;
}

/// The signs outside ASCII that no name of the model language has.
constexpr std::u32string_view signs = U"\u3000；：｛｝＝，“”＃？｜＜＞、。";

bool is_name_character(char32_t c) {
    if (c >= 0x80) return signs.find(c) == std::u32string_view::npos;
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

std::string_view import_word(std::string_view use, std::string_view word) {
    const auto& words = words_for(use);
    const auto found = words.find(key_of(word));
    return found == words.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view import_word_starting(std::string_view use, std::string_view text) {
    const std::string key = key_of(text);
    for (const auto& [word, means] : words_for(use)) {
        if (key.starts_with(word)) return means;
    }
    return {};
}

std::string_view without_note(std::string_view text) {
    text = without_spaces(text);
    const std::size_t note = text.find_last_of('(');
    const bool is_note = note != std::string_view::npos && text.ends_with(')') && note + 2 < text.size() &&
                         text[note + 1] == '*' &&
                         text.find_first_not_of("0123456789", note + 2) == text.size() - 1;
    return is_note ? without_spaces(text.substr(0, note)) : text;
}

std::string name_from(std::string_view text) {
    text = without_note(text);
    std::string name;
    bool parted = false;  // by signs, which one _ stands for where something follows
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        if (is_name_character(point.value)) {
            if (parted && !name.empty()) name += '_';
            name.append(text.substr(at, point.size));
            parted = false;
        } else {
            parted = true;
        }
        at += point.size;
    }
    return name.empty() || (name.front() >= '0' && name.front() <= '9') ? "_" + name : name;
}

}  // namespace daicho
