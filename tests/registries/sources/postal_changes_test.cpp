#include "registries/sources/postal_changes.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "tests/support/postal_files.hpp"

using namespace daicho;

namespace {

PostalRecord record_of(const std::string& code, const std::string& town, const std::string& kana,
                       const std::string& flag = "0") {
    PostalRecord record;
    record.cells[ken_all::lg_code] = "04207";
    record.cells[ken_all::postal_code] = code;
    record.cells[ken_all::town] = town;
    record.cells[ken_all::town_kana] = kana;
    record.cells[ken_all::update] = flag;
    return record;
}

std::string shown(const std::vector<PostalChange>& changes) {
    const std::map<PostalChangeKind, std::string> words = {{PostalChangeKind::changed, "changed"},
                                                           {PostalChangeKind::moved, "moved"},
                                                           {PostalChangeKind::renamed, "renamed"},
                                                           {PostalChangeKind::ended, "ended"},
                                                           {PostalChangeKind::begun, "begun"}};
    std::string text;
    for (const PostalChange& change : changes) {
        text += words.at(change.kind);
        if (change.before) text += " " + std::to_string(*change.before);
        text += change.after ? ">" + std::to_string(*change.after) + "; " : "; ";
    }
    return text;
}

}  // namespace

TEST_CASE("records of two editions are paired where they speak of one place") {
    CHECK(shown(pair_postal_changes(
              {record_of("9811246", "相互台", "ソウゴダイ"), record_of("9811249", "別狩", "ベッカリ"),
               record_of("1980213", "海沢", "ウナザワ"), record_of("3998251", "島内", "シマウチ"),
               record_of("0000001", "旭町", "アサヒチョウ")},
              {record_of("9820046", "相互台", "ソウゴダイ"), record_of("9811249", "別狩", "ベツカリ"),
               record_of("1980213", "海澤", "ウナザワ"), record_of("9610997", "的石前", "マトイシマエ"),
               record_of("0000001", "旭町", "アサヒチョウ")})) ==
          "moved 0>0; changed 1>1; renamed 2>2; ended 3; begun>3; ");
}

TEST_CASE("kana tell two records of one name and one postal code apart") {
    CHECK(shown(pair_postal_changes(
              {record_of("6730012", "和坂", "カニガサカ"), record_of("6730012", "和坂", "ワサカ")},
              {record_of("6730012", "和坂", "ワサカ", "1"), record_of("6730012", "和坂", "カニガサカ")})) ==
          "changed 1>0; ");
}

TEST_CASE("where several may be meant nothing is paired") {
    CHECK(shown(pair_postal_changes(
              {record_of("6730012", "東町", "ヒガシマチ"), record_of("6730012", "西町", "ニシマチ")},
              {record_of("6730012", "南町", "ミナミマチ")})) == "ended 0; ended 1; begun>0; ");
}

TEST_CASE("rows that stand twice are counted") {
    const PostalRecord twice = record_of("6730012", "東町", "ヒガシマチ");
    CHECK(shown(pair_postal_changes({twice, twice}, {twice})) == "ended 1; ");
    CHECK(pair_postal_changes({twice}, {twice}).empty());
}

TEST_CASE("the changes of a town, a code and a notation between two editions") {
    const std::string cuts = std::string{DAICHO_SOURCE_DIR} + "/tests/data/japanpost/";
    const auto older = read_ken_all(cuts + "utf_ken_all_20260213_cut.csv").records;
    const auto newer = read_ken_all(cuts + "utf_ken_all_20260522_cut.csv").records;
    std::map<PostalChangeKind, int> kinds;
    for (const PostalChange& change : pair_postal_changes(older, newer)) ++kinds[change.kind];
    CHECK(kinds[PostalChangeKind::changed] == 0);
    CHECK(kinds[PostalChangeKind::moved] == 3);
    CHECK(kinds[PostalChangeKind::renamed] == 4);
    CHECK(kinds[PostalChangeKind::ended] == 1);
    CHECK(kinds[PostalChangeKind::begun] == 1);
}
