#include "grammars/formats/csv_cell.hpp"

namespace daicho {

void append_csv_cell(std::string& out, std::string_view text, char delimiter, bool quoted) {
    const bool plain = text.find_first_of("\"\r\n") == text.npos && text.find(delimiter) == text.npos;
    if (plain && !quoted) {
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
