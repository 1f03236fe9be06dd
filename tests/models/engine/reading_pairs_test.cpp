#include "models/engine/reading_pairs.hpp"

#include <catch2/catch.hpp>

#include "tests/support/written_model.hpp"

using namespace daicho;

namespace {

/// "name:nameKana", in the order of the readings.
std::vector<std::string> shown_pairs(const Model& model) {
    std::vector<std::string> all;
    for (const ReadingPair& pair : reading_pairs(model))
        all.push_back(model.slots[pair.text].path + ":" + model.slots[pair.reading].path);
    return all;
}

}  // namespace

TEST_CASE("an item goes with its reading by their names") {
    const WrittenModel model(R"gifm(model test version "1" {
        class Facility "施設" {
            name "名称" : text 0..1;
            nameKana "名称(カナ)" : kana 0..1;
            施設名 "施設名" : text 0..1;
            施設名かな "施設名（かな）" : text 0..1;
            furigana "フリガナ" : kana 0..1;
            codeKana "番号_カナ" : code Kind 0..1;
            code "番号" : text 0..1;
            person "代表者" : class Person 0..1;
            address "所在地_カナ" : kana 0..1;
        }
        class Person "人" {
            fullNameKana "氏名(カナ)" : kana 0..1;
            fullName "氏名" : text 0..1;
            address "所在地" : text 0..1;
        }
        codes Kind "種別" closed { 1 "甲"; }
    })gifm");
    CHECK(shown_pairs(*model) == std::vector<std::string>{"name:nameKana", "施設名:施設名かな",
                                                          "person.fullName:person.fullNameKana"});
}

TEST_CASE("a reading is offered as its item writes it, and only if it is kana") {
    const WrittenModel model(R"(model test version "1" {
        class Facility "施設" {
            name "名称" : kana 0..1;
            title "題名" : kana_title 0..1;
            text "文" : text 0..1;
        }
    })");
    const auto value = [&](std::size_t slot, std::string_view written) {
        return value_of_reading(model->slots[slot], written, {}).value_or("-");
    };
    CHECK(value(0, "ｶﾅｻﾞﾜ") == "カナザワ");
    CHECK(value(0, "かなざわ") == "カナザワ");
    CHECK(value(0, "ダイ2チュウガッコウ") == "-");
    CHECK(value(1, "ダイ2チュウガッコウ") == "ダイ2チュウガッコウ");
    CHECK(value(2, "ダイ2チュウガッコウ") == "ダイ2チュウガッコウ");
    CHECK(value(2, "金沢シリツ") == "-");
    CHECK(value(2, "2020") == "-");
}
