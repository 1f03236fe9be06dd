#include "grammars/text/generator/sources.hpp"

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "grammars/text/utf8.hpp"

namespace generator {

void fail(const std::string& message) {
    std::fprintf(stderr, "character tables: %s\n", message.c_str());
    std::exit(1);
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) fail(path + ": cannot be read (Debian package unicode-data has the files of Unicode)");
    return {std::istreambuf_iterator<char>(file), {}};
}

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

}  // namespace

void for_each_line(std::string_view text, char comment, const std::function<void(std::string_view)>& visit) {
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (line.starts_with('#')) continue;
        if (comment != 0) line = line.substr(0, line.find(comment));
        if (!trimmed(line).empty()) visit(line);
    }
}

Fields split(std::string_view line, char separator) {
    Fields fields;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find(separator, begin), line.size());
        fields.push_back(trimmed(line.substr(begin, end - begin)));
        begin = end + 1;
    }
    return fields;
}

char32_t read_hex(std::string_view digits) {
    std::uint32_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, value, 16);
    if (read.ec != std::errc{} || read.ptr != end) fail("no hexadecimal number: " + std::string(digits));
    return value;
}

CodeRange read_range(std::string_view text) {
    if (text.starts_with("U+")) text.remove_prefix(2);
    const std::size_t dots = text.find("..");
    if (dots == text.npos) return {read_hex(text), read_hex(text)};
    return {read_hex(text.substr(0, dots)), read_hex(text.substr(dots + 2))};
}

std::u32string to_code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = daicho::code_point_at(text, at);
        out.push_back(c);
        at += size;
    }
    return out;
}

std::vector<CodeRange> Sources::property(std::string_view file, std::string_view name) const {
    std::vector<CodeRange> ranges;
    for_each_line(unicode_file(file), '#', [&](std::string_view line) {
        const Fields fields = split(line, ';');
        if (fields.size() >= 2 && fields[1] == name) ranges.push_back(read_range(fields[0]));
    });
    if (ranges.empty()) fail(std::string(file) + " does not have " + std::string(name));
    return ranges;
}

std::map<std::string, std::vector<CodeRange>, std::less<>> Sources::classes() const {
    std::map<std::string, std::vector<CodeRange>, std::less<>> classes;
    const std::string text = table("character_classes.tsv");
    for_each_line(text, 0, [&](std::string_view line) {
        const Fields fields = split(line, '\t');
        if (fields.size() != 2) fail("character_classes.tsv: " + std::string(line));
        auto& ranges = classes[std::string(fields[0])];
        for (const std::string_view item : split(fields[1], ' ')) {
            const std::u32string characters = to_code_points(item);
            if (characters.size() == 1) {
                ranges.push_back({characters[0], characters[0]});
            } else {
                ranges.push_back(read_range(item));
            }
        }
    });
    return classes;
}

std::vector<CodeRange> Sources::set(std::string_view name) const {
    std::vector<CodeRange> ranges;
    for_each_line(table(name), 0, [&](std::string_view line) {
        if (line.starts_with("U+")) {
            ranges.push_back(read_range(line));
        } else {
            for (const char32_t c : to_code_points(line)) ranges.push_back({c, c});
        }
    });
    return ranges;
}

std::u32string Sources::code_page() const {
    std::u32string all;
    for_each_line(read_file(code_page_932), 0, [&](std::string_view line) {
        const std::string_view characters = line.substr(line.find('\t') + 1);
        if (!characters.starts_with("U+")) all += to_code_points(characters);
    });
    for (char32_t c = 0xFF61; c <= 0xFF9F; ++c) all.push_back(c);
    return all;
}

namespace {

UnicodeRow read_row(const Fields& fields) {
    UnicodeRow row;
    row.category = fields[2];
    row.combining_class = static_cast<unsigned>(std::atoi(std::string(fields[3]).c_str()));
    if (!fields[13].empty()) row.lower_case = read_hex(fields[13]);
    if (fields[5].empty()) return row;
    const Fields parts = split(fields[5], ' ');
    if (parts[0] == "<wide>" || parts[0] == "<narrow>") row.other_width = read_hex(parts[1]);
    if (parts[0].starts_with('<')) return row;
    for (const std::string_view part : parts) row.decomposition.push_back(read_hex(part));
    return row;
}

}  // namespace

std::vector<UnicodeRow> read_unicode_data(const Sources& sources) {
    std::vector<UnicodeRow> rows(0x110000);
    char32_t first = 0;
    for_each_line(sources.unicode_file("UnicodeData.txt"), 0, [&](std::string_view line) {
        const Fields fields = split(line, ';');
        if (fields.size() < 15) fail("UnicodeData.txt: " + std::string(line));
        const char32_t c = read_hex(fields[0]);
        if (!fields[1].ends_with("Last>")) first = c;
        const UnicodeRow row = read_row(fields);
        for (char32_t each = first; each <= c; ++each) rows[each] = row;
    });
    return rows;
}

}  // namespace generator
