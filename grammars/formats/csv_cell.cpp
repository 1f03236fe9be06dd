#include "grammars/formats/csv_cell.hpp"

#include <algorithm>

namespace daicho {

void append_csv_cell(std::string& out, std::string_view text, char delimiter, bool quoted) {
    const auto ends_cell = [&](char c) { return c == delimiter || c == '"' || c == '\n' || c == '\r'; };
    if (!quoted && std::none_of(text.begin(), text.end(), ends_cell)) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) out.append(c == '"' ? 2 : 1, c);
    out += '"';
}

std::string csv_cell(std::string_view text, char delimiter, bool quoted) {
    std::string out;
    append_csv_cell(out, text, delimiter, quoted);
    return out;
}

}  // namespace daicho
