// Where the ways to read Shift_JIS and EUC-JP differ: ours among themselves, and from the charmaps of the C
// library.

#include <algorithm>
#include <cstdio>
#include <string>

#include <iconv.h>

#include "catch2/catch.hpp"
#include "grammars/formats/encoding.hpp"

using namespace daicho;

namespace {

/// The text of one code, empty where it is none.
std::string ours(Encoding encoding, const std::string& bytes) {
    Decoder decoder{encoding};
    Buffer<char> text;
    std::vector<SourceBytes> source;
    decoder.decode(bytes, true, text, source);
    return decoder.first_invalid() ? "" : std::string{text.data(), text.size()};
}

std::string theirs(iconv_t converter, std::string bytes) {
    char out[16];
    char* from = bytes.data();
    char* to = out;
    std::size_t from_left = bytes.size();
    std::size_t to_left = sizeof out;
    iconv(converter, nullptr, nullptr, nullptr, nullptr);
    if (iconv(converter, &from, &from_left, &to, &to_left) == static_cast<std::size_t>(-1) || from_left != 0)
        return {};
    iconv(converter, nullptr, nullptr, &to, &to_left);  // what it held back
    return {out, sizeof out - to_left};
}

struct Disagreement {
    std::string other_characters;  ///< "8160～〜 ": codes that both read, and how
    int only_first = 0;
    int only_second = 0;
};

/// Compares all codes of two bytes whose second one is no ASCII that could stand alone.
template <class First, class Second>
Disagreement compare(First&& first, Second&& second, unsigned least) {
    Disagreement found;
    for (unsigned lead = least; lead < 256; ++lead) {
        if (lead >= 0xA0 && lead < 0xE0 && least < 0xA0) continue;  // half-width kana
        for (unsigned trail = least < 0xA0 ? 0x40 : 0xA1; trail < 256; ++trail) {
            const std::string bytes{static_cast<char>(lead), static_cast<char>(trail)};
            const std::string a = first(bytes);
            const std::string b = second(bytes);
            found.only_first += !a.empty() && b.empty();
            found.only_second += a.empty() && !b.empty();
            if (a.empty() || b.empty() || a == b) continue;
            char code[8];
            std::snprintf(code, sizeof code, "%02X%02X", lead, trail);
            found.other_characters += code + a + b + " ";
        }
    }
    return found;
}

Disagreement with_library(Encoding encoding, const char* charset, unsigned least) {
    const iconv_t converter = iconv_open("UTF-8", charset);
    REQUIRE(converter != reinterpret_cast<iconv_t>(-1));
    const auto found = compare([&](const std::string& bytes) { return ours(encoding, bytes); },
                               [&](const std::string& bytes) { return theirs(converter, bytes); }, least);
    iconv_close(converter);
    return found;
}

/// Number of entries of a list of other characters.
std::size_t entries(const Disagreement& found) {
    return static_cast<std::size_t>(
        std::count(found.other_characters.begin(), found.other_characters.end(), ' '));
}

}  // namespace

TEST_CASE("CP932 and CP932-JIS differ in seven characters") {
    const auto found =
        compare([](const std::string& bytes) { return ours(Encoding::cp932, bytes); },
                [](const std::string& bytes) { return ours(Encoding::cp932_jis, bytes); }, 0x81);
    CHECK(found.other_characters == "815C―— 8160～〜 8161∥‖ 817C－− 8191￠¢ 8192￡£ 81CA￢¬ ");
    CHECK(found.only_first == 0);
    CHECK(found.only_second == 0);
}

TEST_CASE("CP932 agrees with WINDOWS-31J of the C library, and differs from its SHIFT_JIS") {
    const auto same = with_library(Encoding::cp932, "WINDOWS-31J", 0x81);
    CHECK(same.other_characters == "");
    CHECK(same.only_first == 0);
    CHECK(same.only_second == 0);
    const auto strict = with_library(Encoding::cp932, "SHIFT_JIS", 0x81);
    CHECK(strict.other_characters == "8160～〜 8161∥‖ 817C－− 8191￠¢ 8192￡£ 81CA￢¬ ");
    CHECK(strict.only_first == 2725);  // NEC row 13, NEC-selected and IBM extensions, 1,880 user-defined
    CHECK(strict.only_second == 0);
    const auto jis = with_library(Encoding::cp932_jis, "SHIFT_JIS", 0x81);
    CHECK(jis.other_characters == "815C—― ");
}

TEST_CASE("Shift_JIS-2004 reads other characters on the codes of Windows") {
    const auto found =
        compare([](const std::string& bytes) { return ours(Encoding::cp932, bytes); },
                [](const std::string& bytes) { return ours(Encoding::shift_jis_2004, bytes); }, 0x81);
    CHECK(entries(found) == 2649);  // 1,880 of them are user-defined in CP932
    CHECK(found.only_first == 10);
    CHECK(found.only_second == 1639);
    CHECK(found.other_characters.find("FBFC髙騠") != std::string::npos);
}

TEST_CASE(
    "EUC-JP differs from that of the C library in six characters and in what is user-defined, and from "
    "EUC-JIS-2004") {
    const auto plain = with_library(Encoding::euc_jp, "EUC-JP", 0xA1);
    CHECK(plain.other_characters == "A1C1～〜 A1C2∥‖ A1DD－− A1F1￠¢ A1F2￡£ A2CC￢¬ ");
    CHECK(plain.only_first == 1023);  // NEC row 13 and 940 user-defined
    CHECK(plain.only_second == 0);
    const auto found =
        compare([](const std::string& bytes) { return ours(Encoding::euc_jp, bytes); },
                [](const std::string& bytes) { return ours(Encoding::euc_jis_2004, bytes); }, 0xA1);
    CHECK(entries(found) == 947);  // 940 of them are user-defined in EUC-JP
    CHECK(found.only_first == 10);
    CHECK(found.only_second == 905);
}

TEST_CASE("398 codes of CP932 do not come back as they were") {
    int seconds = 0;
    for (unsigned code = 0x8140; code < 65536; ++code) {
        const std::string bytes{static_cast<char>(code >> 8), static_cast<char>(code)};
        const std::string text = ours(Encoding::cp932, bytes);
        if (text.empty() || (code >= 0xA000 && code < 0xE000)) continue;
        Encoder encoder{Encoding::cp932};
        std::string again;
        REQUIRE(encoder.encode(text, again) == std::string_view::npos);
        seconds += again != bytes;
    }
    CHECK(seconds == 398);
}

TEST_CASE("single bytes that are no character are refused, and what is broken never swallows ASCII") {
    for (const unsigned byte : {0x80, 0xA0, 0xFD, 0xFE, 0xFF}) {
        CHECK(ours(Encoding::cp932, std::string(1, static_cast<char>(byte))).empty());
    }
    for (const Encoding encoding : {Encoding::cp932, Encoding::cp932_jis, Encoding::shift_jis_2004,
                                    Encoding::euc_jp, Encoding::euc_jis_2004, Encoding::utf8}) {
        for (unsigned lead = 0x80; lead < 256; ++lead) {
            for (const char next : {',', '"', '\n', '1', '!'}) {
                Decoder decoder{encoding};
                Buffer<char> text;
                std::vector<SourceBytes> source;
                decoder.decode(std::string{static_cast<char>(lead), next, 'a'}, true, text, source);
                const std::string_view found{text.data(), text.size()};
                if (!found.ends_with(std::string{next, 'a'}))
                    CHECK(to_string(encoding) == std::to_string(lead));
            }
        }
    }
}
