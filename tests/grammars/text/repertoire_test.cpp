#include "grammars/text/repertoire.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "grammars/text/changed_shape.hpp"
#include "grammars/text/normalize.hpp"
#include "grammars/text/utf8.hpp"

using namespace daicho;

namespace {

std::size_t count_of(CharacterProperties bit) {
    std::size_t count = 0;
    for (char32_t c = 0; c < 0x110000; ++c) count += (properties_of(c) & bit) != 0;
    return count;
}

template <class Visit>
void for_each_jis(Visit&& visit) {
    for (unsigned plane = 1; plane <= 2; ++plane) {
        for (unsigned row = 1; row <= 94; ++row) {
            for (unsigned cell = 1; cell <= 94; ++cell) {
                const JisPosition at{plane, row, cell};
                if (const auto character = jis_character_at(at)) visit(at, *character);
            }
        }
    }
}

CharacterUnit unit_of(const JisCharacter& character) {
    return {character.character, character.mark, 0, 0, 0};
}

}  // namespace

TEST_CASE("the sets have as many characters as their publishers say") {
    CHECK(count_of(character::joyo) == 2136);
    CHECK(count_of(character::jinmei) == 863);
    CHECK(count_of(character::etax) == 7415);
    CHECK(count_of(character::eltax) == 23973);
    CHECK(count_of(character::jis_x0201) == 158);
    // ASCII, half-width kana, JIS X 0208, NEC row 13 without 9 of JIS X 0208, 360 kanji and 13 symbols of
    // IBM.
    CHECK(count_of(character::cp932) == 95 + 63 + 6879 + 74 + 373);
    CHECK(find_repertoire("cp932")->count == 7484);
    CHECK(count_of(character::joyo | character::jinmei) == 2136 + 863);  // none is in both
}

TEST_CASE("JIS X 0213:2004 changed the shape of 168 ideographs, and of none that it added") {
    std::size_t count = 0;
    for (char32_t c = 0; c < 0x110000; ++c) {
        if (!has_changed_shape(c)) continue;
        ++count;
        CHECK((properties_of(c) & character::ideograph) != 0);
        CHECK((properties_of(c) & character::jis_x0213) != 0);
    }
    CHECK(count == 168);
    CHECK(has_changed_shape(U'辻'));
    CHECK(has_changed_shape(U'葛'));
    CHECK_FALSE(has_changed_shape(U'吉'));
    CHECK_FALSE(has_changed_shape(U'剝'));  // added in 2004, beside 剥
}

// Tables of 11,230 rows, such as the tax agency's, lack 1-02-17, 1-02-18 and 1-02-52: in files of Windows
// their characters － ～ ∥ are those of 1-01-61, 1-01-33 and 1-01-34.
TEST_CASE("JIS X 0208 has 6,879 positions and JIS X 0213 has 11,233") {
    std::map<JisLevel, unsigned> levels;
    unsigned sequences = 0, older = 0;
    for_each_jis([&](JisPosition, const JisCharacter& character) {
        older += character.year < 2000;
        if (character.mark != 0) {
            ++sequences;
        } else {
            ++levels[jis_level(properties_of(character.character))];
        }
    });
    CHECK(levels[JisLevel::x0208_symbol] ==
          524 + 1);  // 1-02-52 is U+2225, which in files of Windows is 1-01-34
    CHECK(levels[JisLevel::level_1] == 2965);
    CHECK(levels[JisLevel::level_2] == 3390);
    CHECK(levels[JisLevel::x0213_symbol] + sequences == 659 - 1);
    CHECK(levels[JisLevel::level_3] == 1259);
    CHECK(levels[JisLevel::level_4] == 2436);
    CHECK(sequences == 25);
    CHECK(older == 6879);
    unsigned doubled = 0;
    for_each_jis([&](JisPosition at, const JisCharacter& character) {
        if (character.mark != 0) return;
        const bool is_newer = character.year >= 2000;
        for (const char32_t c : {character.character, character.other}) {
            const auto older_place = jis_x0208_position(c);
            doubled += is_newer && c != 0 && older_place.has_value() && older_place != at;
        }
    });
    CHECK(doubled == 11233 - 11230);
}

TEST_CASE("every position of JIS leads to its character and back") {
    for_each_jis([&](JisPosition at, const JisCharacter& character) {
        CHECK(jis_x0213_position(character.character, character.mark) == at);
        CHECK(has_unit(*find_repertoire("jisx0213"), unit_of(character)));
        CHECK(has_unit(*find_repertoire("jisx0208"), unit_of(character)) ==
              (character.year < 2000 || character.character == 0x2225));
        CHECK(read_jis_position(to_string(at)) == at);
        if (character.year < 2000) CHECK(jis_x0208_position(character.character) == at);
        if (character.other != 0) CHECK(jis_x0213_position(character.other).has_value());
    });
}

TEST_CASE("letters of ASCII, full-width ones and those of Windows are at one position") {
    CHECK(jis_x0208_position(U'Ａ') == jis_x0208_position(U'A'));
    CHECK(jis_x0208_position(U'～') == JisPosition{1, 1, 33});
    CHECK(jis_x0208_position(U'〜') == JisPosition{1, 1, 33});
    CHECK(jis_x0208_position(U'－') == JisPosition{1, 1, 61});
    CHECK(jis_x0208_position(U'∥') == JisPosition{1, 1, 34});
    CHECK(jis_x0213_position(U'∥') == JisPosition{1, 2, 52});
    CHECK_FALSE(jis_x0208_position(U'髙'));
    CHECK_FALSE(jis_x0213_position(U'髙'));
    CHECK(jis_x0213_position(U'﨑') == JisPosition{1, 47, 82});
    CHECK_FALSE(jis_x0208_position(U'﨑'));
    CHECK(jis_x0213_position(U'か', 0x309A) == JisPosition{1, 4, 87});
}

TEST_CASE("a position is read with and without its plane and zeros") {
    CHECK(read_jis_position("1-16-1") == JisPosition{1, 16, 1});
    CHECK(read_jis_position("16-01") == JisPosition{1, 16, 1});
    CHECK(to_string(JisPosition{2, 94, 6}) == "2-94-06");
    for (const char* text : {"", "1", "1-2-3-4", "3-01-01", "0-1-1", "1-95-1", "1-00-1", "1-1-", "-1-1",
                             "a-1", "1-1-1x", "001-1"}) {
        INFO(text);
        CHECK_FALSE(read_jis_position(text));
    }
    CHECK_FALSE(jis_character_at({1, 4, 92}));  // reserved
    CHECK_FALSE(jis_character_at({1, 95, 1}));
}

TEST_CASE("78 characters of JIS X 0213 are changed by NFC: 75 kanji and three others") {
    unsigned kanji = 0;
    std::set<char32_t> others;
    for_each_jis([&](JisPosition, const JisCharacter& character) {
        std::string text;
        append_utf8(text, character.character);
        if (character.mark != 0) append_utf8(text, character.mark);
        if (is_nfc(text)) return;
        const bool is_kanji = is_unstable_ideograph(properties_of(character.character));
        kanji += is_kanji;
        if (!is_kanji) others.insert(character.character);
    });
    CHECK(kanji == 75);
    CHECK(others == std::set<char32_t>{0x212B, 0x1F71, 0x1F73});
}

TEST_CASE("sets are found by name, and by no other") {
    for (const Repertoire& repertoire : repertoires()) CHECK(find_repertoire(repertoire.name) == &repertoire);
    CHECK(find_repertoire("mj") == nullptr);
    CHECK(find_repertoire("") == nullptr);
}

TEST_CASE("units, not code points, are members of a set") {
    const Repertoire& jis = *find_repertoire("jisx0213");
    CHECK(has_unit(jis, unit_at("か\u309A", 0)));
    CHECK_FALSE(has_unit(jis, unit_at("\u309A", 0)));
    CHECK(has_unit(jis, unit_at("葛\U000E0100", 0)));
    CHECK_FALSE(has_unit(*find_repertoire("jisx0208"), unit_at("か\u309A", 0)));
    CHECK_FALSE(has_unit(jis, unit_at("髙", 0)));
    CHECK(has_unit(*find_repertoire("cp932"), unit_at("髙", 0)));
}
