#include "registries/sources/postal_offices.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/postal_files.hpp"

using namespace daicho;

namespace {

PostalOfficeRow with_flags(std::string_view kind, std::string_view several, std::string_view correction) {
    PostalOfficeRow row{};
    row[jigyosyo::kind] = kind;
    row[jigyosyo::several_numbers] = several;
    row[jigyosyo::correction] = correction;
    return row;
}

}  // namespace

TEST_CASE("the flags of an office are read") {
    const auto office = read_postal_office_flags(with_flags("0", "0", "0"));
    REQUIRE(office);
    CHECK(office->kind == PostalOfficeKind::large_office);
    CHECK(office->number == 0);
    CHECK(office->correction == PostalCorrection::none);
    const auto box = read_postal_office_flags(with_flags("1", "3", "5"));
    REQUIRE(box);
    CHECK(box->kind == PostalOfficeKind::box);
    CHECK(box->number == 3);
    CHECK(box->correction == PostalCorrection::abolished);
    CHECK(read_postal_office_flags(with_flags("0", "0", "1"))->correction == PostalCorrection::added);
}

TEST_CASE("flags that the publisher does not describe are refused") {
    CHECK(!read_postal_office_flags(with_flags("2", "0", "0")));
    CHECK(!read_postal_office_flags(with_flags("0", "4", "0")));
    CHECK(!read_postal_office_flags(with_flags("0", "0", "2")));
    CHECK(!read_postal_office_flags(with_flags("", "", "")));
}

TEST_CASE("a box is cut from the address of its owner") {
    const auto box = read_post_office_box("９丁目１－５（札幌中央郵便局私書箱第２９号）");
    REQUIRE(box);
    CHECK(box->address == "９丁目１－５");
    CHECK(box->post_office == "札幌中央郵便局");
    CHECK(box->number == "第２９号");
    CHECK(!read_post_office_box("１７番地（自衛隊札幌病院）"));
    CHECK(!read_post_office_box("１丁目１１－１"));
    CHECK(!read_post_office_box("（私書箱）"));
    CHECK(!read_post_office_box("私書箱第１号）"));
}

TEST_CASE("kana of offices have no small letters and a hyphen for the long vowel") {
    CHECK(postal_office_kana("ｶﾌﾞｼｷｶﾞｲｼﾔ ﾍﾞﾈﾂｾｺ-ﾎﾟﾚ-ｼﾖﾝ") == "カブシキガイシヤ　ベネツセコーポレーシヨン");
    CHECK(postal_office_kana("(ｶﾌﾞ) 1-2") == "（カブ）　１－２");
    CHECK(large_kana("ベネッセコーポレーション") == "ベネツセコーポレーシヨン");
    CHECK(large_kana(postal_office_kana("ﾎﾂｶｲﾄﾞｳｼﾞｷﾞﾖｳｼﾖ")) == large_kana("ホッカイドウジギョウショ"));
}

TEST_CASE("the rows of a cut of JIGYOSYO") {
    std::size_t boxes = 0, numbered = 0, rows = 0, added = 0;
    const std::string cut = std::string{DAICHO_SOURCE_DIR} + "/tests/data/japanpost/JIGYOSYO_cut.CSV";
    for_each_row(cut, [&](const Batch& batch, std::size_t record) {
        ++rows;
        REQUIRE(batch.width(record) == jigyosyo::columns);
        PostalOfficeRow row;
        for (std::size_t i = 0; i < row.size(); ++i) row[i] = batch.cell(record, i);
        const auto flags = read_postal_office_flags(row);
        REQUIRE(flags);
        boxes += flags->kind == PostalOfficeKind::box;
        numbered += flags->number > 0;
        added += flags->correction == PostalCorrection::added;
    });
    CHECK(rows == 14);
    CHECK(boxes == 1);
    CHECK(numbered == 3);
    CHECK(added == 2);
}
