#include "grammars/formats/csv_cell.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "grammars/text/byte_words.hpp"

namespace daicho {

namespace {

/// Whether a text has a character that would end its cell, or a quotation mark.
bool needs_quotes(std::string_view text, char delimiter) {
    const auto mark = static_cast<unsigned char>(delimiter);
    std::uint64_t word = 0;
    for (; text.size() >= sizeof word; text.remove_prefix(sizeof word)) {
        std::memcpy(&word, text.data(), sizeof word);
        if ((bytes_equal_to(word, mark) | bytes_equal_to(word, '"') | bytes_equal_to(word, '\n') |
             bytes_equal_to(word, '\r')) != 0) {
            return true;
        }
    }
    return std::any_of(text.begin(), text.end(),
                       [&](char c) { return c == delimiter || c == '"' || c == '\n' || c == '\r'; });
}

}  // namespace

void append_csv_cell(std::string& out, std::string_view text, char delimiter, bool quoted) {
    if (!quoted && !needs_quotes(text, delimiter)) {
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
