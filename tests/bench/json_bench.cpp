// JSON Lines of 31 members read as records, beside simdjson's own walk over every value of the same bytes
// (where it is installed: libsimdjson-dev). Reading them as a table takes two readings: columns, then cells.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#if defined(DAICHO_SIMDJSON)
#include <simdjson.h>
#endif

#include "grammars/formats/json_writer.hpp"
#include "grammars/formats/table_reader.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/records.hpp"

using namespace daicho;

namespace {

constexpr std::size_t records = 100'000;

std::string made_lines(const std::string& folder) {
    const std::string csv = folder + "/daicho-json-bench.csv";
    bench::write_table(csv, 0, records, 0);
    std::string lines;
    const auto table = open_table(csv, {});
    for (Batch batch; table->next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            JsonWriter json(lines);
            json.begin_object();
            for (std::size_t c = 0; c < table->columns(); ++c) {
                json.key(table->header()[c]);
                json.string(batch.cell(i, c));
            }
            json.end_object();
            lines += '\n';
        }
    }
    std::filesystem::remove(csv);
    return lines;
}

#if defined(DAICHO_SIMDJSON)
/// Bytes of all texts of a value.
std::size_t walk(simdjson::dom::element value) {
    std::size_t bytes = 0;
    if (value.is_array()) {
        for (const simdjson::dom::element item : simdjson::dom::array(value)) bytes += walk(item);
    } else if (value.is_object()) {
        for (const auto& member : simdjson::dom::object(value))
            bytes += member.key.size() + walk(member.value);
    } else if (value.is_string()) {
        bytes += std::string_view(value).size();
    }
    return bytes;
}

double peer_seconds(const std::string& path) {
    std::size_t bytes = 0;
    return bench::best_of_five([&] {
        simdjson::dom::parser parser;
        for (const simdjson::dom::element line : parser.load_many(path)) bytes += walk(line);
    });
}
#else
double peer_seconds(const std::string&) {
    return 0;
}
#endif

}  // namespace

int main() {
    const std::string folder = std::filesystem::temp_directory_path().string();
    const std::string path = folder + "/daicho-json-bench.jsonl";
    const std::string lines = made_lines(folder);
    std::ofstream{path, std::ios::binary} << lines;
    std::size_t read = 0;
    const double own = bench::best_of_five([&] {
        read = 0;
        const auto table = open_table(path, {});
        for (Batch batch; table->next(batch);) read += batch.size();
    });
    const double peer = peer_seconds(path);
    std::filesystem::remove(path);
    std::printf("%zu records, %.0f a second\n", read, static_cast<double>(read) / own);
    const auto size = static_cast<double>(lines.size());
    bench::report("  daicho", own, size, peer);
    if (peer > 0) bench::report("  simdjson (DOM, all values)", peer, size);
    if (peer == 0) std::printf("  simdjson: not installed\n");
}
