#include "models/dataset/best_table.hpp"

#include <catch2/catch.hpp>

#include "models/dataset/profile.hpp"
#include "tests/support/workbook_file.hpp"

using namespace daicho;
using workbooks::rows;

namespace {

const workbooks::Sheet notes{"お知らせ", rows({{"更新日", "内容"}, {"2024-04-01", "公開しました"}})};
const workbooks::Sheet shelters{
    "避難所", rows({{"名称", "名称_カナ", "所在地_連結表記", "災害種別_洪水", "想定収容人数"},
                    {"北小学校", "キタショウガッコウ", "徳島県徳島市北町1", "1", "200"},
                    {"南小学校", "ミナミショウガッコウ", "徳島県徳島市南町2", "1", "150"}})};
const workbooks::Sheet people{
    "職員", rows({{"氏名", "フリガナ", "生年月日"}, {"山田 太郎", "ヤマダ タロウ", "1980-01-01"}})};

workbooks::Book book(std::vector<workbooks::Sheet> sheets) {
    workbooks::Book book;
    book.sheets = std::move(sheets);
    return book;
}

std::string sheet_taken(const workbooks::Book& book, const std::string& model,
                        const ReadOptions& options = {}) {
    Models models;
    return best_table(read_table(workbooks::bytes_of(book), options, "t.xlsx"), model, models)->places().of;
}

}  // namespace

TEST_CASE("of several sheets the one that fits the model best is read") {
    const auto all = book({notes, shelters, people});
    CHECK(sheet_taken(book({notes, shelters}), "auto") == "避難所");
    CHECK(sheet_taken(all, "gif.core.person/Person") == "職員");
    CHECK(sheet_taken(all, "none") == "お知らせ");
}

TEST_CASE("a sheet that was named is the one that is read") {
    ReadOptions options;
    options.sheet = "お知らせ";
    CHECK(sheet_taken(book({notes, shelters, people}), "auto", options) == "お知らせ");
}

TEST_CASE("where no sheet fits a model, the first table is read") {
    CHECK(sheet_taken(book({notes, {"実績", rows({{"年", "件"}, {"1", "2"}})}}), "auto") == "お知らせ");
}

TEST_CASE("an example of the table is not taken for it, however well it fits") {
    auto example = shelters;
    example.name = "避難所_記載例";
    CHECK(sheet_taken(book({example, notes}), "auto") == "お知らせ");
}

TEST_CASE("a profile lists all sheets of a workbook, and says which one it is of") {
    auto hidden = people;
    hidden.state = "hidden";
    Models models;
    const auto found = profile(memory_source(workbooks::bytes_of(book({notes, shelters, hidden})), "t.xlsx"),
                               {}, {}, models);
    REQUIRE(found.sheets.size() == 3);
    CHECK(found.sheets[0].name == "お知らせ");
    CHECK_FALSE(found.sheets[0].chosen);
    CHECK(found.sheets[1].chosen);
    CHECK(found.sheets[1].rows == 3);
    CHECK(found.sheets[1].columns == 5);
    CHECK(found.sheets[2].hidden);
    CHECK(found.table.records == 2);
}

TEST_CASE("of records and their document the one that fits the model is read") {
    const auto pointer = [](const std::string& document, const std::string& model) {
        Models models;
        return best_table(read_table(document, {}, "t.json"), model, models)->places().of;
    };
    const std::string offices =
        R"({"所管":"総務課","施設":[{"名称":"北庁舎","所在地_連結表記":"徳島県徳島市北町1","電話番号":"088-111-2222"},)"
        R"({"名称":"南庁舎","所在地_連結表記":"徳島県徳島市南町2","電話番号":"088-111-2223"}]})";
    CHECK(pointer(offices, "none").empty());
    CHECK(pointer(offices, "gif.core.facility/Facility") == "/施設");

    std::string person =
        R"({"氏名":"山田 太郎","氏名_カナ表記":"ヤマダ タロウ","生年月日":"1980-01-01","電話":[)";
    for (int i = 0; i < 20; ++i) person += R"({"種別":"携帯","番号":"090-1111-2222"},)";
    person.back() = ']';
    CHECK(pointer(person + "}", "none") == "/電話");
    CHECK(pointer(person + "}", "gif.core.person/Person").empty());
}
