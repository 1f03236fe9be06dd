// The mask splitter: every instruction set finds the records and cells that the scalar reader finds. The
// first byte of an input says how many columns are expected.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "grammars/formats/csv_splitter.hpp"

using namespace daicho;

namespace {

void require(bool holds, std::string_view marker, const char* law) {
    if (holds) return;
    std::fprintf(stderr, "%.*s: %s\n", static_cast<int>(marker.size()), marker.data(), law);
    std::abort();
}

/// Compares the records of `batch` with what the scalar reader makes of `text` from `at` on; gives where they
/// end.
std::size_t compare(const Batch& batch, std::string_view text, std::size_t at, std::size_t columns,
                    std::string_view marker) {
    CsvRecord oracle;
    for (std::size_t r = 0; r < batch.size(); ++r) {
        std::size_t skipped = 0;
        read_damaged_csv_record(text, at, ',', true, columns, oracle, skipped);
        require(batch.raw(r).text == text.substr(at, oracle.end - at), marker, "another record");
        require(batch.width(r) == oracle.size, marker, "another number of cells");
        for (std::size_t c = 0; c < oracle.size; ++c) {
            require(batch.cell(r, c) == oracle.cells[c].text, marker, "another cell");
        }
        require(batch.line(r) == 1 + count_line_ends(text.substr(0, at)), marker, "another line");
        at = oracle.end;
    }
    return at;
}

void split(std::string_view text, std::size_t columns, const CsvMarkerName& marker) {
    CsvSplitter splitter{',', marker.mark};
    splitter.expect(columns);
    Batch batch;
    auto& parts = batch.parts();
    parts.clear();
    parts.first_record = 1;
    parts.text.append(text.data(), text.size());
    const std::size_t used = splitter.split(parts, true);
    require(used == text.size(), marker.name, "text is left over");
    require(compare(batch, text, 0, columns, marker.name) == text.size(), marker.name, "records are missing");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0 || size > 20000) return 0;
    const std::string_view text{reinterpret_cast<const char*>(data + 1), size - 1};
    std::size_t count = 0;
    const auto* markers = csv_markers(count);
    for (std::size_t i = 0; i < count; ++i) split(text, data[0] % 5, markers[i]);
    return 0;
}
