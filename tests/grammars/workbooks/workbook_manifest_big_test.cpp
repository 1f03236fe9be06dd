// Every workbook of shared data against what a person read in it: where its header is, how many records it
// has.

#include <catch2/catch.hpp>
#include <charconv>
#include <string>

#include "grammars/formats/table_reader.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

/// The number that a text begins with; 0 where there is none.
std::uint64_t number_at_start(std::string_view text) {
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::uint64_t filled_records(TableReader& table) {
    std::uint64_t filled = 0;
    for (Batch batch; table.next(batch);) {
        for (std::size_t record = 0; record < batch.size(); ++record) filled += !batch.blank(record);
    }
    return filled;
}

}  // namespace

TEST_CASE("workbooks have the header and the records that a person sees") {
    const std::string folder = shared_data("xlsx");
    const auto manifest = open_table(folder + "/manifest.tsv", {});
    std::size_t checked = 0;
    for (Batch batch; manifest->next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const std::string file(batch.cell(i, 0));

            CAPTURE(file);
            const auto table = open_table(folder + "/" + file, {});
            CHECK(table->header_place().line == number_at_start(batch.cell(i, 10)));
            ++checked;
            if (batch.cell(i, 11).find("column blocks") != std::string_view::npos) continue;
            // A line of totals is no record for a person; a reader tells it from the others later.
            const std::uint64_t expected = number_at_start(batch.cell(i, 11));
            const std::uint64_t found = filled_records(*table);
            CHECK(found >= expected);
            CHECK(found <= expected + 1);
        }
    }
    CHECK(checked >= 25);
}
