// The Shift_JIS edition of KEN_ALL against the UTF-8 edition of the same date.

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/postal_files.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

TEST_CASE("the joined rows of the Shift_JIS edition are the records of the UTF-8 edition") {
    const std::string folder = shared_data("postal");
    const KenAll cut_lines = read_ken_all(folder + "/ken_all.zip!KEN_ALL.CSV");
    const KenAll whole_lines = read_ken_all(folder + "/utf_ken_all.zip!utf_ken_all.csv", false);
    CHECK(cut_lines.rows == 124825);
    CHECK(cut_lines.continuations == 314);
    CHECK(whole_lines.rows == 124511);
    CHECK(whole_lines.continuations == 0);
    REQUIRE(cut_lines.records.size() == whole_lines.records.size());
    std::size_t joined = 0;
    std::size_t different = 0;
    for (std::size_t i = 0; i < cut_lines.records.size(); ++i) {
        const PostalRecord& record = cut_lines.records[i];
        joined += record.rows > 1;
        if (record.cells == whole_lines.records[i].cells && record.join == PostalJoin::sound) continue;
        ++different;
        UNSCOPED_INFO("line " << record.line << ": " << record.cells[ken_all::town]);
    }
    CHECK(joined == 208);
    CHECK(different == 0);
}
