#include "models/engine/transformer.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/support/checked_text.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;

namespace {

const char* const person = R"(model test version "1" {
    class Person "個人" {
        familyName "氏" : text 0..1 alias "姓";
        givenName "名" : text 0..1;
        fullName "氏名" : person_name 0..1;
        dateOfBirth "生年月日" : date 0..1;
        sex "性別" : code SexList 0..1;
        pattern MP01 "高" { familyName givenName sex }
        split fullName as person_name { familyName givenName }
        join fullName = familyName ++ " " ++ givenName;
    }
    codes SexList "性別一覧" closed { 1 "男性"; 2 "女性"; }
})";

using Table = std::vector<std::vector<std::string>>;

/// Headers and records of the result.
Table transformed(const Model& model, const std::string& csv, const TransformOptions& options = {}) {
    CheckedText checked(model, csv);
    const Transformer transformer(checked.inspector, options);
    Table table(1);
    for (const auto& column : transformer.columns()) table.front().push_back(column.header);
    Transformed out;
    transformer.transform(checked.batch, out);
    for (std::size_t i = 0; i < out.size(); ++i) {
        auto& row = table.emplace_back();
        for (const auto cell : out.cells(i)) row.emplace_back(cell);
    }
    return table;
}

std::string csv_of(const Table& table) {
    std::string csv;
    for (const auto& row : table) {
        for (std::size_t i = 0; i < row.size(); ++i) csv += (i ? "," : "") + row[i];
        csv += '\n';
    }
    return csv;
}

}  // namespace

TEST_CASE("a name in one cell fills its parts and stays") {
    const WrittenModel model(person);
    const Table table = transformed(*model, "氏名,生年月日\n出路樽　太郎,2000/1/2\n");
    CHECK(table == Table{{"氏", "名", "氏名", "生年月日", "性別"},
                         {"出路樽", "太郎", "出路樽 太郎", "2000-01-02", ""}});
}

TEST_CASE("parts are joined where the whole has no column") {
    const WrittenModel model(person);
    const Table table = transformed(*model, "姓,名,性別\n山田,花子,女性\n");
    CHECK(table == Table{{"氏", "名", "氏名", "性別"}, {"山田", "花子", "山田 花子", "2"}});
}

TEST_CASE("a part that is empty leaves no separator in the whole") {
    const WrittenModel model(person);
    const Table table = transformed(*model, "氏,名,性別\n山田,,2\n,花子,1\n,,1\n");
    CHECK(table == Table{{"氏", "名", "氏名", "性別"},
                         {"山田", "", "山田", "2"},
                         {"", "花子", "花子", "1"},
                         {"", "", "", "1"}});
}

TEST_CASE("an address is not joined of less than a municipality") {
    const WrittenModel model(R"(model test version "1" {
    class Place "所" {
        prefecture "都道府県" : text 0..1;
        street "町字" : text 0..1;
        full "住所" : address 0..1;
        join full = prefecture ++ street;
    }
})");
    const Table table = transformed(*model, "都道府県,町字\n千葉県,\n千葉県,千葉市美浜区中瀬1-3\n");
    CHECK(table == Table{{"都道府県", "町字", "住所"},
                         {"千葉県", "", ""},
                         {"千葉県", "千葉市美浜区中瀬1-3", "千葉県千葉市美浜区中瀬1-3"}});
}

TEST_CASE("own columns are carried unless they are to be dropped") {
    const WrittenModel model(person);
    const Table kept = transformed(*model, "氏,名,性別,登録日\n山田,花子,2,R6.4.18\n");
    CHECK(kept ==
          Table{{"氏", "名", "氏名", "性別", "登録日"}, {"山田", "花子", "山田 花子", "2", "R6.4.18"}});
    TransformOptions options;
    options.keep_unmapped = false;
    CHECK(transformed(*model, "氏,名,性別,登録日\n山田,花子,2,R6.4.18\n", options).front().size() == 4);
}

TEST_CASE("a whole that one of its parts contradicts fills none of the others, and that is told") {
    const WrittenModel model(person);
    CheckedText checked(*model, "氏名,氏,名,生年月日\n山田 太郎,鈴木,,\n山田 太郎,山田,,\n");
    const Transformer transformer(checked.inspector, {});
    Transformed out;
    transformer.transform(checked.batch, out);
    const auto givenName = [&](std::size_t record) {
        for (std::size_t i = 0; i < transformer.columns().size(); ++i) {
            if (transformer.columns()[i].header == "名") return std::string(out.cells(record)[i]);
        }
        return std::string("no column");
    };
    CHECK(givenName(0).empty());
    CHECK(givenName(1) == "太郎");
    const auto told = [](const Finding& finding) {
        return finding.rule.text == "R403" && finding.record == 1 && finding.detail == "山田";
    };
    CHECK(std::ranges::any_of(out.inspection.findings, told));
}

TEST_CASE("what cannot be read stays as it was written") {
    const WrittenModel model(person);
    const Table table = transformed(*model, "氏,名,性別,生年月日\n山田,花子,不詳の性,きのう\n");
    CHECK(table[1] == std::vector<std::string>{"山田", "花子", "山田 花子", "きのう", "不詳の性"});
}

TEST_CASE("a second transformation changes nothing") {
    const WrittenModel model(person);
    const std::string sources[] = {"氏名,生年月日\n出路樽　太郎,2000/1/2\n山田,x\n",
                                   "姓,名,性別\n山田,花子,女性\n,,\n", "備考,氏名\na,b c\n"};
    for (const auto& source : sources) {
        const Table once = transformed(*model, source);
        CHECK(transformed(*model, csv_of(once)) == once);
    }
}

TEST_CASE("each of very many columns of an item that repeats is repaired, whatever their order") {
    const WrittenModel model(R"(model test version "1" {
        class Office "窓口" { name "名称" : text 0..1; phone "電話番号" : phone 0..n; }
    })");
    constexpr std::size_t columns = 20'000;
    std::string headers = "名称", cells = "本庁";
    for (std::size_t i = columns; i > 0; --i) {
        headers += ",電話番号" + std::to_string(i % 9'000);
        cells += ",03-5253-" + std::to_string(1'000 + i % 9'000);
    }
    const Table table = transformed(*model, headers + "\n" + cells + "\n");
    REQUIRE(table.size() == 2);
    REQUIRE(table[1].size() == columns + 1);
    const auto is_repaired = [](const std::string& cell) { return cell.starts_with("(03)5253-"); };
    CHECK(std::count_if(table[1].begin(), table[1].end(), is_repaired) == columns);
}
