// JSON and XML as tables: any bytes are a table or one clear error; texts are UTF-8, records are as wide as
// the table, and the same bytes give the same table. The first byte says which of them the rest is.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "grammars/base/error.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/text/utf8.hpp"

using namespace daicho;

namespace {

void require(bool holds, const char* law) {
    if (holds) return;
    std::fprintf(stderr, "%s\n", law);
    std::abort();
}

/// All that is read of it, or the words of the refusal.
std::string seen(const std::string& file, const ReadOptions& options) {
    std::string seen;
    try {
        const auto table = read_table(file, options, "t");
        for (const std::string& name : table->header()) {
            require(find_invalid_utf8(name) == std::string_view::npos, "a header is not UTF-8");
            seen += name + '\x1f';
        }
        for (Batch batch; table->next(batch);) {
            for (std::size_t record = 0; record < batch.size(); ++record) {
                require(batch.width(record) == table->columns(), "a record is not as wide as the table");
                for (std::size_t column = 0; column < batch.width(record); ++column) {
                    const std::string_view cell = batch.cell(record, column);
                    require(find_invalid_utf8(cell) == std::string_view::npos, "a cell is not UTF-8");
                    seen.append(cell) += '\x1f';
                    require(!place_text(table->places(), batch.place(record),
                                        static_cast<std::uint32_t>(column + 1), table->header()[column])
                                 .empty(),
                            "a cell has no place");
                }
                seen += '\n';
            }
        }
        for (const Finding& finding : table->findings())
            seen.append(finding.rule.text).append(finding.detail);
    } catch (const Error& error) {
        require(error.en().starts_with("t"), "a refusal does not begin with the file");
        return error.en();
    }
    return seen;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string file(reinterpret_cast<const char*>(data) + 1, size - 1);
    ReadOptions options;
    options.format = data[0] % 2 == 0 ? "json" : "xml";
    if (data[0] % 8 >= 6) options.records = "/a";
    require(seen(file, options) == seen(file, options), "the same bytes give another table");
    return 0;
}
