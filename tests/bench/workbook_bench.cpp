// A workbook of a million cells (shared strings, integers, decimals, dates) read as records, beside openpyxl
// in read-only mode and `xlsx2csv`, which also writes what it reads.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include "grammars/formats/table_reader.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/command_time.hpp"
#include "tests/support/workbook_file.hpp"

using namespace daicho;

namespace {

constexpr unsigned rows = 50'000, columns = 20, texts = 20'000;

std::string made_workbook() {
    std::mt19937 random(1);
    workbooks::Book book;
    book.styles =
        "<fonts count=\"1\"><font/></fonts><fills count=\"2\"><fill><patternFill "
        "patternType=\"none\"/></fill><fill>"
        "<patternFill patternType=\"gray125\"/></fill></fills><borders "
        "count=\"1\"><border/></borders><cellStyleXfs "
        "count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf "
        "numFmtId=\"14\"/></cellXfs>";
    for (unsigned i = 0; i < texts; ++i)
        book.strings += "<si><t>東京都千代田区霞が関" + std::to_string(i % 50) + "-" +
                        std::to_string(i % 99) + "</t></si>";
    std::string data = "<row r=\"1\">";
    for (unsigned c = 0; c < columns; ++c) {
        data += std::string("<c r=\"") + static_cast<char>('A' + c) + "1\" t=\"inlineStr\"><is><t>列" +
                std::to_string(c + 1) + "</t></is></c>";
    }
    data += "</row>";
    for (unsigned row = 2; row <= rows + 1; ++row) {
        const std::string number = std::to_string(row);
        data += "<row r=\"" + number + "\">";
        for (unsigned c = 0; c < columns; ++c) {
            const std::string place = std::string(" r=\"") + static_cast<char>('A' + c) + number + "\"";
            char decimal[40];
            std::snprintf(decimal, sizeof decimal, "%.16g",
                          static_cast<double>(random()) / 4294967295.0 * 180);
            data += c % 4 == 0   ? "<c" + place + " t=\"s\"><v>" + std::to_string(random() % texts)
                    : c % 4 == 1 ? "<c" + place + "><v>" + std::to_string(random() % 1'000'000)
                    : c % 4 == 2 ? "<c" + place + "><v>" + decimal
                                 : "<c" + place + " s=\"1\"><v>" + std::to_string(40'000 + random() % 6'000);
            data += "</v></c>";
        }
        data += "</row>";
    }
    book.sheets.push_back({"S", std::move(data)});
    return workbooks::bytes_of(book);
}

}  // namespace

int main() {
    const std::string path = (std::filesystem::temp_directory_path() / "daicho-workbook-bench.xlsx").string();
    const std::string bytes = made_workbook();
    std::ofstream{path, std::ios::binary} << bytes;
    std::size_t cells = 0;
    const double own = bench::best_of_five([&] {
        cells = 0;
        const auto table = open_table(path, {});
        for (Batch batch; table->next(batch);) cells += batch.size() * table->columns();
    });
    std::printf("%zu cells, %.0f a second\n", cells, static_cast<double>(cells) / own);
    const auto size = static_cast<double>(bytes.size());
    bench::report("  daicho", own, size);
    const auto beside = [&](const char* name, const std::vector<std::string>& command) {
        const double seconds = bench::command_seconds(command);
        if (seconds <= 0) return static_cast<void>(std::printf("  %s: not installed\n", name));
        bench::report(std::string("  ") + name, seconds, size);
        std::printf("    daicho is %.1f times as fast\n", seconds / own);
    };
    beside("openpyxl", {"/usr/bin/python3", DAICHO_BENCH_FOLDER "/peers/read_workbook.py", path});
    beside("xlsx2csv", {"xlsx2csv", path, "/dev/null"});
    std::filesystem::remove(path);
}
