#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "registries/sources/font_file.hpp"
#include "tests/support/tiny_font.hpp"

using namespace daicho;

namespace {

TinyFont sample() {
    TinyFont font;
    font.glyph("mj025761", {0x8FBB}).default_sequence(0x8FBB, 0xE0101);
    font.glyph("mj025760", {}).sequence(0x8FBB, 0xE0102);
    font.glyph("GJ000001", {0x100000, 0x10DE92});
    font.glyph("GJ000002", {});
    return font;
}

/// "name code selector" of each glyph.
std::vector<std::string> shown(const FontFace& face) {
    std::vector<std::string> all;
    for (const FontGlyph& glyph : face.glyphs) {
        char text[64];
        std::snprintf(text, sizeof text, " %X %X", static_cast<unsigned>(glyph.code),
                      static_cast<unsigned>(glyph.selector));
        all.push_back(glyph.name + text);
    }
    return all;
}

}  // namespace

TEST_CASE("a font gives its glyphs with their names, codes and variation sequences") {
    const std::string bytes = sample().bytes();
    REQUIRE(is_font(bytes));
    const auto faces = read_font(bytes, "tiny.ttf");
    REQUIRE(faces.size() == 1);
    CHECK(faces[0].family == "Tiny Mincho");
    CHECK(faces[0].version == "Version 001.00");
    CHECK(shown(faces[0]) == std::vector<std::string>{"mj025761 8FBB 0", "GJ000001 100000 0",
                                                      "GJ000001 10DE92 0", "mj025761 8FBB E0101",
                                                      "mj025760 8FBB E0102", "GJ000002 0 0"});
}

TEST_CASE("a font that does not name its glyphs is refused, since codes alone identify nothing") {
    TinyFont font = sample();
    font.names_glyphs = false;
    CHECK_THROWS_WITH(read_font(font.bytes(), "a.ttf"), Catch::Contains("does not name its glyphs"));
}

TEST_CASE("other files with the first bytes of a font are none") {
    using namespace std::string_view_literals;
    CHECK_FALSE(is_font("\0\1\0\0Standard Jet DB\0"sv));
    CHECK_FALSE(is_font("\0\1\0\0"sv));
    CHECK_FALSE(is_font(""));
    CHECK(is_font("wOF2...."));
}

TEST_CASE("a font that was cut off or changed is read or refused, and nothing worse") {
    const std::string bytes = sample().bytes();
    std::size_t refused = 0;
    const auto try_to_read = [&](const std::string& broken) {
        try {
            for (const FontFace& face : read_font(broken, "a.ttf")) CHECK(face.glyphs.size() < 100000);
        } catch (const Error& error) {
            CHECK(std::string(error.what()).starts_with("a.ttf: "));
            ++refused;
        }
    };
    for (std::size_t size = 0; size < bytes.size(); size += 3) try_to_read(bytes.substr(0, size));
    CHECK(refused > 10);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0xFF);
        try_to_read(changed);
    }
}
