#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <vector>

#include "grammars/characters/check.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/words_of_script.hpp"

namespace daicho {

namespace {

/// The characters that need no look by a profile, of ASCII and of all that have two bytes or three.
std::vector<std::string> plain_characters(const CharacterCheck& check) {
    std::vector<std::string> plain;
    for (char32_t c = 0; c < 0x10000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        std::string text;
        append_utf8(text, c);
        if (check.needs_no_look(text)) plain.push_back(std::move(text));
    }
    return plain;
}

}  // namespace

TEST_CASE("what needs no look has no problem, whatever it stands beside, and is any text but for spaces") {
    std::mt19937 random(20261127);
    for (const CharacterProfile& profile : character_profiles()) {
        const CharacterCheck check(profile);
        CAPTURE(profile.name);
        const std::vector<std::string> plain = plain_characters(check);
        std::size_t wrong = 0;
        std::string first;
        for (int i = 0; i < 20'000 && !plain.empty(); ++i) {
            std::string text;
            const std::size_t size = 1 + random() % 8;
            for (std::size_t k = 0; k < size; ++k) text += plain[random() % plain.size()];
            const bool spaced = text.front() == ' ' || text.back() == ' ';
            const bool right = check.is_plainly_clean(text) && check.problems(text).empty() &&
                               (spaced || text_type.is_canonical(text, {}));
            if (right) continue;
            ++wrong;
            if (first.empty()) first = text;
        }
        CAPTURE(first);
        CHECK(wrong == 0);
    }
}

TEST_CASE("most of what is written needs no look; what is right or wrong by its neighbours does") {
    const CharacterCheck check(*find_character_profile("free-text"));
    for (const std::string_view text : {"中央公民館1234", "さくら公園 2", "Chiyoda"})
        CHECK(check.needs_no_look(text));
    for (const std::string_view text :
         {"デパート", "り", "カ", "力", "ー", "一", "山田\u3000太郎", "山\n田", "-", "①?", "𠮷", "é"})
        CHECK_FALSE(check.needs_no_look(text));
}

}  // namespace daicho
