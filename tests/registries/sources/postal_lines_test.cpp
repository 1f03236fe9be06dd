#include "registries/sources/postal_lines.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/postal_files.hpp"

using namespace daicho;

namespace {

const std::string cuts = std::string{DAICHO_SOURCE_DIR} + "/tests/data/japanpost/";

/// A row of one postal code; the other columns are those of Sapporo.
PostalRow row_of(std::string_view code, std::string_view kana, std::string_view town) {
    return {"01101", "060  ", code, "ﾎｯｶｲﾄﾞｳ", "ｻｯﾎﾟﾛｼ", kana, "北海道", "札幌市",
            town,    "1",     "0",  "0",       "0",      "0",  "0"};
}

std::vector<PostalRecord> joined(const std::vector<PostalRow>& rows) {
    std::vector<PostalRecord> records;
    PostalLineJoiner joiner([&](const PostalRecord& record) { records.push_back(record); });
    for (std::size_t i = 0; i < rows.size(); ++i) joiner.add(rows[i], i + 1);
    joiner.finish();
    CHECK(joiner.rows() == rows.size());
    CHECK(joiner.records() == records.size());
    CHECK(joiner.rows() == joiner.records() + joiner.continuations());
    return records;
}

const std::string& town(const PostalRecord& record) {
    return record.cells[ken_all::town];
}

}  // namespace

TEST_CASE("a town goes on in the next row while its bracket is open") {
    const auto records = joined({
        row_of("0660005", "ｷｮｳﾜ(88-2､271-", "協和（８８－２、２７１－"),
        row_of("0660005", "10､343-2", "１０、３４３－２"),
        row_of("0660005", "ﾊﾞﾝﾁ)", "番地）"),
        row_of("0660006", "ﾎﾝﾁｮｳ", "本町"),
    });
    REQUIRE(records.size() == 2);
    CHECK(town(records[0]) == "協和（８８－２、２７１－１０、３４３－２番地）");
    CHECK(records[0].cells[ken_all::town_kana] == "ｷｮｳﾜ(88-2､271-10､343-2ﾊﾞﾝﾁ)");
    CHECK(records[0].rows == 3);
    CHECK(records[0].line == 1);
    CHECK(records[0].join == PostalJoin::sound);
    CHECK(records[1].line == 4);
}

TEST_CASE("kana that were complete are repeated, and taken once") {
    const auto records = joined({
        row_of("6028368", "ｷﾀﾏﾁ", "北町（上の下立売通天神道西入上る、"),
        row_of("6028368", "ｷﾀﾏﾁ", "下長者町通御前西入）"),
    });
    REQUIRE(records.size() == 1);
    CHECK(town(records[0]) == "北町（上の下立売通天神道西入上る、下長者町通御前西入）");
    CHECK(records[0].cells[ken_all::town_kana] == "ｷﾀﾏﾁ");
    CHECK(records[0].join == PostalJoin::sound);
}

TEST_CASE("records of one postal code are not joined") {
    const auto records = joined({
        row_of("0295503", "ｱﾅｱｹ22ﾁﾜﾘ､ｱﾅｱｹ23ﾁﾜﾘ", "穴明２２地割、穴明２３地割"),
        row_of("0295503", "ｼﾐｽﾞｶﾞﾉ18ﾁﾜﾘ", "清水ケ野１８地割"),
        row_of("0295503", "ﾏｷﾞﾉ(ｿﾉﾀ)", "間木野（その他）"),
        row_of("0295503", "ﾏｷﾞﾉ(1ﾁﾜﾘ)", "間木野（１地割）"),
    });
    CHECK(records.size() == 4);
}

TEST_CASE("a bracket that is never closed ends with its rows, and is told") {
    const auto records = joined({
        row_of("0660005", "ｷｮｳﾜ(88", "協和（８８、"),
        row_of("0660006", "ﾎﾝﾁｮｳ", "本町"),
        row_of("0660007", "ｶﾐﾏﾁ(1", "上町（１"),
    });
    REQUIRE(records.size() == 3);
    CHECK(records[0].join == PostalJoin::open);
    CHECK(town(records[0]) == "協和（８８、");
    CHECK(records[1].join == PostalJoin::sound);
    CHECK(records[2].join == PostalJoin::open);
}

TEST_CASE("a bracket that is never closed does not swallow a file") {
    const auto records = joined(std::vector<PostalRow>(1000, row_of("0660005", "ｷｮｳﾜ(", "協和（")));
    CHECK(records.size() == 10);
    for (const PostalRecord& record : records) CHECK(record.rows == 100);
}

TEST_CASE("kana of another town in a row that goes on are left out, and told") {
    const auto records = joined({
        row_of("6028368", "ｷﾀﾏﾁ", "北町（上の下立売通、"),
        row_of("6028368", "ﾐﾅﾐﾏﾁ", "下長者町通）"),
    });
    REQUIRE(records.size() == 1);
    CHECK(records[0].join == PostalJoin::kana_differ);
    CHECK(records[0].cells[ken_all::town_kana] == "ｷﾀﾏﾁ");
}

TEST_CASE("a row with other flags is a record of its own") {
    PostalRow other = row_of("0660005", "ﾊﾞﾝﾁ)", "番地）");
    other[ken_all::several_codes] = "0";
    CHECK(joined({row_of("0660005", "ｷｮｳﾜ(88", "協和（８８"), other}).size() == 2);
}

TEST_CASE("both editions give the same records") {
    const KenAll cut_lines = read_ken_all(cuts + "KEN_ALL_cut.CSV");
    const KenAll whole_lines = read_ken_all(cuts + "utf_ken_all_cut.csv");
    CHECK(cut_lines.rows == 81);
    CHECK(cut_lines.continuations == 25);
    CHECK(whole_lines.continuations == 0);
    REQUIRE(cut_lines.records.size() == whole_lines.records.size());
    for (std::size_t i = 0; i < cut_lines.records.size(); ++i) {
        CHECK(cut_lines.records[i].cells == whole_lines.records[i].cells);
    }
}

TEST_CASE("rows come out of any cut as they went in") {
    const std::string long_town = "俣落（１６２９－１、１６５３－３、１６８４－５、１８８６－２、１８９３）";
    const std::size_t letter = 3;
    for (std::size_t first = letter * 4; first < long_town.size(); first += letter) {
        for (std::size_t second = first; second < long_town.size(); second += letter * 5) {
            const auto records = joined({
                row_of("0882686", "ﾏﾀｵﾁ(", std::string_view(long_town).substr(0, first)),
                row_of("0882686", "1)", std::string_view(long_town).substr(first, second - first)),
                row_of("0882686", "ﾏﾀｵﾁ(1)", std::string_view(long_town).substr(second)),
            });
            REQUIRE(records.size() == 1);
            CHECK(town(records[0]) == long_town);
            CHECK(records[0].cells[ken_all::town_kana] == "ﾏﾀｵﾁ(1)");
        }
    }
}
