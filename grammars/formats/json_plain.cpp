#include "grammars/formats/json_plain.hpp"

#include <cstdint>
#include <cstring>

#include "grammars/text/well_formed.hpp"

namespace daicho {

namespace {

constexpr bool is_plain_in_json(unsigned char byte) {
    return byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F;
}

constexpr std::uint64_t each_byte(unsigned byte) {
    return 0x0101010101010101u * byte;
}

/// Eight bytes of plain ASCII.
bool is_plain_json_word(std::uint64_t word) {
    const auto has_zero = [](std::uint64_t w) { return (w - each_byte(1)) & ~w & each_byte(0x80); };
    const std::uint64_t below_space = (word - each_byte(0x20)) & ~word & each_byte(0x80);
    return ((word & each_byte(0x80)) | below_space | has_zero(word ^ each_byte('"')) |
            has_zero(word ^ each_byte('\\')) | has_zero(word ^ each_byte(0x7F))) == 0;
}

}  // namespace

PlainJson plain_json(std::string_view text) {
    PlainJson plain;
    while (plain.bytes < text.size()) {
        std::uint64_t word = 0;
        const auto byte = static_cast<unsigned char>(text[plain.bytes]);
        if (byte >= 0x80) {
            const std::size_t size = well_formed_length(text.substr(plain.bytes));
            if (size == 0) return plain;
            plain.bytes += size;
            ++plain.characters;
            continue;
        }
        if (plain.bytes + sizeof word <= text.size()) {
            std::memcpy(&word, text.data() + plain.bytes, sizeof word);
            if (is_plain_json_word(word)) {
                plain.bytes += sizeof word;
                plain.characters += sizeof word;
                continue;
            }
        }
        if (!is_plain_in_json(byte)) return plain;
        ++plain.bytes;
        ++plain.characters;
    }
    return plain;
}

}  // namespace daicho
