#include "grammars/text/visible.hpp"

#include <catch2/catch.hpp>

#include "grammars/text/character.hpp"
#include "grammars/text/utf8.hpp"

using namespace daicho;

TEST_CASE("no character of data can be unseen, turn a line round or drive a terminal") {
    for (char32_t c = 0; c < 0x110000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        std::string text;
        append_visible(text, c);
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint shown = code_point_at(text, at);
            at += shown.size;
            const CharacterProperties unsafe = character::control;
            if ((properties_of(shown.value) & unsafe) != 0) FAIL(static_cast<unsigned>(c));
            const CharacterKind kind = kind_of(shown.value);
            if (kind == CharacterKind::bidi_control || kind == CharacterKind::zero_width ||
                kind == CharacterKind::line_separator || kind == CharacterKind::tag)
                FAIL(static_cast<unsigned>(c));
        }
    }
}

TEST_CASE("what can be seen stays as it is") {
    for (const char* text : {"髙𠮷葛\U000E0100", "か\u3099", "a\u0301", "\uE000", "ｶﾞ　 x", ""})
        CHECK(visible(text) == text);
    CHECK(visible("a\u202Eb\u200B\x1B[31m\u2028\U000E0061\n") == "a[U+202E]b[U+200B]␛[31m[U+2028][U+E0061]␊");
}
