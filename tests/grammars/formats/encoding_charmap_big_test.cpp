#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "grammars/formats/archive.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/text/utf8.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

std::string read_all(ByteSource& source) {
    std::string bytes;
    std::vector<char> block(1 << 16);
    while (const std::size_t got = source.read(block.data(), block.size())) bytes.append(block.data(), got);
    return bytes;
}

unsigned hexadecimal(std::string_view digits) {
    unsigned value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return value;
}

/// The codes of a charmap of the GNU C Library: `<U9AD9> /xfb/xfc NAME`, with %IRREVERSIBLE% in front of a
/// code that is read and never written.
std::map<std::string, char32_t> codes_of(const std::string& charmap) {
    std::map<std::string, char32_t> codes;
    for (std::size_t at = 0; at < charmap.size();) {
        const std::size_t end = std::min(charmap.find('\n', at), charmap.size());
        std::string_view line(charmap.data() + at, end - at);
        at = end + 1;
        if (line.starts_with("%IRREVERSIBLE%")) line.remove_prefix(14);
        if (!line.starts_with("<U")) continue;
        const char32_t character = hexadecimal(line.substr(2, line.find('>') - 2));
        std::string code;
        for (std::size_t x = line.find("/x"); x < line.size() && line.substr(x, 2) == "/x"; x += 4) {
            code += static_cast<char>(hexadecimal(line.substr(x + 2, 2)));
        }
        codes[code] = character;
    }
    return codes;
}

std::map<std::string, char32_t> windows_31j() {
    std::string charmap;
    for_each_file(
        shared_data("characters/jis"), {},
        [&](const FileEntry& entry, ByteSource& source) {
            if (entry.locator.find("WINDOWS-31J") != entry.locator.npos) charmap = read_all(source);
        },
        [](const std::string&, const Error&) {});
    return codes_of(charmap);
}

/// Nothing where a byte of it is no character.
std::optional<std::string> read_as_cp932(const std::string& bytes) {
    Decoder decoder(Encoding::cp932);
    Buffer<char> text;
    std::vector<SourceBytes> source;
    decoder.decode(bytes, true, text, source);
    if (decoder.first_invalid()) return {};
    return std::string(text.data(), text.size());
}

/// What the charmap makes of two bytes: one character of both, or two of one each.
std::optional<std::string> by_charmap(const std::map<std::string, char32_t>& codes, const std::string& pair) {
    std::string text;
    if (const auto both = codes.find(pair); both != codes.end()) {
        append_utf8(text, both->second);
        return text;
    }
    for (const char byte : pair) {
        const auto one = codes.find(std::string(1, byte));
        if (one == codes.end()) return {};
        append_utf8(text, one->second);
    }
    return text;
}

}  // namespace

TEST_CASE("CP932 is read as the charmap WINDOWS-31J says, each of the 65,536 pairs of bytes") {
    const auto codes = windows_31j();
    REQUIRE(codes.size() > 9000);
    std::size_t wrong = 0;
    for (unsigned code = 0; code < 65536; ++code) {
        const std::string pair{static_cast<char>(code >> 8), static_cast<char>(code)};
        if (read_as_cp932(pair) == by_charmap(codes, pair)) continue;
        if (++wrong < 5) {
            CAPTURE(code, read_as_cp932(pair).value_or("refused"),
                    by_charmap(codes, pair).value_or("refused"));
            CHECK(wrong == 0);
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("the bytes 80, A0 and FD to FF are no characters of CP932") {
    for (const char* byte : {"\x80", "\xA0", "\xFD", "\xFE", "\xFF"}) CHECK_FALSE(read_as_cp932(byte));
}
