#include "grammars/text/character.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "grammars/text/equivalent_ideograph.hpp"
#include "tests/support/unicode_files.hpp"

using namespace daicho;

namespace {

bool has(char32_t c, CharacterProperties bits) {
    return (properties_of(c) & bits) == bits;
}

}  // namespace

TEST_CASE("classes agree with the categories of UnicodeData for every code point") {
    std::vector<std::string> categories(0x110000, "Cn");
    char32_t first = 0;
    for_each_unicode_line("UnicodeData.txt", [&](const std::string& line) {
        const auto c = static_cast<char32_t>(std::stoul(line, nullptr, 16));
        const std::size_t name = line.find(';') + 1, category = line.find(';', name) + 1;
        if (line.find("Last>") == line.npos) first = c;
        for (char32_t each = first; each <= c; ++each) categories[each] = line.substr(category, 2);
    });
    std::size_t wrong = 0;
    for (char32_t c = 0; c < 0x110000; ++c) {
        const std::string& category = categories[c];
        const bool selector = has(c, character::selector);
        bool right = has(c, character::control) == (category == "Cc");
        right = right && has(c, character::private_use) == (category == "Co");
        right = right && (has(c, character::unassigned) == (category == "Cn" || category == "Cs") ||
                          has(c, character::invisible));  // tags without a name
        right = right && has(c, character::odd_space) == (category == "Zs" && c != ' ' && c != 0x3000);
        right = right && has(c, character::combining) == (category[0] == 'M' && !selector);
        if (!right && ++wrong < 5) FAIL_CHECK("U+" << std::hex << unsigned(c) << " " << category);
    }
    CHECK(wrong == 0);
}

TEST_CASE("the kind of an invisible character is known by name") {
    CHECK(kind_of(U'東') == CharacterKind::graphic);
    CHECK(kind_of(U'\t') == CharacterKind::control);
    CHECK(kind_of(0x85) == CharacterKind::control);
    CHECK(kind_of(0x200B) == CharacterKind::zero_width);
    CHECK(kind_of(0xFEFF) == CharacterKind::zero_width);
    CHECK(kind_of(0x202E) == CharacterKind::bidi_control);
    CHECK(kind_of(0x2066) == CharacterKind::bidi_control);
    CHECK(kind_of(0xAD) == CharacterKind::soft_hyphen);
    CHECK(kind_of(0x2028) == CharacterKind::line_separator);
    CHECK(kind_of(0xA0) == CharacterKind::odd_space);
    CHECK(kind_of(0x3000) == CharacterKind::graphic);
    CHECK(kind_of(0xE0041) == CharacterKind::tag);
    CHECK(kind_of(0xE0103) == CharacterKind::variation_selector);
    CHECK(kind_of(0x3164) == CharacterKind::filler);
    CHECK(kind_of(0xE000) == CharacterKind::private_use);
    CHECK(kind_of(0x10FFFD) == CharacterKind::private_use);
    CHECK(kind_of(0x10FFFF) == CharacterKind::noncharacter);
    CHECK(kind_of(0xFDD0) == CharacterKind::noncharacter);
    CHECK(kind_of(0xD800) == CharacterKind::surrogate);
    CHECK(kind_of(0x378) == CharacterKind::unassigned);
    CHECK(kind_of(0x110000) == CharacterKind::noncharacter);
}

TEST_CASE("twelve ideographs of the compatibility block are unified ones, and NFC leaves them alone") {
    std::set<char32_t> stable;
    for (char32_t c = 0xF900; c <= 0xFAFF; ++c) {
        if (has(c, character::ideograph) && !is_unstable_ideograph(properties_of(c))) stable.insert(c);
    }
    CHECK(stable == std::set<char32_t>{0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24,
                                       0xFA27, 0xFA28, 0xFA29});
    CHECK(is_unstable_ideograph(properties_of(0xF9A8)));  // a Korean duplicate of 令
    CHECK(is_unstable_ideograph(properties_of(0xFA30)));
}

TEST_CASE("a dash is not the hyphen, and a kana that looks like a kanji is marked as such") {
    for (const char32_t c : U"‐‑‒–—―−－﹣⁃ｰー─") {
        if (c != 0) CHECK(has(c, character::hyphen_like));
    }
    CHECK_FALSE(has(U'-', character::hyphen_like));
    for (const char32_t c : U"カ力ロ口ハ八ニ二ー一") {
        if (c != 0) CHECK(has(c, character::kana_twin));
    }
    CHECK(has(U'⾼', character::look_alike));
    CHECK(has(U'⻑', character::look_alike));
    CHECK_FALSE(has(U'長', character::look_alike));
}

TEST_CASE("what only some machines have is told from what JIS X 0208 has") {
    for (const char32_t c : U"①㈱㍻㋿№℡Ⅳⅳ髙﨑彅￤⑳㊤㍉∟⊿") {
        if (c != 0) CHECK(has(c, character::machine_dependent));
    }
    for (const char32_t c : U"高崎∠√Å￢〒∥") {
        if (c != 0) CHECK_FALSE(has(c, character::machine_dependent));
    }
}

TEST_CASE("the words of a text are those of its characters, whatever stands beside them") {
    const std::string text = "東京都千代田区1-1\\ ﾊﾟAbcdefgh~ijkl\tか\u309A𠮷";
    TextProperties sum;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        sum.any |= properties_of(c);
        if (c >= 0x80) sum.common &= properties_of(c);
        at += size;
        const auto got = properties_of_text(std::string_view(text).substr(0, at));
        // Bits of repertoires say nothing in `any`; blocks of ASCII have those that all of ASCII has.
        constexpr CharacterProperties classes = ~0x7FFu;
        CHECK((got.any & classes) == (sum.any & classes));
        CHECK(got.common == sum.common);
    }
    CHECK(properties_of_text("").common == ~0u);
    CHECK(find_property(text, character::half_width_kana) == text.find("ﾊ"));
    CHECK(find_property(text, character::placeholder) == text.npos);
}

TEST_CASE("every printing ASCII character but the two of pairs has no class") {
    constexpr CharacterProperties classes = ~0x7FFu;
    for (char32_t c = 0x20; c < 0x7F; ++c) {
        const bool paired = c == '\\' || c == '~';
        CHECK((properties_of(c) & classes) == (paired ? character::pair_member : 0));
    }
}

TEST_CASE("radicals have the ideograph that they are taken for") {
    CHECK(equivalent_ideograph(U'⾼') == U'高');
    CHECK(equivalent_ideograph(U'⻑') == U'長');
    CHECK(equivalent_ideograph(U'⼭') == U'山');
    CHECK(equivalent_ideograph(U'山') == 0);
    std::size_t lines = 0;
    for_each_unicode_line("EquivalentUnifiedIdeograph.txt", [&](const std::string& line) {
        const std::size_t semicolon = line.find(';');
        if (line.starts_with("#") || semicolon == line.npos) return;
        const auto radical = static_cast<char32_t>(std::stoul(line, nullptr, 16));
        CHECK(equivalent_ideograph(radical) == std::stoul(line.substr(semicolon + 1), nullptr, 16));
        ++lines;
    });
    CHECK(lines > 300);
    for (const auto& [radical, ideograph] : character_data::equivalent_forms) {
        if (!has(radical, character::look_alike)) FAIL_CHECK("U+" << std::hex << unsigned(radical));
    }
}
