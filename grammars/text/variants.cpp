#include "grammars/text/variants.hpp"

#include <algorithm>
#include <utility>

#include "grammars/text/normalize.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::pair<std::string_view, FoldClasses> names[] = {
    {"width", fold::width},
    {"case", fold::letter_case},
    {"kana", fold::kana},
    {"small-kana", fold::small_kana},
    {"dash", fold::dash},
    {"glyph", fold::glyph},
    {"old-form", fold::old_form},
    {"variant", fold::variant},
    {"place", fold::place},
    {"kanji", fold::kanji},
    {"spelling", fold::spelling},
    {"names-of-places", fold::names_of_places},
    {"everything", fold::everything},
};

/// Whether the character at `at` can join what stands before it: U+0300..U+036F, U+3099..U+309C, U+FF9E,
/// U+FF9F, by their bytes.
bool may_join(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (at >= text.size() || byte(0) < 0xCC) return false;
    if (byte(0) <= 0xCD) return true;
    if (text.size() - at < 3) return false;
    if (byte(0) == 0xE3) return byte(1) == 0x82 && byte(2) >= 0x99 && byte(2) <= 0x9C;
    return byte(0) == 0xEF && byte(1) == 0xBE && byte(2) >= 0x9E && byte(2) <= 0x9F;
}

}  // namespace

FoldClasses find_fold_classes(std::string_view name) {
    const auto found = std::ranges::find(names, name, [](const auto& each) { return each.first; });
    return found == std::end(names) ? 0 : found->second;
}

char32_t follow_fold_steps(char32_t c, std::uint16_t word, FoldClasses classes) {
    using namespace character_data;
    while (word != 0) {
        if (word == counts_for_nothing) return 0;
        const FoldStep* step = &fold_steps[word - 1];
        while ((step->fold_class & classes) == 0) {
            if (step->is_last) return c;
            ++step;
        }
        c = step->to;
        word = fold_words[(fold_blocks[c >> block_bits] << block_bits) + (c & 0x3F)];
    }
    return c;
}

FoldedCharacter folded_at(std::string_view text, std::size_t at, FoldClasses classes) {
    auto [c, size] = code_point_at(text, at);
    if (size == 0) return {};
    if (!may_join(text, at + size)) return {match_fold(c, classes), size};
    c = match_fold(c, classes & fold::width);
    while (may_join(text, at + size)) {
        const auto [mark, mark_size] = code_point_at(text, at + size);
        const char32_t whole = canonical_composition(c, match_fold(mark, classes & fold::width));
        if (whole == 0) break;
        c = whole;
        size += mark_size;
    }
    return {match_fold(c, classes), size};
}

std::string match_key(std::string_view text, FoldClasses classes) {
    std::string key;
    key.reserve(text.size());
    const bool folds_case = (classes & fold::letter_case) != 0;
    for (std::size_t at = 0; at < text.size();) {
        if (const char c = text[at]; static_cast<unsigned char>(c) < 0x80 && !may_join(text, at + 1)) {
            key.push_back(c >= 'A' && c <= 'Z' && folds_case ? static_cast<char>(c - 'A' + 'a') : c);
            ++at;
            continue;
        }
        const auto [value, size] = folded_at(text, at, classes);
        if (value != 0) append_utf8(key, value);
        at += size;
    }
    return key;
}

}  // namespace daicho
