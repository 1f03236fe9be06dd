#include "grammars/formats/western.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "grammars/base/buffer.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/encoding_tables.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

/// 80 to 9F of Windows-1252; what it leaves open is the control character of ISO-8859-1.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
};

/// Single bytes beyond the standard, as Windows reads them.
constexpr struct {
    unsigned char byte;
    char32_t value;
} windows_singles[] = {{0x80, 0x80}, {0xA0, 0xA0}, {0xFD, 0xF8F1}, {0xFE, 0xF8F2}, {0xFF, 0xF8F3}};

bool is_932_lead(unsigned char byte) {
    return (byte > 0x80 && byte < 0xA0) || (byte >= 0xE0 && byte <= 0xFC);
}

/// Codes of CP932 that are read as a character but never written, by that character.
std::multimap<char32_t, std::uint16_t> make_second_codes() {
    std::multimap<char32_t, std::uint16_t> codes;
    const CodeTable& table = cp932_table();
    for (std::size_t code = 0; code < 65536; ++code) {
        const PackedCharacter packed = table.pairs[code];
        if (packed.plain() || !packed.assigned()) continue;
        const std::string utf8{static_cast<char>(packed.value), static_cast<char>(packed.value >> 8),
                               static_cast<char>(packed.value >> 16)};
        codes.emplace(code_point_at(utf8, 0).value, static_cast<std::uint16_t>(code));
    }
    return codes;
}

const std::multimap<char32_t, std::uint16_t>& second_codes() {
    static const auto codes = make_second_codes();
    return codes;
}

void append_code(std::string& bytes, unsigned code) {
    if (code > 0xFF) bytes.push_back(static_cast<char>(code >> 8));
    bytes.push_back(static_cast<char>(code));
}

/// Whether `bytes` can be the beginning of a text of `encoding`.
bool begins_well(std::string_view bytes, Encoding encoding) {
    Decoder decoder{encoding};
    Buffer<char> text;
    std::vector<SourceBytes> source;
    decoder.decode(bytes, false, text, source);
    return !decoder.first_invalid();
}

unsigned single_of(char32_t c) {
    const auto single = std::ranges::find(windows_singles, c, [](const auto& s) { return s.value; });
    return single == std::end(windows_singles) ? 0 : single->byte;
}

}  // namespace

std::string read_as_western(std::string_view bytes) {
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append_utf8(text, byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte);
    }
    return text;
}

std::optional<std::string> bytes_of_western(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint character = code_point_at(text, at);
        at += character.size;
        char32_t byte = character.value;
        if (byte > 0xFF) {
            const auto found = std::ranges::find(windows_1252, byte);
            if (found == windows_1252.end()) return {};
            byte = 0x80 + static_cast<char32_t>(found - windows_1252.begin());
        }
        bytes.push_back(static_cast<char>(byte));
    }
    return bytes;
}

std::string read_as_latin_1(std::string_view bytes) {
    std::string text;
    for (const char c : bytes) append_utf8(text, static_cast<unsigned char>(c));
    return text;
}

std::optional<std::string> bytes_of_latin_1(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint character = code_point_at(text, at);
        at += character.size;
        if (character.value > 0xFF) return {};
        bytes.push_back(static_cast<char>(character.value));
    }
    return bytes;
}

std::optional<std::string> read_as_windows_932(std::string_view bytes) {
    std::string text;
    Buffer<char> part;
    std::vector<SourceBytes> source;
    while (!bytes.empty()) {
        const auto single = std::ranges::find(windows_singles, static_cast<unsigned char>(bytes[0]),
                                              [](const auto& s) { return s.byte; });
        if (single != std::end(windows_singles)) {
            append_utf8(text, single->value);
            bytes.remove_prefix(1);
            continue;
        }
        const std::size_t size = is_932_lead(static_cast<unsigned char>(bytes[0])) ? 2 : 1;
        if (bytes.size() < size) return {};
        Decoder decoder{Encoding::cp932};
        part.clear();
        decoder.decode(bytes.substr(0, size), true, part, source);
        if (decoder.first_invalid()) return {};
        text.append(part.data(), part.size());
        bytes.remove_prefix(size);
    }
    return text;
}

std::vector<std::string> bytes_of_windows_932(std::string_view text, Encoding written, std::size_t most) {
    const auto& codes = cp932_table().codes;
    std::vector<std::string> all{{}};
    const auto append = [&](unsigned code) {
        for (std::string& bytes : all) append_code(bytes, code);
    };
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint character = code_point_at(text, at);
        at += character.size;
        const char32_t c = character.value;
        unsigned code = c < 0x80 ? c : c < 0x10000 ? codes[c] : 0;
        if (code == 0 && c != 0) code = single_of(c);
        if (code == 0 && c != 0) return {};
        const auto [first, last] = second_codes().equal_range(c);
        if (first == last) {
            append(code);
            continue;
        }
        std::vector<std::string> grown = all;
        for (std::string& bytes : grown) append_code(bytes, code);
        for (auto other = first; other != last; ++other) {
            for (const std::string& bytes : all) append_code(grown.emplace_back(bytes), other->second);
        }
        all = std::move(grown);
        std::erase_if(all, [&](const std::string& bytes) { return !begins_well(bytes, written); });
        if (all.size() > most) all.resize(most);
    }
    return all;
}

}  // namespace daicho
