#include <catch2/catch.hpp>

#include "models/engine/transformer.hpp"
#include "tests/support/checked_text.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;

namespace {

const char* const owners = R"(model test version "1" {
    class Owner "所有者" {
        number "法人番号" : corporate_number 0..1;
        name "名称" : text 0..1;
        kana "カナ" : text 0..1;
        seat "所在地" : text 0..1;
        city "市区町村" : text 0..1;
        street "町字" : text 0..1;
        code "コード" : municipality_code 0..1;
        locate seat { cityAndCounty -> city streetAddress -> street }
        join seat = city ++ street;
        identify number { tradeName -> name tradeNameKana -> kana fullAddress -> seat
            localGovernmentCode -> code }
    }
})";

/// Tells what it was asked; knows 甲, and several of the name 乙.
class ToldNames final : public CorporationSearch {
 public:
    FoundCorporation search(const SoughtCorporation& sought) const override {
        asked += std::string(sought.name) + "|" + std::string(sought.kana) + "|" +
                 std::string(sought.address) + "|" + std::string(sought.lg_code) + "\n";
        if (sought.name == "甲") return {CorporationVerdict::one, "1170001000849", "name, town", 1};
        if (sought.name == "乙") return {CorporationVerdict::several, "", "name", 3};
        return {CorporationVerdict::none, "", "", 0};
    }
    mutable std::string asked;
};

/// A table made into Owner.
struct Made {
    explicit Made(const std::string& csv, bool fills = true) : checked(*model(), csv) {
        TransformOptions options;
        if (fills) options.corporations = &names;
        const Transformer transformer(checked.inspector, options);
        for (const TargetColumn& column : transformer.columns()) {
            headers += column.header + ",";
            origins += std::string(to_string(column.origin)) + ",";
        }
        transformer.transform(checked.batch, out);
        for (std::size_t record = 0; record < out.size(); ++record) {
            for (const std::string_view cell : out.cells(record)) cells.append(cell) += ",";
            cells += '\n';
        }
    }
    static const WrittenModel& model() {
        static const WrittenModel made(owners);
        return made;
    }

    ToldNames names;
    CheckedText checked;
    Transformed out;
    std::string headers, origins, cells;
};

}  // namespace

TEST_CASE("an empty number is filled by the name, and one that is there is never asked about") {
    const Made made(
        "法人番号,名称,カナ,所在地,コード\n,甲,コウ,乙市1,018201\n5170001002916,甲,,,\n,,,丙市,\n");
    CHECK(made.cells == "1170001000849,甲,コウ,乙市1,018201,\n5170001002916,甲,,,,\n,,,丙市,,\n");
    CHECK(made.names.asked == "甲|コウ|乙市1|018201\n");
    REQUIRE(made.out.edits.size() == 1);
    const Edit& edit = made.out.edits[0];
    CHECK(std::string(edit.rule.text) == "M615");
    CHECK(edit.kind == RepairKind::provable);
    CHECK(edit.before.empty());
    CHECK(edit.note == "name, town");
    CHECK(made.out.touched(0));
    CHECK(!made.out.touched(1));
    CHECK(made.out.not_identified.empty());
}

TEST_CASE("a table without numbers gets a column of them, where they are to be filled") {
    CHECK(Made("名称\n甲\n").headers == "法人番号,名称,");
    CHECK(Made("名称\n甲\n").origins == "name,column,");
    CHECK(Made("名称\n甲\n").cells == "1170001000849,甲,\n");
    CHECK(Made("名称\n甲\n", false).headers == "名称,");
    CHECK(Made("所在地\n乙市1\n").headers == "所在地,");
}

TEST_CASE("a name of several corporations or of none stays without number, and is told with the reason") {
    const Made made("名称\n乙\n丙\n");
    CHECK(made.cells == ",乙,\n,丙,\n");
    CHECK(made.out.edits.empty());
    REQUIRE(made.out.not_identified.size() == 2);
    CHECK(made.out.not_identified[0].value == "乙");
    CHECK(made.out.not_identified[0].detail == "several: name");
    CHECK(made.out.not_identified[0].place.line == 2);
    CHECK(made.out.not_identified[0].header == "名称");
    CHECK(made.out.not_identified[1].detail == "none");
}

TEST_CASE("an address in parts is put together for the question") {
    CHECK(Made("名称,市区町村,町字\n甲,乙市,丙町\n").names.asked == "甲||乙市丙町|\n");
}
