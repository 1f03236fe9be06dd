// Workbooks: any bytes in the place of a sheet, its strings or its styles, and any bytes as a file, are a
// table or one clear error; texts are UTF-8, records are as wide as the table, places grow, and the same
// bytes give the same table. The first byte says what the rest stands for.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "grammars/base/error.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/text/utf8.hpp"
#include "tests/support/biff_file.hpp"
#include "tests/support/workbook_file.hpp"

using namespace daicho;

namespace {

void require(bool holds, const char* law) {
    if (holds) return;
    std::fprintf(stderr, "%s\n", law);
    std::abort();
}

constexpr std::string_view sound_sheet =
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row><row r=\"2\"><c "
    "r=\"A2\" "
    "s=\"1\"><v>44187.5</v></c><c r=\"B2\" s=\"2\"><v>123</v></c></row>";
constexpr std::string_view sound_strings = "<si><t>名称</t></si><si><t>日</t></si>";
constexpr std::string_view sound_styles =
    "<numFmts><numFmt numFmtId=\"170\" formatCode=\"000\\-0000\"/></numFmts><cellXfs><xf/><xf "
    "numFmtId=\"22\"/><xf numFmtId=\"170\"/></cellXfs>";

std::string file_of(std::uint8_t what, std::string_view bytes) {
    workbooks::Book book{.sheets = {{"S", std::string(sound_sheet)}},
                         .strings = std::string(sound_strings),
                         .styles = std::string(sound_styles)};
    switch (what % 8) {
        case 0:
        case 6:
            return std::string(bytes);
        case 7:
            return biff_file::compound(biff_file::stream({}, {{u"S", std::string(bytes)}}));
        case 1:
            book.sheets[0].data = bytes;
            break;
        case 2:
            book.strings = bytes;
            break;
        case 3:
            book.styles = bytes;
            break;
        case 4:
            book.sheets[0].after = bytes;
            break;
        default:
            book.styles = "<numFmts><numFmt numFmtId=\"22\" formatCode=\"";
            for (const char c : bytes) {
                if (c == '"' || c == '<' || c == '&') {
                    book.styles += "&#" + std::to_string(c) + ";";
                } else {
                    book.styles += c;
                }
            }
            book.styles += "\"/></numFmts><cellXfs><xf/><xf numFmtId=\"22\"/></cellXfs>";
    }
    return workbooks::bytes_of(book);
}

/// All that is read of it, or the words of the refusal.
std::string seen(const std::string& file, bool old) {
    std::string seen;
    try {
        const auto table = read_table(file, {.format = old ? "xls" : "xlsx"}, "t.xlsx");
        for (const std::string& name : table->header()) {
            require(find_invalid_utf8(name) == std::string_view::npos, "a header is not UTF-8");
            seen += name + '\x1f';
        }
        std::uint64_t line = 0;
        for (Batch batch; table->next(batch);) {
            for (std::size_t record = 0; record < batch.size(); ++record) {
                require(batch.line(record) > line, "rows do not come in their order");
                line = batch.line(record);
                require(batch.width(record) >= table->columns(), "a record is narrower than the table");
                for (std::size_t column = 0; column < batch.width(record); ++column) {
                    const std::string_view cell = batch.cell(record, column);
                    require(find_invalid_utf8(cell) == std::string_view::npos, "a cell is not UTF-8");
                    seen.append(cell) += '\x1f';
                }
                seen += '\n';
            }
        }
        for (const Finding& finding : table->findings())
            seen.append(finding.rule.text).append(finding.detail);
    } catch (const Error& error) {
        require(error.en().find("t.xlsx") == 0, "a refusal does not begin with the file");
        return error.en();
    }
    return seen;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string file = file_of(data[0], {reinterpret_cast<const char*>(data) + 1, size - 1});
    const bool old = data[0] % 8 >= 6;
    require(seen(file, old) == seen(file, old), "the same bytes give another table");
    return 0;
}
