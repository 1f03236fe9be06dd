#include "registries/address/character_classes.hpp"

#include <algorithm>
#include <string>

#include "grammars/text/utf8.hpp"
#include "registries/address/folded_text.hpp"
#include "registries/embedded/name_folding.hpp"

namespace daicho {

namespace {

/// More than this in one class and it is a chain of accidents, not a character.
constexpr std::size_t largest_class = 24;

struct VariantTable {
    const char* table;
    const char* sql;  ///< gives pairs of single characters
};

/// Relations that say "the same character, written otherwise".
constexpr VariantTable variant_tables[] = {
    {"joyo_kangxi", "select character, kangxi from joyo_kangxi order by 1, 2"},
    {"character_relation",
     "select character, related from character_relation where relation in ('joyo/variant', 'hyogai/variant', "
     "'jinmei1/variant', 'jinmei2/variant', 'koseki/variant', 'jisx0212/variant', 'jisx0213/variant') "
     "order by relation desc, 1, 2"},
    {"nyukan_itaiji", "select character, proper from nyukan_itaiji where rank = '1' order by 1, 2"},
};

char32_t only_character(std::string_view text) {
    const CodePoint first = code_point_at(text, 0);
    if (first.size == text.size()) return first.value;
    const CodePoint second = code_point_at(text, first.size);
    const bool selector = second.value >= 0xE0100 && second.value <= 0xE01EF;
    return selector && first.size + second.size == text.size() ? first.value : 0;
}

char32_t large_kana(char32_t c) {
    static constexpr std::u32string_view small = U"ァィゥェォッャュョヮヵヶ";
    static constexpr std::u32string_view large = U"アイウエオツヤユヨワカケ";
    const std::size_t at = small.find(c);
    return at == small.npos ? c : large[at];
}

}  // namespace

char32_t plain_form(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c >= 'a' && c <= 'z') c -= 0x20;
    if (c >= 0x3041 && c <= 0x3096) c += 0x60;
    return large_kana(c);
}

CharacterClasses::CharacterClasses() {
    add_embedded();
}

void CharacterClasses::add_embedded() {
    for (char32_t c = 0x21; c < 0x10000; ++c) {
        if (plain_form(c) != c) join(plain_form(c), c);
    }
    for (char32_t c = 0x21; c < 0xFE00; ++c) {
        const char32_t standard = folded(c);
        if (standard != c && standard != 0 && standard != 0xFFFF) join(standard, c);
    }
    // CJK compatibility ideographs and radicals that stand for one ideograph come with the registry's tables.
}

void CharacterClasses::add_variants_of(const Registry& registry) {
    for (const VariantTable& table : variant_tables) {
        if (!registry.has(table.table)) continue;
        Statement rows = registry.database().prepare(table.sql);
        while (rows.step()) {
            const char32_t a = only_character(rows.text(0));
            const char32_t b = only_character(rows.text(1));
            if (a > 0x7F && b > 0x7F) join(a, b);
        }
    }
}

char32_t CharacterClasses::top(char32_t c) const {
    const auto found = above_.find(c);
    return found == above_.end() ? c : found->second;
}

void CharacterClasses::join(char32_t a, char32_t b) {
    char32_t keeps = top(a);
    char32_t goes = top(b);
    if (keeps == goes) return;
    if (below_[keeps].size() < below_[goes].size()) std::swap(keeps, goes);
    if (below_[keeps].size() + below_[goes].size() + 2 > largest_class) return;
    for (const char32_t c : below_[goes]) above_[c] = keeps;
    above_[goes] = keeps;
    auto& members = below_[keeps];
    members.insert(members.end(), below_[goes].begin(), below_[goes].end());
    members.push_back(goes);
    below_.erase(goes);
}

char32_t CharacterClasses::standing_for(char32_t c) const {
    return top(c);
}

std::vector<char32_t> CharacterClasses::members() const {
    std::vector<char32_t> all;
    for (const auto& [member, standard] : above_) {
        all.push_back(member);
        (void)standard;
    }
    for (const auto& [standard, members] : below_) {
        if (!members.empty()) all.push_back(standard);
    }
    std::ranges::sort(all);
    return all;
}

}  // namespace daicho
