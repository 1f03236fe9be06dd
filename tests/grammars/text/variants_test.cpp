#include "grammars/text/variants.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "grammars/text/kana.hpp"
#include "grammars/text/normalize.hpp"
#include "grammars/text/utf8.hpp"

using namespace daicho;

namespace {

bool are_same(std::string_view a, std::string_view b, FoldClasses classes) {
    return match_key(a, classes) == match_key(b, classes);
}

std::u32string code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        out.push_back(c);
        at += size;
    }
    return out;
}

}  // namespace

TEST_CASE("texts are the same by the class that says so, and not without it") {
    struct Row {
        const char* a;
        const char* b;
        FoldClasses classes;
    };
    const Row rows[] = {
        {"ＡＢＣ－１", "ABC-1", fold::width},
        {"ﾊﾟｰｸ", "パーク", fold::width},
        {"ｶﾞｷﾞ", "ガギ", fold::width},
        {"東京　都", "東京 都", fold::width},
        {"Cafe", "CAFE", fold::letter_case},
        {"さくら", "サクラ", fold::kana},
        {"キャノン", "キヤノン", fold::small_kana},
        {"1－2―3", "1-2-3", fold::dash},
        {"髙﨑", "高崎", fold::glyph},
        {"𠮷野", "吉野", fold::glyph},
        {"神\uFA19", "神神", fold::glyph},
        {"令和", "\uF9A8和", fold::glyph},
        {"⾼⻑⼭", "高長山", fold::glyph},
        {"澤邊國廣", "沢辺国広", fold::old_form},
        {"森鷗外", "森鴎外", fold::old_form},
        {"嶋田", "島田", fold::old_form},  // in the list of 人名用漢字
        {"渡邉", "渡辺", fold::variant},
        {"麸", "麩", fold::variant},
        {"霞ヶ関", "霞が関", fold::place},
        {"霞ケ関", "霞が関", fold::place},
        {"丸ノ内", "丸の内", fold::place},
        {"丸之内", "丸の内", fold::place},
        {"四ッ谷", "四ツ谷", fold::place},
        {"四ッ谷", "四つ谷", fold::place | fold::kana},
        {"塩竈", "塩釜", fold::place},
    };
    for (const Row& row : rows) {
        INFO(row.a << " " << row.b);
        CHECK(are_same(row.a, row.b, row.classes));
        CHECK(are_same(row.a, row.b, fold::everything));
        CHECK_FALSE(are_same(row.a, row.b, fold::nothing));
    }
}

TEST_CASE("selectors and ways to write a letter with its mark never count") {
    CHECK(are_same("愛媛県\U000E0103", "愛媛県", fold::nothing));
    CHECK(are_same("葛\U000E0100城", "葛城", fold::nothing));
    CHECK(are_same("か\u3099き\u3099", "がぎ", fold::nothing));
    CHECK(are_same("e\u0301", "é", fold::nothing));
    CHECK(are_same("か\u3099", "ガ", fold::kana));
    CHECK(are_same("霞ｶﾞ関", "霞ケ関", fold::width | fold::place));
    CHECK_FALSE(are_same("ｶﾞ", "ガ", fold::nothing));
    CHECK_FALSE(are_same("か", "が", fold::everything));
    CHECK_FALSE(are_same("は", "ぱ", fold::everything));
}

TEST_CASE("different kanji stay apart, however much they look alike") {
    const char* pairs[] = {"斎斉", "齋斉", "齋齊", "斎齊", "埼崎", "碕崎", "藤籐", "柿杮", "土士", "未末",
                           "己已", "已巳", "祇祗", "萩荻", "栗粟", "裁栽", "萱菅", "太大", "壺壼", "日曰",
                           "坂阪", "坂板", "島鳥", "沼沿", "芦葦", "藪籔", "商啇", "菟兎", "辺部", "岡崗",
                           "礒磯", "畑畠", "楳梅", "荘庄", "陳陣", "鉃鉄", "間問", "緑縁", "惠慧", "昌晶",
                           "祐裕", "弘広", "壱一", "弐二", "河川", "辻迂", "茨芙", "汐潮"};
    for (const std::string_view pair : pairs) {
        const std::u32string both = code_points(pair);
        INFO(pair);
        REQUIRE(both.size() == 2);
        CHECK(match_fold(both[0], fold::everything) != match_fold(both[1], fold::everything));
    }
}

TEST_CASE("places that are told apart by the kind of kana stay apart") {
    CHECK_FALSE(are_same("四柳町ツ", "四柳町つ", fold::names_of_places));
}

TEST_CASE("folding what is folded changes nothing, for every character and every class") {
    for (FoldClasses classes = 0; classes <= fold::everything; classes = classes * 2 + 1) {
        for (char32_t c = 0; c < 0x110000; ++c) {
            const char32_t folded = match_fold(c, classes);
            if (match_fold(folded, classes) != folded) FAIL_CHECK("U+" << std::hex << unsigned(c));
        }
    }
    const std::string text = "ｶﾞー霞ヶ関\U000E0100１－２か\u3099髙邉Ａ";
    CHECK(match_key(match_key(text)) == match_key(text));
}

TEST_CASE("the key of a text is that of its characters, ASCII too") {
    for (FoldClasses classes = 0; classes <= fold::everything; classes = classes * 2 + 1) {
        std::string text, key;
        for (char32_t c = 1; c < 0x3200; ++c) {
            append_utf8(text, c);
            append_utf8(text, U'|');
        }
        for (std::size_t at = 0; at < text.size();) {
            const auto [value, size] = folded_at(text, at, classes);
            if (value != 0) append_utf8(key, value);
            at += size;
        }
        CHECK(match_key(text, classes) == key);
    }
}

TEST_CASE("characters are folded one by one, with their sizes in the text") {
    const std::string text = "ｶﾞ髙\U000E0100A";
    std::u32string values;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto [value, size] = folded_at(text, at, fold::everything);
        values.push_back(value);
        at += size;
    }
    CHECK(at == text.size());
    CHECK(values == std::u32string{U'け', U'高', 0, U'a'});
    CHECK(folded_at(text, at, fold::everything).size == 0);
}

TEST_CASE("half-width kana and hiragana fold as they are converted") {
    CHECK(match_key("ｱｲｳ｡｢ﾟﾊﾟ", fold::width) == nfc(full_width_kana("ｱｲｳ｡｢") + "\u309A" + "パ"));
    CHECK(match_key("ァンヴヽヾー", fold::kana) == hiragana("ァンヴヽヾー"));
}

TEST_CASE("classes have names") {
    CHECK(find_fold_classes("width") == fold::width);
    CHECK(find_fold_classes("names-of-places") == fold::names_of_places);
    CHECK(find_fold_classes("other") == 0);
}
