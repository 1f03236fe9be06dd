#include "grammars/formats/encoding.hpp"

#include <random>
#include <string>
#include <vector>

#include <iconv.h>

#include "catch2/catch.hpp"
#include "grammars/base/error.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/text/utf8.hpp"

using namespace daicho;

namespace {

struct Decoded {
    std::string text;
    std::vector<SourceBytes> source;
    std::optional<std::uint64_t> bad;
};

/// Decodes in pieces of `piece` bytes.
Decoded decode(Encoding encoding, std::string_view bytes, std::size_t piece = 1 << 20) {
    Decoder decoder{encoding};
    Buffer<char> text;
    Decoded out;
    std::string rest;
    for (std::size_t at = 0; at <= bytes.size(); at += piece) {
        const bool last = at + piece > bytes.size();
        rest.append(bytes.substr(at, piece));
        rest.erase(0, decoder.decode(rest, last, text, out.source));
    }
    CHECK(rest.empty());
    out.text.assign(text.data(), text.size());
    out.bad = decoder.first_invalid();
    return out;
}

std::string encode(Encoding encoding, std::string_view text) {
    Encoder encoder{encoding};
    std::string bytes;
    CHECK(encoder.encode(text, bytes) == std::string_view::npos);
    encoder.finish(bytes);
    return bytes;
}

/// What the C library makes of one code of `charset`; empty where it knows none.
std::string by_iconv(iconv_t converter, std::string bytes) {
    char out[16];
    char* from = bytes.data();
    char* to = out;
    std::size_t from_left = bytes.size();
    std::size_t to_left = sizeof out;
    iconv(converter, nullptr, nullptr, nullptr, nullptr);
    if (iconv(converter, &from, &from_left, &to, &to_left) == static_cast<std::size_t>(-1) || from_left != 0)
        return {};
    return {out, sizeof out - to_left};
}

}  // namespace

TEST_CASE("each of the 65,536 byte pairs of CP932 is read as the C library reads it") {
    const iconv_t converter = iconv_open("UTF-8", "WINDOWS-31J");
    REQUIRE(converter != reinterpret_cast<iconv_t>(-1));
    std::size_t wrong = 0;
    for (unsigned code = 0; code < 65536; ++code) {
        const std::string bytes{static_cast<char>(code >> 8), static_cast<char>(code)};
        const std::string expected = by_iconv(converter, bytes);
        const auto decoded = decode(Encoding::cp932, bytes);
        const bool same = decoded.bad ? expected.empty() : decoded.text == expected;
        if (!same && ++wrong < 5)
            CHECK(std::to_string(code) + decoded.text == std::to_string(code) + expected);
    }
    CHECK(wrong == 0);
    iconv_close(converter);
}

TEST_CASE("EUC-JP is read as the C library reads it, save its private characters") {
    const iconv_t converter = iconv_open("UTF-8", "EUC-JP-MS");
    REQUIRE(converter != reinterpret_cast<iconv_t>(-1));
    std::size_t wrong = 0;
    const auto compare = [&](const std::string& bytes) {
        const std::string expected = by_iconv(converter, bytes);
        const auto decoded = decode(Encoding::euc_jp, bytes);
        const bool same = decoded.bad ? expected.empty() : decoded.text == expected;
        if (!same && ++wrong < 5) CHECK(decoded.text == expected);
    };
    for (unsigned code = 0xA1A1; code < 65536; ++code) {
        if ((code & 0xFF) < 0xA1) continue;
        const std::string pair{static_cast<char>(code >> 8), static_cast<char>(code)};
        compare(pair);
        compare("\x8F" + pair);
    }
    CHECK(wrong == 0);
    iconv_close(converter);
}

TEST_CASE("every character of an encoding is written with a code that is read as that character") {
    for (const auto encoding :
         {Encoding::cp932, Encoding::cp932_jis, Encoding::euc_jp, Encoding::iso_2022_jp}) {
        std::size_t count = 0;
        for (char32_t value = 0x80; value < 0x10000; ++value) {
            if (value >= 0xD800 && value < 0xE000) continue;
            std::string text;
            append_utf8(text, value);
            std::string bytes;
            Encoder encoder{encoding};
            if (encoder.encode(text, bytes) != std::string_view::npos) continue;
            encoder.finish(bytes);
            ++count;
            const auto again = decode(encoding, bytes);
            if (again.text != text || !again.source.empty()) CHECK(again.text == text);
        }
        CHECK(count > 8000);
    }
}

TEST_CASE("the profile cp932-jis reads the disputed pairs as JIS names them") {
    const std::string bytes = "\x81\x60\x81\x61\x81\x7C\x81\x91\x81\x92\x81\xCA\x81\x5C";
    CHECK(decode(Encoding::cp932, bytes).text == "～∥－￠￡￢―");
    CHECK(decode(Encoding::cp932_jis, bytes).text == "〜‖−¢£¬—");
    CHECK(encode(Encoding::cp932_jis, "〜‖−¢£¬—") == bytes);
}

TEST_CASE("a second code of a character is remembered") {
    const auto decoded = decode(Encoding::cp932, "a\xED\x40\x87\x90");
    CHECK(decoded.text == "a纊≒");
    REQUIRE(decoded.source.size() == 2);
    CHECK(decoded.source[0].offset == 1);
    CHECK(decoded.source[0].size == 2);
    CHECK_FALSE(decoded.source[0].invalid);
    CHECK(decoded.source[1].bytes[0] == 0x87);
}

TEST_CASE("the first bad byte is found wherever the pieces are cut") {
    const struct {
        Encoding encoding;
        std::string bytes;
        std::uint64_t bad;
    } cases[] = {
        {Encoding::utf8, "a市\xE5\xB8,b", 4},
        {Encoding::utf8, "ab\xC0\xAF", 2},
        {Encoding::utf8, "市\xED\xA0\x80", 3},
        {Encoding::cp932, "a\x8E\x73\x80", 3},
        {Encoding::cp932, "\xEB\x40", 0},
        {Encoding::cp932, "ab\x81", 2},
        {Encoding::euc_jp, "\xBB\xD4\x8E\x41", 2},
        {Encoding::iso_2022_jp, "ab\x1B$Z", 2},
        {Encoding::iso_2022_jp, "\x1B$B;T\n", 5},
        {Encoding::utf16le,
         std::string{"a\0\0\xD8"
                     "b\0",
                     6},
         2},
        {Encoding::utf16be, std::string{"\0a\0", 3}, 2},
    };
    for (const auto& c : cases) {
        for (const std::size_t piece : {1, 2, 3, 100}) {
            INFO(to_string(c.encoding) << " " << c.bytes << " " << piece);
            const auto decoded = decode(c.encoding, c.bytes, piece);
            REQUIRE(decoded.bad);
            CHECK(*decoded.bad == c.bad);
            CHECK(find_invalid_utf8(decoded.text) == std::string_view::npos);
        }
    }
}

TEST_CASE("valid UTF-8 is recognised at any length and offset") {
    std::mt19937 random{7};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        const std::size_t size = random() % 200;
        while (text.size() < size) {
            constexpr char32_t limits[] = {0x80, 0x800, 0x10000, 0x110000};
            const auto value = static_cast<char32_t>(random() % limits[random() % 4]);
            if (value < 0xD800 || value > 0xDFFF) append_utf8(text, value);
        }
        if (random() % 2 != 0 && !text.empty()) text[random() % text.size()] = static_cast<char>(random());
        const auto decoded = decode(Encoding::utf8, text);
        const auto bad = find_invalid_utf8(text);
        CHECK(decoded.bad.has_value() == (bad != std::string_view::npos));
        if (decoded.bad && *decoded.bad != bad) CHECK(*decoded.bad == bad);
    }
}

TEST_CASE("encodings are found by proof") {
    const std::string text = "名称,備考\n市役所,ひらがなとカタカナ、それから漢字です。\n";
    for (const auto encoding :
         {Encoding::utf8, Encoding::cp932, Encoding::iso_2022_jp, Encoding::utf16le, Encoding::utf16be}) {
        INFO(to_string(encoding));
        CHECK(read_table(encode(encoding, text))->text()->dialect().encoding == encoding);
    }
    CHECK(read_table(encode(Encoding::euc_jp, text + "それはできる\n"))->text()->dialect().encoding ==
          Encoding::euc_jp);
    CHECK(read_table("a,b\n1,2\n")->text()->dialect().encoding == Encoding::utf8);
}

TEST_CASE("bytes that two encodings read differently leave the choice to the caller") {
    const std::string bytes = "a,b\n\xB1\xB2,1\n";  // ｱｲ in CP932, 渦 in EUC-JP
    try {
        read_table(bytes);
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.en().find("CP932: ｱｲ,1") != std::string::npos);
        CHECK(error.en().find("EUC-JP: 渦,1") != std::string::npos);
        CHECK(error.en().find("line 2") != std::string::npos);
        CHECK(error.hint() == ErrorHint::input_encoding);
    }
    ReadOptions options;
    options.encoding = Encoding::cp932;
    CHECK(read_table(bytes, options)->text()->dialect().encoding == Encoding::cp932);
}

TEST_CASE("files that are no text are named for what they are") {
    CHECK_THROWS_WITH(read_table("PK\x03\x04 and so on"), Catch::Contains("zip file"));
    CHECK_THROWS_WITH(read_table("%PDF-1.4"), Catch::Contains("PDF"));
}

TEST_CASE("names of encodings are read as people write them") {
    CHECK(parse_encoding("Shift_JIS") == Encoding::cp932);
    CHECK(parse_encoding("windows-31j") == Encoding::cp932);
    CHECK(parse_encoding("CP932-JIS") == Encoding::cp932_jis);
    CHECK(parse_encoding("utf8") == Encoding::utf8);
    CHECK(parse_encoding("EUC-JP") == Encoding::euc_jp);
    CHECK(parse_encoding("iso-2022-jp") == Encoding::iso_2022_jp);
    CHECK_FALSE(parse_encoding("latin1"));
    CHECK(parse_newline("crlf") == Newline::crlf);
}

TEST_CASE("JIS X 0213 is read as the C library reads it, in both of its encodings") {
    const struct {
        Encoding encoding;
        const char* charset;
    } both[] = {{Encoding::euc_jis_2004, "EUC-JISX0213"}, {Encoding::shift_jis_2004, "SHIFT_JISX0213"}};
    for (const auto& [encoding, charset] : both) {
        const iconv_t converter = iconv_open("UTF-8", charset);
        REQUIRE(converter != reinterpret_cast<iconv_t>(-1));
        std::size_t characters = 0;
        std::string differences;
        for (unsigned code = 0x8140; code < 65536; ++code) {
            const std::string pair{static_cast<char>(code >> 8), static_cast<char>(code)};
            for (const std::string& bytes : {pair, "\x8F" + pair}) {
                if (bytes.size() == 3 && encoding == Encoding::shift_jis_2004) continue;
                const auto decoded = decode(encoding, bytes);
                // The C library waits for what may follow か: a line end lets it go on.
                const std::string expected = by_iconv(converter, bytes + "\n");
                const std::string found = decoded.bad ? "" : decoded.text + "\n";
                characters += !decoded.bad;
                if (found != expected && decoded.text.find_first_of("\\~") == decoded.text.npos) {
                    char shown[16];
                    std::snprintf(shown, sizeof shown, "%zu:%04X ", bytes.size(), code);
                    differences += shown + found + expected;
                }
            }
        }
        INFO(charset << ": " << differences);
        CHECK(differences.empty());
        CHECK(characters > 11233);
        iconv_close(converter);
    }
}

TEST_CASE("sequences of JIS X 0213 are one code") {
    CHECK(encode(Encoding::euc_jis_2004, "か\u309Aか") == "\xA4\xF7\xA4\xAB");
    CHECK(decode(Encoding::euc_jis_2004, "\xA4\xF7\xA4\xAB").text == "か\u309Aか");
    CHECK(encode(Encoding::shift_jis_2004, "か\u309A") == "\x82\xF5");
    CHECK(encode(Encoding::euc_jis_2004, "𠂉ｱ") == "\x8F\xA1\xA1\x8E\xB1");
}

TEST_CASE("every code of JIS X 0213 is written as it was read") {
    for (const Encoding encoding : {Encoding::shift_jis_2004, Encoding::euc_jis_2004}) {
        std::size_t count = 0;
        for (unsigned code = 0x8140; code < 65536; ++code) {
            const std::string pair{static_cast<char>(code >> 8), static_cast<char>(code)};
            for (const std::string& bytes : {pair, "\x8F" + pair}) {
                const auto decoded = decode(encoding, bytes);
                if (decoded.bad || (bytes.size() == 3 && encoding == Encoding::shift_jis_2004)) continue;
                count += 1;
                if (encode(encoding, decoded.text) != bytes) CHECK(encode(encoding, decoded.text) == bytes);
            }
        }
        CHECK(count > 11233);
    }
}
