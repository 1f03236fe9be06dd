#include "models/engine/binding.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/postal_code.hpp"
#include "models/rules/rule_ids.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;

namespace {

const char* const site = R"(model test version "1" {
    class Site "施設" {
        id "ID" : half_alnum 0..1 legacy "NO";
        name "名称" : text 0..1;
        nameKana "名称_カナ" : text 0..1;
        address "所在地" : class Place 0..1;
        alias address.fullAddress "住所" typo "所在地_連結標記";
        availabileDateTimeDescription "利用可能日時特記事項" : text 0..1;
    }
    class Place "場所" {
        fullAddress "連結表記" : text 0..1;
        prefecture "都道府県" : text 0..1 alias "都道府県名";
        postalCode "郵便番号" : postal_code 0..1;
    }
})";

/// The item of each header, "-" for an own column.
std::vector<std::string> items(const Model& model, const std::vector<std::string>& headers) {
    const Binding binding = bind_columns(model, headers, {});
    std::vector<std::string> paths;
    for (const auto& column : binding.columns)
        paths.push_back(column.slot ? model.slots[*column.slot].path : "-");
    return paths;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("headers bind by name, path, alias, legacy name and known typo") {
    const WrittenModel model(site);
    CHECK(items(*model, {"NO", "名称", "名称（カナ）"}) == Strings{"id", "name", "nameKana"});
    CHECK(items(*model, {"所在地_都道府県", "所在地.連結表記"}) ==
          Strings{"address.prefecture", "address.fullAddress"});
    CHECK(items(*model, {"都道府県", "住所"}) == Strings{"address.prefecture", "address.fullAddress"});
    CHECK(items(*model, {"所在地_連結標記"}) == Strings{"address.fullAddress"});
    CHECK(items(*model, {"address.postalCode", "fullAddress"}) == Strings{"address.postalCode", "-"});
}

TEST_CASE("an item's own name wins over an alias, wherever it stands") {
    const WrittenModel model(site);
    CHECK(items(*model, {"住所", "所在地_連結表記"}) == Strings{"-", "address.fullAddress"});
}

TEST_CASE("a header that names a base item and an extension item means the base item") {
    const WrittenModel model(
        "model t version \"1\" { class A \"あ\" { cityAndCounty \"市区町村(郡)\" : text 0..1 alias "
        "\"市区町村\"; "
        "extension { city \"市区町村\" : text 0..1; } } }");
    CHECK(items(*model, {"市区町村"}) == Strings{"cityAndCounty"});
}

TEST_CASE("a second column for an item is said to be one, and a misspelt header gets its name suggested") {
    const WrittenModel model(site);
    const Strings headers{"名称", "名 称", "availableDateTimeDescription", "登録日"};
    const Binding binding = bind_columns(*model, headers, {});
    REQUIRE(binding.findings.size() == 3);
    CHECK(binding.findings[0].rule == rules::ambiguous_header);
    CHECK(binding.findings[0].column == 2);
    CHECK(binding.findings[1].rule == rules::misspelt_header);
    CHECK(binding.findings[1].detail == "利用可能日時特記事項");
    CHECK(binding.findings[2].rule == rules::own_column);
}

TEST_CASE("a header that ends in the word of another kind is no misspelt one") {
    const WrittenModel model(R"(model test version "1" {
        class Toilet "トイレ" { seats "車椅子使用者用トイレ有無" : yes_no 0..1; }
    })");
    const auto rule_of = [&](const std::string& header) {
        const Strings headers{header};
        const Binding binding = bind_columns(*model, headers, {});
        const auto of_header = std::find_if(binding.findings.begin(), binding.findings.end(),
                                            [](const Finding& finding) { return finding.column == 1; });
        REQUIRE(of_header != binding.findings.end());
        return of_header->rule;
    };
    CHECK(rule_of("車椅子使用者用トイレ数") == rules::own_column);
    CHECK(rule_of("車椅子使用者トイレ有無") == rules::misspelt_header);
}

TEST_CASE("a column without a known header binds by content only where nothing else could be meant") {
    const WrittenModel model(site);
    const ColumnEvidence postal{&postal_code_type, true};
    const ColumnEvidence none{};
    const Strings one{"名称", "〒"};
    const Binding alone = bind_columns(*model, one, std::vector<ColumnEvidence>{none, postal});
    REQUIRE(alone.columns[1].slot);
    CHECK(model->slots[*alone.columns[1].slot].path == "address.postalCode");
    CHECK(alone.columns[1].how == BoundBy::content);

    const Strings two{"〒1", "〒2"};
    const Binding several = bind_columns(*model, two, std::vector<ColumnEvidence>{postal, postal});
    CHECK(several.bound() == 0);
}

TEST_CASE(
    "items as the vocabulary of IMI names them are those of the model, unless a column has their name") {
    const WrittenModel model(site);
    CHECK(items(*model,
                {"名称_表記", "名称_カナ表記", "住所_表記", "地理座標_郵便番号", "表記", "設備_表記"}) ==
          Strings{"name", "nameKana", "address.fullAddress", "address.postalCode", "-", "-"});
    CHECK(items(*model, {"名称_表記", "名称"}) == Strings{"-", "name"});
}

TEST_CASE("a table of which no column is an item is said to be none of the model's") {
    const WrittenModel model(site);
    const Strings headers{"x", "y"};
    const Binding binding = bind_columns(*model, headers, {});
    CHECK(binding.findings.back().rule == rules::nothing_bound);
}

TEST_CASE(
    "columns of a table of a hundred thousand are bound as those of a narrow one, in no more time each") {
    const WrittenModel model(site);
    const ColumnEvidence postal{&postal_code_type, true};
    const Strings narrow{"名称", "利用可能日時特記事", "備考その1", "名称"};
    Strings wide = narrow;
    std::vector<ColumnEvidence> evidence(narrow.size());
    for (int i = 0; i < 100'000; ++i) {
        wide.push_back("利用可能日数" + std::to_string(i));
        evidence.push_back(postal);
    }
    const Binding few = bind_columns(*model, narrow, {});
    const Binding many = bind_columns(*model, wide, evidence);
    REQUIRE(many.findings.size() == few.findings.size() + 100'000);
    for (std::size_t i = 0; i < few.findings.size(); ++i) {
        CHECK(many.findings[i].rule == few.findings[i].rule);
        CHECK(many.findings[i].detail == few.findings[i].detail);
    }
    CHECK(many.bound() == few.bound());
}
