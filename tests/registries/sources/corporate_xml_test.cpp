#include "registries/sources/corporate_xml.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/formats/text_source.hpp"
#include "registries/builder/builder.hpp"
#include "registries/sources/corporate_answer.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/corporate_xml.hpp"
#include "tests/support/published_rows.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

std::unique_ptr<CorporateXmlStream> open(const std::string& xml) {
    return std::make_unique<CorporateXmlStream>(std::make_unique<MemorySource>(xml, "a.xml"),
                                                corporate_items());
}

std::vector<std::vector<std::string>> read(const std::string& xml) {
    const auto stream = open(xml);
    std::vector<std::vector<std::string>> all;
    for (Batch batch; stream->next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            auto& row = all.emplace_back();
            for (std::size_t column = 0; column < batch.width(i); ++column)
                row.emplace_back(batch.cell(i, column));
        }
    }
    return all;
}

std::string refusal(const std::string& xml) {
    try {
        read(xml);
    } catch (const Error& error) {
        return error.en();
    }
    return "no error";
}

std::string document(const std::string& count, const std::string& records, const std::string& parts = "1") {
    return "<?xml version=\"1.0\" "
           "encoding=\"UTF-8\"?>\n<corporations><lastUpdateDate>2026-03-11</lastUpdateDate><count>" +
           count + "</count><divideNumber>1</divideNumber><divideSize>" + parts + "</divideSize>" + records +
           "</corporations>";
}

// An answer of 法人番号システム Web-API (version 4, XML) for 国税庁, 2026-03-11.
const std::string agency =
    "<corporation><sequenceNumber>1</sequenceNumber><corporateNumber>7000012050002</"
    "corporateNumber><process>01</process>"
    "<correct>1</correct><updateDate>2018-04-02</updateDate><changeDate>2015-10-05</changeDate><name>国税庁</"
    "name>"
    "<nameImageId/><kind>101</kind><prefectureName>東京都</prefectureName><cityName>千代田区</cityName>"
    "<streetNumber>霞が関３丁目１－１</streetNumber><addressImageId/><prefectureCode>13</prefectureCode>"
    "<cityCode>101</cityCode><postCode>1000013</postCode><addressOutside/><addressOutsideImageId/><closeDate/"
    ">"
    "<closeCause/><successorCorporateNumber/><changeCause/><assignmentDate>2015-10-05</"
    "assignmentDate><latest>1</latest>"
    "<enName>National Tax Agency</enName><enPrefectureName>Tokyo</enPrefectureName>"
    "<enCityName>3-1-1 Kasumigaseki, "
    "Chiyoda-ku</enCityName><enAddressOutside/><furigana>コクゼイチョウ</furigana>"
    "<hihyoji>0</hihyoji></corporation>";

}  // namespace

TEST_CASE("a record of the XML has the 30 cells of the CSV, in their order") {
    const auto rows = read(document("1", agency));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0] == std::vector<std::string>{"1",
                                              "7000012050002",
                                              "01",
                                              "1",
                                              "2018-04-02",
                                              "2015-10-05",
                                              "国税庁",
                                              "",
                                              "101",
                                              "東京都",
                                              "千代田区",
                                              "霞が関３丁目１－１",
                                              "",
                                              "13",
                                              "101",
                                              "1000013",
                                              "",
                                              "",
                                              "",
                                              "",
                                              "",
                                              "",
                                              "2015-10-05",
                                              "1",
                                              "National Tax Agency",
                                              "Tokyo",
                                              "3-1-1 Kasumigaseki, Chiyoda-ku",
                                              "",
                                              "コクゼイチョウ",
                                              "0"});
    const auto stream = open(document("1", agency));
    CHECK(stream->columns() == 30);
    Batch batch;
    REQUIRE(stream->next(batch));
    CHECK(batch.record_number(0) == 1);
    CHECK(batch.line(0) == 2);
    CHECK(!stream->next(batch));
    CHECK(!stream->next(batch));
}

TEST_CASE("children may be missing or in another order") {
    const auto rows =
        read(document("2",
                      "<corporation><name>甲&amp;乙</name><corporateNumber>1</corporateNumber></corporation>"
                      "<corporation/>"));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].size() == 30);
    CHECK(rows[0][1] == "1");
    CHECK(rows[0][6] == "甲&乙");
    CHECK(rows[0][2].empty());
    CHECK(rows[1] == std::vector<std::string>(30));
    CHECK(read(document("0", "", "0")).empty());
    CHECK(read("<corporations>" + agency + "</corporations>").size() == 1);
}

TEST_CASE("what would be lost in silence is refused with its line") {
    CHECK_THAT(refusal(document("1", "<corporation><name>甲</name>\n<newItem>1</newItem></corporation>")),
               Catch::StartsWith("a.xml:3: ") && Catch::Contains("<newItem> is not known"));
    CHECK_THAT(refusal(document("1", agency + "<trailer/>")), Catch::Contains("<trailer> is not known"));
    CHECK_THAT(refusal(document("1", "<corporation><name>甲</name><name>乙</name></corporation>")),
               Catch::Contains("<name> occurs twice"));
}

TEST_CASE("a file whose records are not as many as it says is refused") {
    CHECK_THAT(refusal(document("2", agency)), Catch::Contains("count says 2 records, but there are 1"));
    CHECK_THAT(refusal(document("1", agency + agency)),
               Catch::Contains("count says 1 records, but there are 2"));
    CHECK(refusal(document("3000", agency, "2")) == "no error");  // a part of an answer
    CHECK_THAT(refusal(document("1", agency + agency, "2")), Catch::Contains("count says 1"));
}

TEST_CASE("what is no XML of corporate numbers is refused") {
    CHECK_THAT(refusal("<corporation/>"), Catch::Contains("not XML of corporate numbers"));
    const std::string whole = document("1", agency);
    CHECK_THAT(refusal(whole.substr(0, whole.size() - 20)), Catch::Contains("this is not XML"));
    CHECK(is_corporate_xml(whole.substr(0, 200)));
    CHECK(!is_corporate_xml("<corporation/>"));
    CHECK(!is_corporate_xml("1,7000012050002,01"));
}

TEST_CASE("a registry made of the XML has the rows of one made of the CSV") {
    const ScratchFolder folder;
    const std::string csv = DAICHO_SOURCE_DIR "/tests/data/nta";
    for (const std::string name : {"30_wakayama_all_20200605", "diff_20260821"}) {
        folder.write("xml/" + name + ".xml", corporate_xml_of(csv + "/" + name + ".csv"));
    }
    const auto rows_of = [](const std::string& registry, const std::string& table) {
        const Registry opened(registry);
        Statement row =
            opened.database().prepare("select * from " + table + " order by corporateNumber, updateDate");
        std::vector<std::string> all;
        while (row.step()) {
            std::string& line = all.emplace_back();
            for (int i = 0; i < 30; ++i) line += std::string(row.text(i)) + "|";
        }
        return all;
    };
    build_registry(folder / "csv.sqlite", {csv}, {});
    const BuildReport report = build_registry(folder / "xml.sqlite", {folder / "xml"}, {});
    REQUIRE(report.files.size() == 2);
    for (const FileReport& file : report.files) CHECK(file.rows.rejected == 0);
    for (const std::string table : {"corporation", "corporation_history"}) {
        const auto rows = rows_of(folder / "xml.sqlite", table);
        CHECK(rows.size() > 3);
        CHECK(rows == rows_of(folder / "csv.sqlite", table));
    }
}

TEST_CASE("an answer of the web interface as CSV has the rows behind its first line, and no prefecture") {
    const ScratchFolder folder;
    const std::string rows =
        published_bytes(DAICHO_SOURCE_DIR "/tests/data/nta/30_wakayama_all_20200605.csv");
    const auto stored = [&](const std::string& first, const std::string& text) {
        const BuildReport report =
            build_registry(folder / "r.sqlite", {folder.write("answer.csv", first + text)}, {});
        REQUIRE(report.files.size() == 1);
        CHECK(Registry(folder / "r.sqlite").database().number("select count(*) from coverage") == 0);
        return report.files[0].rows.stored;
    };
    for (const std::string first : {"2020-06-05,20,1,1\n", "\"2020-06-05\",\"20\",\"1\",\"1\"\r\n",
                                    "\xEF\xBB\xBF"
                                    "2020-06-05,20,1,1\n",
                                    "2020-06-05,2000,3,100\n"}) {
        INFO(first);
        CHECK(stored(first, rows) == 20);
    }
    CHECK_THROWS_WITH(stored("2020-06-05,21,1,1\n", rows), Catch::Contains("21"));
    CHECK_THROWS_WITH(stored("2020-06-05,19,1,1\n", rows), Catch::Contains("19"));
    CHECK(is_corporate_answer("2020-06-05,20,1,1\n" + rows));
    for (const std::string other : {"2020-06-05,20,1,1\n", "2020-06-05,20,1\n1,2,3,4\n", "a,20,1,1\n",
                                    "2020-06-05,20,1,1\n1,2,3,4\n", "2020-06-05,20,1,1,1\n"})
        CHECK_FALSE(is_corporate_answer(other));
    CHECK_FALSE(is_corporate_answer(rows));
}
