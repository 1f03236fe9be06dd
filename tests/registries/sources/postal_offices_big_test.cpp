// JIGYOSYO of 2026 and of 2015.

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "registries/sources/postal_offices.hpp"
#include "tests/support/postal_files.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

struct Counts {
    std::size_t rows = 0;
    std::size_t unread = 0;
    std::size_t boxes = 0;
    std::size_t boxes_without_number = 0;
    std::size_t numbered = 0;
    std::size_t small_kana = 0;
    std::set<std::string> keys;
    std::set<std::string> codes;
};

Counts count(const std::string& locator) {
    Counts counts;
    for_each_row(locator, [&](const Batch& batch, std::size_t record) {
        PostalOfficeRow row;
        for (std::size_t i = 0; i < row.size(); ++i) row[i] = batch.cell(record, i);
        ++counts.rows;
        const auto flags = read_postal_office_flags(row);
        if (!flags || batch.width(record) != jigyosyo::columns) return void(++counts.unread);
        const bool box = flags->kind == PostalOfficeKind::box;
        counts.boxes += box;
        counts.boxes_without_number += box && !read_post_office_box(row[jigyosyo::block]);
        counts.numbered += flags->number > 0;
        const std::string kana = postal_office_kana(row[jigyosyo::office_kana]);
        counts.small_kana += kana != large_kana(kana);
        std::string key;
        for (const auto column :
             {jigyosyo::lg_code, jigyosyo::postal_code, jigyosyo::office, jigyosyo::block}) {
            key.append(row[column]).push_back('\n');
        }
        counts.keys.insert(key);
        counts.codes.insert(std::string(row[jigyosyo::postal_code]));
    });
    return counts;
}

}  // namespace

TEST_CASE("every row of JIGYOSYO is understood, and told by municipality, code, name and block") {
    const std::string folder = shared_data("postal");
    const Counts now = count(folder + "/jigyosyo.zip!JIGYOSYO.CSV");
    CHECK(now.rows == 22416);
    CHECK(now.unread == 0);
    CHECK(now.keys.size() == now.rows);
    CHECK(now.codes.size() == 22192);
    CHECK(now.boxes == 2156);
    CHECK(now.boxes_without_number == 12);
    CHECK(now.numbered == 116);
    CHECK(now.small_kana == 0);
    const Counts then = count(folder + "/JIGYOSYO_20150227_sjis.csv.gz");
    CHECK(then.rows == 21845);
    CHECK(then.unread == 0);
    CHECK(then.keys.size() == then.rows);
}
