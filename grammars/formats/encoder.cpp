#include "grammars/formats/encoding.hpp"
#include "grammars/formats/encoding_tables.hpp"
#include "grammars/formats/jis_2004.hpp"
#include "grammars/formats/simd.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

using Byte = unsigned char;

std::size_t Encoder::encode(std::string_view text, std::string& bytes) {
    switch (encoding_) {
        case Encoding::utf8:
            bytes.append(text);
            return std::string_view::npos;
        case Encoding::iso_2022_jp:
            return encode_iso_2022_jp(text, bytes);
        case Encoding::utf16le:
        case Encoding::utf16be:
            encode_utf16(text, bytes);
            return std::string_view::npos;
        case Encoding::shift_jis_2004:
        case Encoding::euc_jis_2004:
            return encode_2004(text, bytes);
        default:
            return encode_by_table(text, bytes);
    }
}

void Encoder::encode_utf16(std::string_view text, std::string& bytes) const {
    const auto put = [&](unsigned unit) {
        const bool little = encoding_ == Encoding::utf16le;
        bytes.push_back(static_cast<char>(little ? unit & 0xFF : unit >> 8));
        bytes.push_back(static_cast<char>(little ? unit >> 8 : unit & 0xFF));
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto character = code_point_at(text, at);
        const char32_t value = character.value;
        if (value >= 0x10000) put(0xD800 + ((value - 0x10000) >> 10));
        put(value < 0x10000 ? value : 0xDC00 + ((value - 0x10000) & 0x3FF));
        at += character.size;
    }
}

std::size_t Encoder::encode_by_table(std::string_view text, std::string& bytes) const {
    const auto* const codes = table_of(encoding_).codes.data();
    const bool euc = encoding_ == Encoding::euc_jp;
    const std::size_t old = bytes.size();
    // Two bytes of UTF-8 may become three behind 8F.
    bytes.resize(old + text.size() + text.size() / 2 + 4);
    char* out = bytes.data() + old;
    std::size_t at = 0;
    std::size_t lacking = std::string_view::npos;
    while (at < text.size()) {
        if (static_cast<Byte>(text[at]) < 0x80) {
            const auto* const from = reinterpret_cast<const Byte*>(text.data());
            const std::size_t ascii = copy_ascii(from + at, from + text.size(), out);
            at += ascii;
            out += ascii;
            continue;
        }
        const auto character = code_point_at(text, at);
        const unsigned code = character.value < 0x10000 ? codes[character.value] : 0;
        if (code == 0) {
            lacking = at;
            break;
        }
        const bool triple = euc && (code & 0x80) == 0;
        if (triple) *out++ = '\x8F';
        if (code > 0xFF) *out++ = static_cast<char>(code >> 8);
        *out++ = static_cast<char>(triple ? code | 0x80 : code);
        at += character.size;
    }
    bytes.resize(static_cast<std::size_t>(out - bytes.data()));
    return lacking;
}

std::size_t Encoder::encode_2004(std::string_view text, std::string& bytes) const {
    const bool euc = encoding_ == Encoding::euc_jis_2004;
    const Jis2004Table& table = euc ? euc_jis_2004_table() : shift_jis_2004_table();
    const auto put = [&](unsigned byte) { bytes.push_back(static_cast<char>(byte)); };
    for (std::size_t at = 0; at < text.size();) {
        const auto character = code_point_at(text, at);
        const auto next = code_point_at(text, at + character.size);
        if (character.value < 0x80) {
            put(character.value);
        } else if (character.value >= 0xFF61 && character.value <= 0xFF9F) {
            if (euc) put(0x8E);
            put(character.value - 0xFF61 + 0xA1);
        } else {
            const auto code = table.code_of(character.value, next.value);
            if (code.pair == 0) return at;
            if (code.plane == 2) put(0x8F);
            put(code.pair >> 8);
            put(code.pair);
            if (code.points == 2) at += next.size;
        }
        at += character.size;
    }
    return std::string_view::npos;
}

std::size_t Encoder::encode_iso_2022_jp(std::string_view text, std::string& bytes) {
    enum : std::uint8_t { ascii, roman, kana, kanji, supplement };
    constexpr std::string_view escapes[] = {"\x1B(B", "\x1B(J", "\x1B(I", "\x1B$B", "\x1B$(D"};
    const auto enter = [&](std::uint8_t set) {
        if (set_ != set) bytes.append(escapes[set]);
        set_ = set;
    };
    const auto put = [&](unsigned byte) { bytes.push_back(static_cast<char>(byte & 0x7F)); };
    const auto& table = euc_jp_table();
    for (std::size_t at = 0; at < text.size();) {
        const auto character = code_point_at(text, at);
        const char32_t value = character.value;
        if (value < 0x80) {
            if (value == 0x1B || value == 0x0E || value == 0x0F) return at;
            enter(ascii);
            put(value);
        } else if (value == 0xA5 || value == 0x203E) {
            enter(roman);
            put(value == 0xA5 ? 0x5C : 0x7E);
        } else {
            const unsigned code = value < 0x10000 ? table.codes[value] : 0;
            if (code == 0) return at;
            const bool triple = (code & 0x80) == 0;
            const bool half = code >> 8 == 0x8E;
            enter(half ? kana : triple ? supplement : kanji);
            if (!half) put(code >> 8);
            put(code);
        }
        at += character.size;
    }
    return std::string_view::npos;
}

void Encoder::finish(std::string& bytes) {
    if (set_ != 0) bytes.append("\x1B(B");
    set_ = 0;
}

std::string_view byte_order_mark(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
            return "\xEF\xBB\xBF";
        case Encoding::utf16le:
            return "\xFF\xFE";
        case Encoding::utf16be:
            return "\xFE\xFF";
        default:
            return {};
    }
}

}  // namespace daicho
