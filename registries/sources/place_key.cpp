#include "registries/sources/place_key.hpp"

#include "grammars/text/kana.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/text/numerals.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/variants.hpp"

namespace daicho {

namespace {

constexpr FoldClasses of_key = fold::names_of_places | fold::letter_case;

bool cut(std::string_view& text, std::string_view start) {
    if (!text.starts_with(start)) return false;
    text.remove_prefix(start.size());
    return true;
}

/// 大字 and 字 say what kind of town follows. A town that is called 字 and nothing else keeps its name.
std::string_view without_kind(std::string_view name) {
    std::string_view rest = name;
    if (!cut(rest, "大字")) cut(rest, "字");
    return rest.empty() ? name : rest;
}

void add_part(std::string_view part, FoldClasses compared, std::string& key) {
    const Narrow narrow(part);
    const std::string plain = full_width_kana(narrow.text());
    const std::string_view text = without_kind(plain);
    for (std::size_t at = 0; at < text.size();) {
        if (const auto number = numeral_at(text, at)) {
            key += std::to_string(number->value);
            at += number->size;
            continue;
        }
        const auto [c, size] = code_point_at(text, at);
        at += size;
        if (c == ' ') continue;
        if (const char32_t letter = match_fold(c, compared)) append_utf8(key, letter);
    }
}

}  // namespace

std::string place_key(std::string_view name) {
    std::string key;
    add_part(name, of_key, key);
    return key;
}

std::string place_spelling(std::string_view name) {
    std::string spelling;
    add_part(name, fold::letter_case, spelling);
    return spelling;
}

void add_place_key(std::span<const std::string_view> parts, std::string& key) {
    for (const std::string_view part : parts) add_part(part, of_key, key);
}

}  // namespace daicho
