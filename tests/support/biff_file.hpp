#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/packed_file.hpp"

/// Workbooks of Excel 97 to 2003 made record by record, in a compound file made sector by sector.
namespace biff_file {

using packed::number;

inline std::string record(unsigned id, const std::string& data) {
    return number(id, 2) + number(data.size(), 2) + data;
}

/// A text in Latin-1, or in UTF-16 (`wide`), with its count of characters in `count_size` bytes.
inline std::string text(std::u16string_view characters, bool wide = true, unsigned count_size = 2) {
    std::string out = number(characters.size(), count_size) + number(wide, 1);
    for (const char16_t c : characters) out += number(c, wide ? 2 : 1);
    return out;
}

inline std::string cell(unsigned row, unsigned column, unsigned style) {
    return number(row, 2) + number(column, 2) + number(style, 2);
}

inline std::string of_double(double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return number(bits, 8);
}

inline std::string string_cell(unsigned row, unsigned column, unsigned index) {
    return record(0xFD, cell(row, column, 0) + number(index, 4));
}
inline std::string number_cell(unsigned row, unsigned column, double value, unsigned style = 0) {
    return record(0x203, cell(row, column, style) + of_double(value));
}

struct Sheet {
    std::u16string name;
    std::string records;
    unsigned state = 0;
    unsigned type = 0;
};

inline std::string begin(unsigned what, unsigned version = 0x600) {
    return record(0x809, number(version, 2) + number(what, 2) + number(0, 12));
}

/// The stream of a workbook; `globals` stand in front of the list of sheets.
inline std::string stream(const std::string& globals, const std::vector<Sheet>& sheets,
                          unsigned version = 0x600) {
    std::string list, bodies;
    std::size_t at = begin(5, version).size() + globals.size() + record(0x0A, "").size();
    for (const Sheet& sheet : sheets) at += record(0x85, number(0, 6) + text(sheet.name, true, 1)).size();
    for (const Sheet& sheet : sheets) {
        list += record(0x85, number(at + bodies.size(), 4) + number(sheet.state, 1) + number(sheet.type, 1) +
                                 text(sheet.name, true, 1));
        bodies += begin(0x10, version) + sheet.records + record(0x0A, "");
    }
    return begin(5, version) + globals + list + record(0x0A, "") + bodies;
}

/// A directory entry of a compound file.
inline std::string entry(std::string_view name, unsigned type, std::uint32_t start, std::uint64_t size) {
    std::string out;
    for (const char c : name) out += number(static_cast<unsigned char>(c), 2);
    out.resize(64, '\0');
    out += number(name.empty() ? 0 : 2 * name.size() + 2, 2) + number(type, 1) + number(1, 1);
    out += number(0xFFFFFFFF, 4) + number(0xFFFFFFFF, 4) + number(0xFFFFFFFF, 4);
    out.resize(116, '\0');
    return out + number(start, 4) + number(size, 8);
}

/// A compound file with one stream: in sectors of its own, or where it is `small` in those of 64 bytes.
inline std::string compound(std::string bytes, std::string_view name = "Workbook", bool small = false) {
    constexpr std::size_t sector = 512;
    const auto padded = [](std::string text, std::size_t to) {
        text.resize((text.size() + to - 1) / to * to, '\0');
        return text;
    };
    const std::size_t size = bytes.size();
    if (!small && bytes.size() < 4096) bytes.resize(4096, '\0');
    const std::string content = padded(padded(bytes, 64), sector);
    const std::size_t sectors = content.size() / sector, smalls = padded(bytes, 64).size() / 64;
    // The sectors: directory, table of small sectors, content, table of sectors.
    const std::string small_table = [&] {
        std::string table;
        for (std::size_t i = 0; small && i < smalls; ++i)
            table += number(i + 1 < smalls ? i + 1 : 0xFFFFFFFE, 4);
        while (table.size() % sector != 0 || table.empty()) table += number(0xFFFFFFFF, 4);
        return table;
    }();
    const std::size_t small_sectors = small_table.size() / sector, first = 1 + small_sectors;
    std::vector<std::uint64_t> next{0xFFFFFFFE};
    for (std::size_t i = 0; i < small_sectors; ++i)
        next.push_back(i + 1 < small_sectors ? 2 + i : 0xFFFFFFFE);
    for (std::size_t i = 0; i < sectors; ++i) next.push_back(i + 1 < sectors ? first + i + 1 : 0xFFFFFFFE);
    const std::size_t tables = (next.size() + 127 + 1) / 127;
    std::string table;
    for (const std::uint64_t one : next) table += number(one, 4);
    for (std::size_t i = 0; i < tables; ++i) table += number(0xFFFFFFFD, 4);
    while (table.size() < tables * sector) table += number(0xFFFFFFFF, 4);
    const std::string directory =
        padded(entry("Root Entry", 5, small ? static_cast<std::uint32_t>(first) : 0xFFFFFFFE,
                     small ? content.size() : 0) +
                   entry(name, 2, small ? 0 : static_cast<std::uint32_t>(first), small ? size : bytes.size()),
               sector);
    std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0') + number(0x3E, 2) +
                         number(3, 2) + number(0xFFFE, 2) + number(9, 2) + number(6, 2);
    header.resize(44, '\0');
    header += number(tables, 4) + number(0, 4) + number(0, 4) + number(4096, 4);
    header += number(1, 4) + number(small_sectors, 4) + number(0xFFFFFFFE, 4) + number(0, 4);
    for (std::size_t i = 0; i < 109; ++i) header += number(i < tables ? next.size() + i : 0xFFFFFFFF, 4);
    return header + directory + small_table + content + table;
}

}  // namespace biff_file
