#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "tests/support/mapped_table.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;

namespace {

using Texts = std::vector<std::string>;
using Table = std::vector<Texts>;

const char* const phones = R"(model test version "1" {
    class Facility "施設" {
        id "施設ID" : text 0..1;
        name "名称" : text 0..1;
        day "昼間の電話" : text 0..1;
        night "夜間の電話" : text 0..1 confidential;
        kind "種別" : text 0..1;
        phone "電話番号" : text 0..1;
    }
})";

const std::string by_kind =
    "pivot \"昼間\" \"夜間\" <- \"種別\" \"電話番号\" by \"ID\";\n"
    "id <- [ID]; name <- [名称]; day <- [昼間]; night <- [夜間];";

const char* const long_and_wide = R"(model test version "1" {
    class Both "両方" {
        id "番号" : text 0..1;
        kind "区分" : text 0..1;
        amount "量" : text 0..1;
        a "甲" : text 0..1;
        b "乙" : text 0..1;
        c "丙" : text 0..1;
    }
})";

std::string csv_of(const Table& table) {
    std::string csv;
    for (const auto& row : table) {
        for (std::size_t i = 0; i < row.size(); ++i) csv += (i ? ",\"" : "\"") + row[i] + "\"";
        csv += '\n';
    }
    return csv;
}

/// Records with different numbers and any cells.
Table random_table(unsigned seed) {
    std::mt19937 random(seed);
    const Texts texts = {"", "1", "01", " x", "甲", "a,b", "二\n行", "　", "長い長い長い長い長い値"};
    Table table{{"番号", "甲", "乙", "丙", "備考"}};
    std::vector<std::string> numbers;
    for (int i = 0; i < 40; ++i) numbers.push_back((random() % 2 == 0 ? "n" : "番") + std::to_string(i));
    std::ranges::shuffle(numbers, random);
    numbers.resize(1 + random() % numbers.size());
    for (const auto& number : numbers) {
        Texts row{number};
        for (int i = 0; i < 4; ++i) row.push_back(texts[random() % texts.size()]);
        table.push_back(std::move(row));
    }
    return table;
}

}  // namespace

TEST_CASE("what unpivot took apart pivot puts together again") {
    const WrittenModel model(long_and_wide);
    const std::string apart = "unpivot \"甲\" \"乙\" \"丙\" -> kind amount; id <- [番号];";
    const std::string together =
        "pivot \"甲\" \"乙\" \"丙\" <- \"区分\" \"量\" by \"番号\"; id <- [番号]; a <- [甲]; b <- [乙]; c <- "
        "[丙];";
    for (unsigned seed = 0; seed < 200; ++seed) {
        INFO(seed);
        Table wide = random_table(seed);
        MappedTable longer(*model, apart, csv_of(wide));
        REQUIRE(longer.table.size() == 3 * (wide.size() - 1) + 1);
        if (seed % 2 == 1) {  // the records of a group need not stand together
            auto random = std::mt19937(seed);
            std::shuffle(longer.table.begin() + 1, longer.table.end(), random);
        }
        const MappedTable back(*model, together, csv_of(longer.table));
        REQUIRE(back.losses.empty());
        REQUIRE(back.findings.empty());
        for (auto& row : wide) {
            for (auto& cell : row) {
                if (cell == "　") cell.clear();  // spaces alone are no text
            }
        }
        Table found = back.table;
        if (seed % 2 == 1) {
            std::ranges::sort(wide.begin() + 1, wide.end());
            std::ranges::sort(found.begin() + 1, found.end());
        }
        REQUIRE(found == wide);
    }
}

TEST_CASE("nothing of a long table is lost in silence: each value is in the result or reported") {
    const WrittenModel model(phones);
    for (unsigned seed = 0; seed < 200; ++seed) {
        std::mt19937 random(seed);
        const Texts ids = {"", "1", "2", "3"}, kinds = {"昼間", "夜間", "携帯", ""};
        std::string csv = "ID,名称,種別,電話番号\n";
        std::multiset<std::string> values;
        for (unsigned i = 0; i < 1 + seed % 30; ++i) {
            const std::string value = "v" + std::to_string(i);
            csv += ids[random() % 4] + ",a," + kinds[random() % 4] + "," + value + "\n";
            values.insert(value);
        }
        const MappedTable joined(*model, by_kind, csv);
        std::multiset<std::string> found;
        for (const auto& row : joined.table) {
            for (const auto& cell : row) {
                if (cell.starts_with("v")) found.insert(cell);
            }
        }
        for (const auto& loss : joined.losses) {
            const auto at = loss.find(" v") + 1;
            found.insert(loss.substr(at, loss.find(' ', at) - at));
        }
        INFO(csv);
        REQUIRE(found == values);
    }
}

TEST_CASE("a table of many groups is given in batches that fit together") {
    const WrittenModel model(phones);
    constexpr std::size_t count = 20000;
    std::string csv = "ID,名称,種別,電話番号\n";
    for (const std::string kind : {"昼間", "夜間"}) {
        for (std::size_t i = 0; i < count; ++i) {
            const std::string number = std::to_string(i);
            csv +=
                number + ",施設" + number + "," + kind + "," + (kind == "昼間" ? "d" : "n") + number + "\n";
        }
    }
    const MappedTable joined(*model, by_kind, csv);
    REQUIRE(joined.table.size() == count + 1);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        REQUIRE(joined.numbers[i] == i + 1);
        REQUIRE(joined.table[i + 1] == Texts{number, "施設" + number, "d" + number, "n" + number});
        REQUIRE(joined.lines[i] == std::vector<std::uint64_t>{i + 2, i + 2, i + 2, count + i + 2});
    }
}
