#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/formats/table_writer.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

using Row = std::map<std::string, std::string>;

std::vector<Row> read_manifest(const std::string& path) {
    const auto table = open_table(path, {});
    std::vector<Row> rows;
    Batch batch;
    while (table->next(batch)) {
        for (std::size_t r = 0; r < batch.size(); ++r) {
            Row row;
            for (std::size_t c = 0; c < table->header().size(); ++c) {
                row[table->header()[c]] = std::string{batch.cell(r, c)};
            }
            rows.push_back(row);
        }
    }
    return rows;
}

std::string encoding_name(Encoding encoding) {
    return encoding == Encoding::utf8 ? "utf-8" : encoding == Encoding::cp932 ? "shift_jis(cp932)" : "other";
}

std::string newline_name(Newline newline) {
    return newline == Newline::mixed ? "crlf/lf" : std::string{to_string(newline)};
}

using Cells = std::vector<std::vector<std::string>>;

Cells all_cells(TableReader& table) {
    Cells rows;
    Batch batch;
    while (table.next(batch)) {
        for (std::size_t r = 0; r < batch.size(); ++r) {
            auto& row = rows.emplace_back();
            for (std::size_t c = 0; c < batch.width(r); ++c) row.emplace_back(batch.cell(r, c));
        }
    }
    return rows;
}

std::string out_path() {
    return (std::filesystem::temp_directory_path() / "daicho-municipal-test.csv").string();
}

/// Writes a table raw, as `dialect` says.
void copy(const std::string& path, const std::optional<Encoding> encoding, Newline newline) {
    const auto table = open_table(path, {});
    Dialect dialect = table->text()->dialect();
    dialect.encoding = encoding.value_or(dialect.encoding);
    dialect.bom = encoding ? false : dialect.bom;
    dialect.newline = newline;
    const auto writer = create_table(out_path(), dialect, table->text()->dialect().encoding);
    writer->write_raw(table->text()->preamble());
    Batch batch;
    while (table->next(batch)) {
        for (std::size_t r = 0; r < batch.size(); ++r) writer->write_raw(batch.raw(r));
    }
    writer->finish();
}

}  // namespace

TEST_CASE(
    "every municipal file can be written again byte for byte, and in other encodings with the same cells") {
    const auto folder = shared_data("municipal");
    for (const auto& row : read_manifest(folder + "/manifest.csv")) {
        INFO(row.at("file"));
        const auto path = folder + "/" + row.at("file");
        copy(path, {}, Newline::none);
        CHECK((read_file(out_path()) == read_file(path)));
        const auto cells = all_cells(*open_table(path, {}));
        for (const auto encoding : {Encoding::utf8, Encoding::utf16le, Encoding::utf16be, Encoding::cp932,
                                    Encoding::euc_jp, Encoding::iso_2022_jp}) {
            ReadOptions options;
            options.encoding = encoding;
            try {
                copy(path, encoding, Newline::crlf);
            } catch (const Error&) {
                continue;  // a character that the encoding lacks
            }
            CHECK((all_cells(*open_table(out_path(), options)) == cells));
        }
    }
    std::filesystem::remove(out_path());
}

TEST_CASE("every municipal file is read as its manifest says") {
    const auto folder = shared_data("municipal");
    for (const auto& row : read_manifest(folder + "/manifest.csv")) {
        INFO(row.at("file"));
        const auto table = open_table(folder + "/" + row.at("file"), {});
        std::uint64_t records = 0;
        Batch batch;
        while (table->next(batch)) records += batch.size();
        CHECK(encoding_name(table->text()->dialect().encoding) == row.at("encoding"));
        CHECK(table->text()->dialect().bom == (row.at("bom") == "1"));
        CHECK(newline_name(table->text()->dialect().newline) == row.at("newline"));
        CHECK(std::to_string(table->columns()) == row.at("cols"));
        CHECK(std::to_string(records + table->header_records()) == row.at("rows"));
        CHECK(table->has_header());
    }
}

TEST_CASE("the header of unusual municipal files is found where a person sees it") {
    struct Expected {
        const char* file;
        std::uint32_t line;
        std::uint64_t records;
        std::size_t column;
        const char* name;
    };
    const Expected cases[] = {
        {"takamatsu__0001.csv", 7, 9, 1, "name"},
        {"takamatsu__0062.csv", 2, 2, 1, "address"},
        {"takamatsu__hospital__data.csv", 1, 1, 1, "latitude"},
        {"takamatsu__new_beauty_salons__0101_202305.csv", 1, 1, 0, "業務種別"},
        {"wakayama__hinansaki01_kimino.csv", 3, 3, 0, "避難先名称"},
        {"wakayama__hinansaki03_hashimoto.csv", 3, 3, 1, "避難先名称"},
        {"wakayama__hinansaki03_hashimoto.csv", 3, 3, 15, "標高（m）"},
        {"kobe-shi__subway-passengers.csv", 1, 1, 0, "日付"},
        {"imizu__119995jp.csv", 1, 1, 0, "年齢"},
    };
    for (const auto& expected : cases) {
        INFO(expected.file);
        const auto table = open_table(shared_data("municipal") + "/" + expected.file, {});
        CHECK(table->header_place().line == expected.line);
        CHECK(table->header_records() == expected.records);
        CHECK(table->header().at(expected.column) == expected.name);
    }
}
