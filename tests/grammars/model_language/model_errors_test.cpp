#include <catch2/catch.hpp>
#include <string>

#include "grammars/base/error.hpp"
#include "grammars/model_language/parse_model.hpp"

namespace {

struct Texts {
    std::string ja, en;
};

Texts error_of(const std::string& text) {
    try {
        daicho::parse_model(text, "a.gifm");
    } catch (const daicho::Error& error) {
        return {error.ja(), error.en()};
    }
    return {"no error", "no error"};
}

/// A class with one line in it, which is line 3 of the file and is indented by eight spaces.
std::string in_class(const std::string& line) {
    return "model t {\n    class A \"あ\" {\n        " + line + "\n    }\n}\n";
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

struct Mistake {
    std::string text, ja, en;
};

}  // namespace

TEST_CASE("an error shows path, line, column, the line and a caret below the place") {
    const auto [ja, en] = error_of(in_class("氏名 \"氏名\" : text 0..1 recomended;"));
    CHECK(ja ==
          "a.gifm:3:29: 'recomended' はここに書けません。'recommended' のことですか。\n"
          "          氏名 \"氏名\" : text 0..1 recomended;\n"
          "                                  ^");
    CHECK(en ==
          "a.gifm:3:29: unknown word 'recomended'; did you mean 'recommended'?\n"
          "          氏名 \"氏名\" : text 0..1 recomended;\n"
          "                                  ^");
}

TEST_CASE("a mistake in a model file is told in words a model's author knows") {
    const Mistake mistakes[] = {
        {"", "1:1: モデルファイルは 'model' で始まります。（ファイルがここで終わっています。）",
         "1:1: a model file begins with 'model' (the file ends here)"},
        {"model t {\n",
         "1:10: クラス、コード一覧、または '}' が必要です。（ファイルがここで終わっています。）",
         "1:10: expected a class, a code list or '}' (the file ends here)"},
        {"model t {\n} x", "2:3: モデルの '}' の後には何も書けません。",
         "2:3: nothing may follow the '}' of the model"},
        {"model t status old {", "1:16: 'status' の後は current、legacy、draft のどれかです。",
         "1:16: expected current, legacy or draft after 'status'"},
        {"model t {\n    clas A { }\n}", "2:5: 'clas' という文はありません。'class' のことですか。",
         "2:5: unknown statement 'clas'; did you mean 'class'?"},
        {"model t {\n    source \"x\" licence \"CC0\";\n}",
         "2:16: 'licence' はここに書けません。'license' のことですか。",
         "2:16: unknown word 'licence'; did you mean 'license'?"},
        {"model t {\n    class A {\n    class B { }\n}", "3:5: 'class' の前に '}' が足りません。",
         "3:5: a '}' is missing before 'class'"},
        {in_class("name \"名称\" : text 0..1 # the name\n        other : text;"),
         "3:30: 項目の後に ';' が必要です。", "3:30: expected ';' after the item"},
        {in_class("name \"名称\" : ;"), "3:21: ':' の後に型（text、date、code …、class …）が必要です。",
         "3:21: expected a type after ':' (text, date, code …, class …)"},
        {in_class("name \"名称\" text;"), "3:18: 項目名の後に ':' と型が必要です。",
         "3:18: expected ':' and a type after the item's name"},
        {in_class("name \"名称\" ： text;"), "3:19: 全角の '：' は使えません。半角の ':' を使ってください。",
         "3:19: full-width '：' cannot be used here; write ':'"},
        {in_class("name \"名称 : text;"), "3:25: 文字列が '\"' で閉じられていません。",
         "3:25: the text is not closed with '\"'"},
        {in_class("patern MP07 \"国外\" { country }"),
         "3:9: 'patern' という文はありません。'pattern' のことですか。",
         "3:9: unknown statement 'patern'; did you mean 'pattern'?"},
        {in_class("pattern mp07 { country }"),
         "3:17: 'pattern' の後に大文字で始まるパターン名（MP01 など）が必要です。",
         "3:17: expected a pattern name that begins with a capital (MP01) after 'pattern'"},
        {in_class("a : text alias 住所;"), "3:24: 別名（見出し）を引用符で囲んで書いてください。",
         "3:24: expected a header in quotes"},
        {in_class("a : text 2..1;"), "3:18: 個数は 0..1 や 1..n のように、少ないほうから書いてください。",
         "3:18: write the cardinality with the smaller number first, as in 0..1 or 1..n"},
        {in_class("a : text required recommended;"), "3:27: 必須・推奨などの指定は一つだけ書けます。",
         "3:27: an item has only one of required, recommended and forbidden"},
        {in_class("a : text 0..1 matches /x/;"), "3:23: 'matches' はこの位置に書けません。",
         "3:23: 'matches' cannot stand here"},
        {in_class("a : text matches /x;"), "3:29: 正規表現が '/' で閉じられていません。",
         "3:29: the pattern is not closed with '/'"},
        {in_class("a : code X as name;"), "3:23: 'as' の後は code、label、both のどれかです。",
         "3:23: expected code, label or both after 'as'"},
        {in_class("a : text original b;"),
         "3:27: 'original' の後に 'in' と、元の値を残す項目の名前が必要です。",
         "3:27: expected 'in' and the item that keeps the original after 'original'"},
        {in_class("a : text original in;"),
         "3:29: 'original' の後に 'in' と、元の値を残す項目の名前が必要です。",
         "3:29: expected 'in' and the item that keeps the original after 'original'"},
        {in_class("rule r error \"x\" : a;"),
         "3:16: 規則名の後に準拠レベル（LV1、LV2、LV2s、none）が必要です。",
         "3:16: expected a level (LV1, LV2, LV2s or none) after the name of the rule"},
        {in_class("rule r LV1 error \"x\" : (a or b;"), "3:39: ')' が必要です。", "3:39: expected ')'"},
        {in_class("rule r LV1 error \"x\" : a and;"), "3:37: ここに値（項目、文字列、数値、'('）が必要です。",
         "3:37: expected a value: an item, a text, a number or '('"},
        {in_class("rule r LV1 error \"x\" : a < b < c;"),
         "3:38: 比較は続けて書けません。'and' か括弧を使ってください。",
         "3:38: comparisons cannot be chained; use 'and' or parentheses"},
        {in_class("rule r LV1 error \"x\" : a = not b;"), "3:36: ここでは 'not …' を括弧で囲んでください。",
         "3:36: put 'not …' in parentheses here"},
        {in_class("rule r LV1 error \"x\" : starts(a, b);"),
         "3:32: 'starts' は二つの値の間に書きます: a starts b",
         "3:32: 'starts' stands between two values: a starts b"},
        {in_class("extension { unique a; }"), "3:21: 'unique' の前に '}' が足りません。",
         "3:21: a '}' is missing before 'unique'"},
        {"model t {\n    codes X {\n        1 男性;\n    }\n}",
         "3:11: コードの後に名称を引用符で囲んで書いてください。",
         "3:11: expected the label in quotes after the code"},
        {"model t {\n    use a\n    use b;\n}", "2:10: 'use' の後に ';' が必要です。",
         "2:10: expected ';' after 'use'"},
        {"model t {\n\xE3\x81 }", "2:1: UTF-8 として正しくない文字があります。UTF-8 で保存してください。",
         "2:1: this is not valid UTF-8; save the file as UTF-8"},
    };
    for (const auto& [text, ja, en] : mistakes) {
        INFO(text);
        const Texts error = error_of(text);
        CHECK(first_line(error.ja) == "a.gifm:" + ja);
        CHECK(first_line(error.en) == "a.gifm:" + en);
    }
}

TEST_CASE("only the part of a long line around the place is shown") {
    const std::string lines =
        error_of("model " + std::string(300, 'a') + " version 1" + std::string(300, ' ')).en;
    CHECK(lines == "a.gifm:1:316: expected a text in quotes\n  ... " + std::string(51, 'a') + " version 1" +
                       std::string(39, ' ') + " ...\n  " + std::string(64, ' ') + "^");
}

TEST_CASE("a line of a file with DOS line ends or tabs is shown without them") {
    CHECK(error_of("model t {\r\n\tuse;\r\n}\r\n").en ==
          "a.gifm:2:5: expected a name\n"
          "   use;\n"
          "      ^");
}
