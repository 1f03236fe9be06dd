#include "models/import/import_workbook.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/model_language/parse_model.hpp"
#include "models/import/import_words.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/workbook_file.hpp"

using daicho::name_from;

namespace {

daicho::ImportedModel imported(const std::vector<workbooks::Sheet>& sheets) {
    const daicho::ScratchFolder folder;
    daicho::ModelSet known;
    return daicho::import_workbook(folder.write("items.xlsx", workbooks::bytes_of({sheets})), "example",
                                   known);
}

/// The model as it is printed, which must be one that can be read.
std::string text_of(const daicho::ImportedModel& imported) {
    const std::string text = daicho::print_model(imported.model);
    CHECK_NOTHROW(daicho::parse_model(text, "example.gifm"));
    return text;
}

const workbooks::Sheet library{
    "図書館", workbooks::rows({{"基礎項目"},
                               {"No.", "項目名", "必須&#10;パターン1&#10;推奨:高", "必須パターン２", "最大数",
                                "項目名（英語）", "形式"},
                               {"1", "ID", "必", "必", "1", "id", "文字列（半角文字）"},
                               {"2", "場所 (*1)", "必", "", "ｎ", "place (*1)", "pd:場所"},
                               {"3", "住所", "", "", "", "address", "pd:住所"},
                               {"", "", "", "", "", "", "", "*1: 注"},
                               {"拡張項目（必要に応じて利用する項目）"},
                               {"No.", "項目名", "―", "―", "最大数", "項目名（英語）", "形式"},
                               {"", "種別", "", "", "3", "kind", "pcd:館種コード一覧（コード、名称）"},
                               {"", "開館", "", "", "1", "open", "pcd:有無コード一覧（名称）"},
                               {"", "未知", "", "", "多数", "other", "謎の型"}})};
const workbooks::Sheet place{"場所", workbooks::rows({{"項番", "項目名", "区分", "形式"},
                                                      {"1", "緯度（北緯）", "◎", "小数"},
                                                      {"2", "備考", "○", "文字列"},
                                                      {"3", "備考", "？", "文字列"}})};
const workbooks::Sheet lists{
    "コード一覧", workbooks::rows({{"コード一覧"},
                                   {"", "プレフィックス", "コード一覧名称", "コード一覧名称（英語）",
                                    "Code値（=コード）", "Value値（=名称）"},
                                   {"1", "pcd", "館種コード一覧", "LibraryKindCodeList"},
                                   {"", "", "", "", "1", "公立"},
                                   {"", "", "", "", "2", "私立"}})};

}  // namespace

TEST_CASE("a workbook with a sheet of items for each class is a model") {
    const auto model = imported({library, place, lists});
    CHECK(text_of(model) == R"(model example {
    source "items.xlsx";
    use gif.core.address;
    use gif.core.codes;

    class 図書館 "図書館" {
        id "ID" : half 0..1;
        place "場所" : class 場所 0..n;
        address "住所" : class Address 0..1;
        extension {
            kind "種別" : code LibraryKindCodeList as both 0..3;
            open "開館" : code StatusCodeList as label 0..1;
            other "未知" : text 0..1;
        }
        pattern MP01 "推奨:高" { id place }
        pattern MP02 { id }
    }

    class 場所 "場所" {
        緯度（北緯） "緯度（北緯）" : decimal 1..1 required;
        備考 "備考" : text 0..1 recommended;
    }

    codes LibraryKindCodeList "館種コード一覧" closed {
        1 "公立";
        2 "私立";
    }
}
)");
}

TEST_CASE("what a table of items says and is not understood is told with its cell") {
    const auto model = imported({library, place, lists});
    std::string told;
    for (const auto& note : model.notes) told += note.place + ": " + note.text.en + "\n";
    CHECK(told ==
          "場所!C4: it is not known whether '？' means required; taken as optional\n"
          "図書館!B11: the form '謎の型' is not known; taken as text\n"
          "図書館!B11: the count '多数' is neither a number nor n; taken as 1\n"
          "場所!B4: '備考' is there twice; the first one was taken\n");
}

TEST_CASE("a list that is nowhere is one of which nothing is known") {
    const auto model =
        imported({{"本", workbooks::rows({{"項目名", "形式"}, {"分類", "pcd:謎コード一覧（コード）"}})}});
    REQUIRE(model.model.code_lists.size() == 1);
    CHECK(model.model.code_lists.front().unknown_values);
    CHECK(model.notes.size() == 1);
    text_of(model);
}

TEST_CASE("a workbook without a table of items or codes is refused") {
    CHECK_THROWS_AS(imported({{"名簿", workbooks::rows({{"氏名", "住所"}, {"山田", "千代田区"}})}}),
                    daicho::Error);
    const daicho::ScratchFolder folder;
    daicho::ModelSet known;
    const std::string text = folder.write("text.xlsx", "項目名,形式\n");
    CHECK_THROWS_WITH(daicho::import_workbook(text, "example", known), Catch::Contains("no workbook"));
}

TEST_CASE("a name of the model language is made of any text") {
    CHECK(name_from("氏名（カナ）") == "氏名（カナ）");
    CHECK(name_from("氏名 : カナ、") == "氏名_カナ");
    CHECK(name_from("address (*1)") == "address");
    CHECK(name_from("1階") == "_1階");
    CHECK(name_from("郵便番号・〒") == "郵便番号・〒");
    CHECK(name_from("height_CMT") == "height_CMT");
    CHECK(name_from("") == "_");
    CHECK(name_from("：、 -") == "_");
    for (const char* text : {"氏名；カナ", "、", "ａ：ｂ", "__x__", "Ａ－１", "-", "🏠 home", "(*1)"}) {
        daicho::syntax::Model model;
        model.name.text = name_from(text);
        CAPTURE(text, model.name.text);
        CHECK_NOTHROW(daicho::parse_model(daicho::print_model(model), "name.gifm"));
    }
}
