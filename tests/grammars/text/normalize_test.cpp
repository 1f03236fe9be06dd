#include "grammars/text/normalize.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <vector>

#include "grammars/text/character.hpp"
#include "tests/support/unicode_files.hpp"

using namespace daicho;

namespace {

char32_t read_hex(const std::string& digits) {
    return static_cast<char32_t>(std::stoul(digits, nullptr, 16));
}

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::string utf8(const std::string& codes) {
    std::string out;
    for (const std::string& code : split(codes, ' ')) append_utf8(out, read_hex(code));
    return out;
}

}  // namespace

TEST_CASE(
    "every line of Unicode's NormalizationTest holds, and so does every character that it does not name") {
    CHECK(unicode_version() == "15.0.0");
    std::size_t lines = 0, wrong = 0;
    bool first_part = false;
    std::set<char32_t> named;
    for_each_unicode_line("NormalizationTest.txt.bz2", [&](const std::string& line) {
        if (line.starts_with("@")) first_part = line.starts_with("@Part1");
        if (line.empty() || line[0] == '#' || line[0] == '@') return;
        const auto fields = split(line, ';');
        if (first_part) named.insert(read_hex(fields[0]));
        std::string column[5];
        for (int i = 0; i < 5; ++i) column[i] = utf8(fields[i]);
        bool right = true;
        for (int i = 0; i < 5; ++i) {
            right =
                right && nfc(column[i]) == column[i < 3 ? 1 : 3] && nfd(column[i]) == column[i < 3 ? 2 : 4];
            right = right && is_nfc(column[i]) == (nfc(column[i]) == column[i]);
        }
        ++lines;
        if (!right && ++wrong < 5) FAIL_CHECK(line);
    });
    CHECK(lines == 19074);
    CHECK(wrong == 0);
    for (char32_t c = 0; c < 0x110000; ++c) {
        if ((c >= 0xD800 && c < 0xE000) || named.contains(c)) continue;
        std::string text;
        append_utf8(text, c);
        if (nfc(text) != text || nfd(text) != text || !is_nfc(text))
            FAIL_CHECK("U+" << std::hex << unsigned(c));
    }
}

TEST_CASE("what is not in NFC is found where it begins") {
    CHECK(find_not_nfc("東京都") == std::string::npos);
    CHECK(find_not_nfc("abcdefghijか\u3099き") == 10);
    CHECK(find_not_nfc("か\u309A") == std::string::npos);  // no letter has that: it stays two
    CHECK(find_not_nfc("q\u0323\u0307") == std::string::npos);
    CHECK(find_not_nfc("xq\u0307\u0323") == 1);  // in the wrong order
    CHECK(find_not_nfc("神\uFA19") == 0);        // the letter before belongs to the part that changes
    CHECK(find_not_nfc("") == std::string::npos);
}

TEST_CASE("NFC joins kana and their marks, and keeps what belongs to no letter") {
    CHECK(nfc("か\u3099き\u3099は\u309Aらい") == "がぎぱらい");
    CHECK(nfc("\u3099か") == "\u3099か");
    CHECK(nfc("か\u309A") == "か\u309A");
    CHECK(nfc("e\u0301te\u0301") == "été");
    CHECK(nfc("\u1100\u1161\u11A8") == "각");
    CHECK(nfc("侮\uFA30") == "侮侮");
    CHECK(nfc("﨑﨟﨡") == "﨑﨟﨡");
}

TEST_CASE("what is not in NFC is found at any distance, in ASCII and in Japanese") {
    for (std::size_t length = 0; length < 40; ++length) {
        for (const std::string_view letter : {"a", "é", "漢", "𠮷"}) {
            std::string before;
            for (std::size_t i = 0; i < length; ++i) before += letter;
            CHECK(find_not_nfc(before + "か\u3099" + before) == before.size());
            CHECK(nfc(before + "か\u3099" + before) == before + "が" + before);
            CHECK(find_not_nfc(before + "xe\u0301y") == before.size() + 1);
            CHECK(is_nfc(before + "か\u309A" + before));
        }
    }
}

TEST_CASE("marks without end are put in order too") {
    std::string marks = "a", ordered = "a";
    for (int i = 0; i < 3000; ++i) marks += "\u0307\u0323";
    for (int i = 0; i < 3000; ++i) ordered += "\u0323";
    for (int i = 0; i < 3000; ++i) ordered += "\u0307";
    CHECK(nfd(marks) == ordered);
    CHECK(nfc(nfc(marks)) == nfc(marks));
    CHECK_FALSE(is_nfc(marks));
    CHECK(is_nfc(nfc(marks)));
}
