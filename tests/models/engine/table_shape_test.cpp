#include "models/engine/table_shape.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "models/dataset/validate.hpp"

using namespace daicho;
using Places = std::vector<std::string>;

namespace {

/// "S117:4" of a finding of the table in column 4.
Places layout_of(const std::string& table) {
    static Models models;
    CheckOptions options;
    options.model = "none";
    Places places;
    for (const Finding& finding : validate(memory_source(table, "table.csv"), options, models).findings) {
        if (finding.record == 0 && finding.rule.text.front() == 'S')
            places.push_back(std::string(finding.rule.text) + ":" + std::to_string(finding.column));
    }
    return places;
}

/// `records` records of columns `id` ... with `name` in the second of three columns.
std::string table_of(const std::vector<std::string>& names) {
    std::string table = "番号,地区,施設\n";
    for (std::size_t i = 0; i < names.size(); ++i) {
        table += std::to_string(i + 1) + "," + names[i] + ",第" + std::to_string(i + 1) + "館\n";
    }
    return table;
}

}  // namespace

TEST_CASE("headers that come again all in their order are tables side by side, and no duplicates") {
    CHECK(layout_of("年,人口,年,人口\n1,2,3,4\n") == Places{"S117:3"});
    CHECK(layout_of("年,人口,,年,人口,,年,人口\n1,2,,3,4,,5,6\n5,6,,7,8,,9,1\n") ==
          Places{"S105:3", "S105:6", "S117:4"});
    CHECK(layout_of("年,人口,年,世帯\n1,2,3,4\n") == Places{"S104:3"});
    CHECK(layout_of("年,年\n1,2\n3,4\n") == Places{"S104:2"});
}

TEST_CASE("items that run downwards make a table on its side") {
    CHECK(layout_of("名称,北会館,南会館\n所在地,北区本町1-1,南区本町1-1\n電話番号,075-222-3111,075-222-3112\n"
                    "郵便番号,100-0001,100-0002\n") == Places{"S118:0"});
    CHECK(layout_of("名称,郵便番号\n電話番号,1000001\n郵便番号,1000002\n").empty());
    CHECK(layout_of("項目,値\n電話番号,075-222-3111\n名称,北会館\n").empty());
}

TEST_CASE("groups that are named once show merged cells") {
    CHECK(layout_of(table_of({"北区", "", "", "南区", "", ""})) == Places{"S116:2"});
    CHECK(layout_of(table_of({"北区", "", "", "北区", "", ""})).empty());
    CHECK(layout_of(table_of({"", "北区", "", "", "南区", "", ""})).empty());
    CHECK(layout_of(table_of({"北区", "東区", "西区", "南区", "", "", ""})).empty());
    CHECK(layout_of("施設,略称,種別\nA館,A,1\nB館,,1\nC館,,2\nD館,D,2\nE館,,1\n").empty());
}
