#include "models/dictionary/search.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "models/engine/embedded_models.hpp"
#include "models/engine/tsv.hpp"

using daicho::ModelSet;
using daicho::same_names;
using daicho::search_dictionary;
using Words = std::vector<std::string>;

namespace {

bool has_item(const daicho::DictionaryAnswer& answer, const std::string& name) {
    return std::ranges::find(answer.items, name, &daicho::DictionaryItem::name) != answer.items.end();
}

}  // namespace

TEST_CASE("an item is found by its names, in whatever width and case they are written") {
    ModelSet models;
    for (const char* word :
         {"dateOfBirth", "DATEOFBIRTH", "ｄａｔｅＯｆＢｉｒｔｈ", "生年月日", "誕生日", "年月日"}) {
        CAPTURE(word);
        CHECK(has_item(search_dictionary(models, Words{word}), "dateOfBirth"));
    }
    CHECK(search_dictionary(models, Words{"ぬるぽ"}).empty());
}

TEST_CASE("hiragana finds katakana, and a typing error the name that was meant") {
    ModelSet models;
    CHECK(has_item(search_dictionary(models, Words{"きーわーど"}), "keyword"));
    CHECK(daicho::nearest_name(models, "dateOfBrith") == "dateOfBirth");
    CHECK(daicho::nearest_name(models, "hospitl") == "hospital");
    CHECK(daicho::nearest_name(models, "EvacuationSiet") == "Evacuation site");
    CHECK(daicho::nearest_name(models, "ぬるぽ").empty());
}

TEST_CASE("each word of the synonyms finds something, and its reading the class that is called so") {
    ModelSet models;
    for (const daicho::TsvRow& row :
         daicho::TsvTable(daicho::embedded_model_text("models/dictionary/synonyms.tsv"))) {
        CAPTURE(row.get("word"));
        CHECK(!search_dictionary(models, Words{row.get("word")}).empty());
    }
    for (const auto& [reading, label] :
         {std::pair{"ひなんじょ", "避難所"}, {"びょういん", "医療機関"}, {"ヒナンジョ", "避難所"}}) {
        const auto answer = search_dictionary(models, Words{reading});
        CAPTURE(reading);
        REQUIRE(!answer.classes.empty());
        CHECK(answer.classes.front().tree->label.ja == label);
    }
}

TEST_CASE("labels that stand for items of different names are told with their places") {
    ModelSet models;
    const auto found = daicho::same_meanings(models, Words{"電話番号"});
    REQUIRE(!found.empty());
    for (const auto& one : found) {
        std::set<std::string> names;
        for (const auto& place : one.places) names.insert(place.item->name.text);
        CAPTURE(one.name);
        CHECK(names.size() > 1);
    }
    CHECK(daicho::same_meanings(models, Words{"ぬるぽ"}).empty());
}

TEST_CASE("all words must be there") {
    ModelSet models;
    CHECK(has_item(search_dictionary(models, Words{"氏名", "カナ"}), "fullNameKana"));
    CHECK(!has_item(search_dictionary(models, Words{"氏名", "カナ"}), "fullName"));
}

TEST_CASE("an item that is named so goes before one that has the word somewhere") {
    ModelSet models;
    const auto answer = search_dictionary(models, Words{"氏名"});
    REQUIRE(!answer.items.empty());
    CHECK(answer.items.front().label == "氏名");
}

TEST_CASE("items of one name and label are one result") {
    ModelSet models;
    const auto answer = search_dictionary(models, Words{"address"});
    for (std::size_t i = 0; i < answer.items.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            CHECK((answer.items[i].name != answer.items[j].name ||
                   answer.items[i].label != answer.items[j].label));
        }
    }
}

TEST_CASE("codes are found by their labels, whole lists by theirs") {
    ModelSet models;
    const auto male = search_dictionary(models, Words{"男性"});
    REQUIRE(male.code_lists.size() == 1);
    CHECK(!male.code_lists.front().whole);
    REQUIRE(male.code_lists.front().list.codes.size() == 1);
    CHECK(male.code_lists.front().list.codes.front().code == "1");
    const auto list = search_dictionary(models, Words{"性別コード一覧"});
    REQUIRE(list.code_lists.size() == 1);
    CHECK(list.code_lists.front().whole);
    CHECK(list.code_lists.front().list.codes.size() == 4);
}

TEST_CASE("names that stand for different types are told") {
    ModelSet models;
    const auto names = same_names(models, Words{});
    REQUIRE(!names.empty());
    for (const auto& one : names) CHECK(one.places.size() > 1);
    CHECK(std::ranges::find(names, "nationality", &daicho::SameName::name) == names.end());
    CHECK(same_names(models, Words{"ぬるぽ"}).empty());
}

TEST_CASE("questions of an official find the item that is meant first") {
    struct Question {
        std::vector<std::string> words;
        const char* label;        ///< of the item
        const char* class_label;  ///< of a class that has it
    };
    const Question questions[] = {
        {{"避難所の電話番号"}, "施設電話番号", "避難所"},
        {{"電話番号", "避難所"}, "施設電話番号", "避難所"},
        {{"開設日時"}, "開設日時", "避難所"},
        {{"school", "code"}, "学校コード", ""},
        {{"postal", "code"}, "郵便番号", "住所"},
        {{"郵便番号"}, "郵便番号", "住所"},
        {{"インボイス"}, "請求書番号", "消込"},
        {{"corporate", "number"}, "法人番号", "法人"},
        {{"legal", "entity", "number"}, "法人番号", "法人"},
        {{"date", "of", "birth"}, "生年月日", "個人"},
        {{"誕生日"}, "生年月日", "個人"},
        {{"補助率"}, "最大補助率", "行政サービス・制度"},
        {{"緯度"}, "代表点の緯度", "住所"},
    };
    ModelSet models;
    for (const Question& one : questions) {
        CAPTURE(one.words);
        const auto answer = search_dictionary(models, one.words);
        REQUIRE_FALSE(answer.items.empty());
        const bool among_first = std::any_of(
            answer.items.begin(),
            answer.items.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, answer.items.size())),
            [&](const daicho::DictionaryItem& item) {
                if (item.label != one.label) return false;
                if (*one.class_label == '\0') return true;
                return std::ranges::any_of(item.places, [&](const daicho::DictionaryPlace& place) {
                    return place.found.tree->label.ja == one.class_label;
                });
            });
        CHECK(among_first);
    }
    CHECK(search_dictionary(models, std::vector<std::string>{"月の裏側の電話番号"}).items.empty());
}
