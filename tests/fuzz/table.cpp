// The table reader: any bytes are a table or one clear error; cells are UTF-8; what was read, written one
// after the other, is what was given; and a record without troubles has the cells that the scalar reader
// finds.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "grammars/base/error.hpp"
#include "grammars/formats/csv_scalar.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/text/utf8.hpp"

namespace {

void require(bool holds, const char* law) {
    if (holds) return;
    std::fprintf(stderr, "%s\n", law);
    std::abort();
}

void check_cells(const daicho::Batch& batch, std::size_t record, char delimiter) {
    daicho::CsvRecord oracle;
    const std::string_view raw = batch.raw(record);
    daicho::read_csv_record(raw, 0, delimiter, true, oracle);
    const bool sound = oracle.troubles.empty() && oracle.end == raw.size();
    require(!sound || batch.width(record) == oracle.size, "the scalar reader finds another number of cells");
    for (std::size_t column = 0; column < batch.width(record); ++column) {
        const std::string_view cell = batch.cell(record, column);
        require(daicho::find_invalid_utf8(cell) == std::string_view::npos, "a cell is not UTF-8");
        require(!sound || cell == oracle.cells[column].text, "the scalar reader finds another cell");
    }
}

/// A table that is no text (JSON) has no raw records.
void read_cells(daicho::TableReader& table) {
    for (daicho::Batch batch; table.next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            for (std::size_t column = 0; column < batch.width(i); ++column) {
                require(daicho::find_invalid_utf8(batch.cell(i, column)) == std::string_view::npos,
                        "a cell is not UTF-8");
            }
        }
    }
}

void read_all(const std::string& bytes, const daicho::ReadOptions& options, bool whole) {
    const auto table = daicho::read_table(bytes, options);
    if (table->text() == nullptr) return read_cells(*table);
    std::string written(table->text()->preamble().text);
    std::uint64_t record = 1;
    for (daicho::Batch batch; table->next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            require(batch.record_number(i) == record++, "record numbers have a gap");
            written += batch.raw(i).text;
            check_cells(batch, i, table->text()->dialect().delimiter);
        }
    }
    require(!whole || written == bytes, "what was read is not what was given");
}

void try_reading(const std::string& bytes, const daicho::ReadOptions& options, bool whole) {
    try {
        read_all(bytes, options, whole);
    } catch (const daicho::Error&) {
        return;  // one clear message is what broken input deserves
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const bool utf8 =
        daicho::find_invalid_utf8(bytes) == std::string::npos && !bytes.starts_with("\xEF\xBB\xBF");
    daicho::ReadOptions as_utf8;
    as_utf8.format = "csv";
    as_utf8.encoding = daicho::Encoding::utf8;
    try_reading(bytes, {}, false);
    try_reading(bytes, as_utf8, utf8);
    as_utf8.header_row = 0;
    as_utf8.delimiter = ';';
    try_reading(bytes, as_utf8, utf8);
    return 0;
}
