#include "registries/corporations/row_code.hpp"

#include <cstring>

namespace daicho {

namespace {

constexpr unsigned low_bits = 7;
constexpr unsigned more = 1u << low_bits;

void encode_size(std::size_t size, std::string& out) {
    for (; size >= more; size >>= low_bits) out += static_cast<char>(size % more + more);
    out += static_cast<char>(size);
}

std::size_t decode_size(const char*& at) {
    std::size_t size = 0;
    for (unsigned shift = 0;; shift += low_bits) {
        const unsigned byte = static_cast<unsigned char>(*at++);
        size += static_cast<std::size_t>(byte % more) << shift;
        if (byte < more) return size;
    }
}

}  // namespace

CorporationCells cells_of(const Statement& row) {
    CorporationCells cells;
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = row.text(static_cast<int>(i));
    return cells;
}

bool says_the_same(const CorporationCells& a, const CorporationCells& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (i == corporation_item::sequence_number || i == corporation_item::hihyoji) continue;
        if (a[i] != b[i]) return false;
    }
    return true;
}

void encode_corporation_row(const ReadCorporationRow& row, std::string& out) {
    char place[sizeof row.file + sizeof row.line];
    std::memcpy(place, &row.file, sizeof row.file);
    std::memcpy(place + sizeof row.file, &row.line, sizeof row.line);
    out.append(place, sizeof place);
    for (const std::string_view cell : row.cells) {
        encode_size(cell.size(), out);
        out += cell;
    }
}

ReadCorporationRow decode_corporation_row(std::string_view bytes) {
    ReadCorporationRow row;
    const char* at = bytes.data();
    std::memcpy(&row.file, at, sizeof row.file);
    at += sizeof row.file;
    std::memcpy(&row.line, at, sizeof row.line);
    at += sizeof row.line;
    for (std::string_view& cell : row.cells) {
        const std::size_t size = decode_size(at);
        cell = {at, size};
        at += size;
    }
    return row;
}

}  // namespace daicho
