// What people really write in the columns for telephones, postal codes, places and pages of 147 municipal
// files.

#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>

#include "grammars/formats/table_reader.hpp"
#include "grammars/values/value_type.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

struct Tally {
    std::size_t cells = 0;
    std::size_t read = 0;
    std::map<std::string, std::size_t> refused;  // by rule
};

/// All cells of the columns that have one of `words` in their header, read as `type`; the spine holds for
/// each.
Tally tally(const ValueType& type, const std::set<std::string>& words) {
    Tally result;
    for (const auto& file : std::filesystem::directory_iterator(shared_data("municipal"))) {
        if (file.path().extension() != ".csv" || file.path().stem() == "manifest") continue;
        const auto table = open_table(file.path().string(), {});
        Batch batch;
        while (table->next(batch)) {
            for (std::size_t c = 0; c < table->header().size(); ++c) {
                if (!words.contains(std::string{table->header()[c]})) continue;
                for (std::size_t r = 0; r < batch.size(); ++r) {
                    const std::string cell{batch.cell(r, c)};
                    if (cell.empty()) continue;
                    INFO(file.path().filename().string() << ": \"" << cell << "\"");
                    const auto value = type.canonical(cell, {});
                    CHECK(type.is_canonical(cell, {}) == (value && *value == cell));
                    ++result.cells;
                    if (value) {
                        ++result.read;
                        CHECK(type.is_canonical(*value, {}));
                    } else {
                        ++result.refused[std::string{value.refusal().rule.text}];
                        CHECK(value.refusal().where.end <= cell.size());
                    }
                }
            }
        }
    }
    return result;
}

const ValueType& kind(const char* name) {
    const ValueType* type = find_value_type(name);
    REQUIRE(type);
    return *type;
}

}  // namespace

TEST_CASE("every postal code of the municipal files is read") {
    const Tally postal = tally(kind("postal_code"), {"郵便番号"});
    CHECK(postal.cells > 1500);
    CHECK(postal.read == postal.cells);
}

TEST_CASE("telephone numbers of the municipal files are read, or refused for a reason") {
    const Tally phone = tally(kind("phone"), {"電話番号", "連絡先電話番号", "FAX番号", "電話", "TEL", "FAX"});
    CHECK(phone.cells > 4500);
    // Local numbers without their area code are the only large group that cannot be read.
    CHECK(phone.read + phone.refused.at("T258") > phone.cells * 95 / 100);
}

TEST_CASE("latitudes and longitudes of the municipal files are read") {
    for (const auto& [name, words] :
         {std::pair{"latitude", std::set<std::string>{"緯度", "lat", "latitude"}},
          std::pair{"longitude", std::set<std::string>{"経度", "lon", "lng", "longitude"}}}) {
        const Tally degrees = tally(kind(name), words);
        INFO(name);
        CHECK(degrees.cells > 6000);
        CHECK(degrees.read == degrees.cells);
    }
}

TEST_CASE("URLs of the municipal files are read but for those that are none") {
    const Tally url = tally(kind("url"), {"URL", "HP", "ホームページ", "ホームページURL"});
    CHECK(url.cells > 1500);
    CHECK(url.read > url.cells * 98 / 100);
}

TEST_CASE("codes of municipalities in the municipal files are read") {
    const Tally code = tally(
        kind("municipality_code"),
        {"全国地方公共団体コード", "所在地_全国地方公共団体コード", "都道府県コード又は市区町村コード"});
    CHECK(code.cells > 6000);
    CHECK(code.read == code.cells);
}
