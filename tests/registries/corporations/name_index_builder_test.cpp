#include "registries/corporations/name_index_builder.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/check_digit.hpp"
#include "registries/builder/builder.hpp"
#include "tests/support/corporation_rows.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

std::string number(unsigned serial) {
    const std::string digits = "1700010" + std::to_string(10000 + serial);
    return corporate_check_digit(digits) + digits;
}

/// What the index says, but for where it lies in the file.
std::vector<std::string> content(const Database& database) {
    std::vector<std::string> all;
    for (const char* sql :
         {"select id || '|' || names || '|' || readings, numbers from corporation_name_segment",
          "select id || '|' || part || '|' || hex(first), documents from corporation_name_block",
          "select id || '|' || count, documents from corporation_name_posting"}) {
        Statement rows = database.prepare(sql);
        while (rows.step()) all.push_back(std::string(rows.text(0)).append("|").append(rows.blob(1)));
    }
    return all;
}

/// Corporations of which some have two rows, a former name or none of their own.
std::string publication(unsigned corporations, unsigned with_two_rows) {
    std::string text;
    for (unsigned i = 0; i < corporations; ++i) {
        CorporationRow row{.number = number(i)};
        row.name = i % 3 == 0 ? "株式会社北芳" : "有限会社紀州第" + std::to_string(i);
        if (i < with_two_rows) {
            CorporationRow before = row;
            before.name = "旧紀州" + std::to_string(i % 2) + "株式会社";
            before.latest = "0";
            text += before.line();
            row.process = "11";
            row.updated = row.changed = "2020-02-03";
        }
        text += row.line();
    }
    return text;
}

}  // namespace

TEST_CASE("the index that is made with the rows is that which is made of the tables") {
    const unsigned with_two_rows = GENERATE(0u, 3u, 40u);  // some are read at the end, or all anew
    const ScratchFolder folder;
    const std::string registry = folder / "r.sqlite";
    build_registry(registry, {folder.write("30_wakayama_all_20210731.csv", publication(60, with_two_rows))},
                   {});
    Database database = Database::open_private(registry);
    const auto made_with_rows = content(database);
    CHECK(made_with_rows.size() > 50);
    make_name_index(database);
    CHECK(content(database) == made_with_rows);
    CHECK(database.number("select names from corporation_name_segment") == 60 + with_two_rows);
}
