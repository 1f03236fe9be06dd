#include "tools/record_lines.hpp"

#include <catch2/catch.hpp>

#include "grammars/formats/json_writer.hpp"
#include "grammars/formats/table_reader.hpp"

namespace daicho {

TEST_CASE("a record becomes an object with the headers as keys that differ") {
    const auto table = read_table("a,a,,b\n1,2,3,\"x\"\"y\"\n5\n", {.header_row = 1});
    const RecordLines lines{table->header()};
    std::string out;
    for (Batch batch; table->next(batch);) {
        for (std::size_t record = 0; record < batch.size(); ++record) {
            JsonWriter json{out};
            json.begin_object();
            lines.append_members(json, batch, record);
            json.end_object().end_line();
        }
    }
    CHECK(out ==
          "{\"a\":\"1\",\"a_2\":\"2\",\"3\":\"3\",\"b\":\"x\\\"y\"}\n"
          "{\"a\":\"5\",\"a_2\":null,\"3\":null,\"b\":null}\n");
}

}  // namespace daicho
