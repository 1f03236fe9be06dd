#include "registries/characters/mj_glyph.hpp"

#include <catch2/catch.hpp>

#include "registries/store/registry.hpp"
#include "tests/support/case_registry.hpp"

using namespace daicho;

namespace {

const Registry& cases() {
    static const Registry registry(case_registry());
    return registry;
}

std::string glyphs(MjKey key, std::string_view value) {
    std::string all;
    for (const MjGlyph& glyph : mj_glyphs(cases(), key, value)) all += (all.empty() ? "" : " ") + glyph.mj;
    return all;
}

std::string glyph_of(std::string_view unit) {
    const auto glyph = mj_glyph_of(cases(), unit);
    return glyph ? glyph->mj : "";
}

}  // namespace

TEST_CASE("a glyph is found by each of its keys") {
    CHECK(glyphs(MjKey::mj, "MJ028902") == "MJ028902");
    CHECK(glyphs(MjKey::implemented_ucs, "U+9AD9") == "MJ028902");
    CHECK(glyphs(MjKey::ucs, "U+8FBB") == "MJ025760 MJ025761");
    CHECK(glyphs(MjKey::ivs, "8FBB_E0102") == "MJ025760");
    CHECK(glyphs(MjKey::ivs, "535A_E010A") == "MJ059399");
    CHECK(glyphs(MjKey::svs, "4FAE_FE00") == "MJ030244");
    CHECK(glyphs(MjKey::koseki, "437660") == "MJ025760");
    CHECK(glyphs(MjKey::juki, "J+8FBB") == "MJ025760");
    CHECK(glyphs(MjKey::toki, "00437660") == "MJ025760");
    CHECK(glyphs(MjKey::x0213, "1-36-52") == "MJ025760 MJ025761");
}

TEST_CASE("the key is the code point that is implemented, not the one that corresponds") {
    CHECK(glyph_of("辻") == "MJ025761");
    CHECK(glyph_of("辻\U000E0102") == "MJ025760");
    CHECK(glyph_of("葛") == "MJ022336");
    CHECK(glyph_of("侮\uFE00") == "MJ030244");
    CHECK(glyph_of("\uFA30") == "MJ030244");
    CHECK(glyph_of("侮") == "MJ006728");
    CHECK(glyph_of("葛\U000E0100").empty());
    CHECK(glyph_of("令").empty());
}

TEST_CASE("住基 codes that look like the code point of another glyph are told") {
    const auto katsu = mj_glyphs(cases(), MjKey::juki, "J+845B").front();
    CHECK(katsu.mj == "MJ022335");
    CHECK(is_misleading(katsu));
    CHECK(glyph_of_namesake(cases(), katsu)->mj == "MJ022336");
    const auto taka = mj_glyphs(cases(), MjKey::juki, "J+9AD9").front();
    CHECK_FALSE(is_misleading(taka));
    // A code of the network's own area resembles no kanji.
    const auto tsuji = mj_glyphs(cases(), MjKey::juki, "J+BC2F").front();
    CHECK_FALSE(is_misleading(tsuji));
}

TEST_CASE("a glyph with neither code point nor sequence cannot be written") {
    const auto glyph = mj_glyphs(cases(), MjKey::mj, "MJ029893").front();
    CHECK(unit_of(glyph).empty());
    CHECK(unit_of(mj_glyphs(cases(), MjKey::mj, "MJ025760").front()) == "辻\U000E0102");
}

TEST_CASE("keys are read as they are written, and nothing else is") {
    CHECK(text_of_key("U+9AD9") == "髙");
    CHECK(text_of_key("0x9AD9") == "髙");
    CHECK(text_of_key("8FBB_E0102") == "辻\U000E0102");
    for (const char* bad : {"", "U+", "U+D800", "U+110000", "8FBB_", "8FBB_X", "_E0100", "U+0000009AD9"}) {
        CHECK(text_of_key(bad).empty());
    }
}

TEST_CASE("邉 and its relatives have as many shapes as MJ gives them") {
    const auto shapes = [](const char* code) { return mj_glyphs(cases(), MjKey::ucs, code).size(); };
    CHECK(shapes("U+9089") == 16);  // 邉
    CHECK(shapes("U+908A") == 11);  // 邊
    CHECK(shapes("U+8FBA") == 2);   // 辺
    CHECK(shapes("U+658E") == 2);   // 斎
    CHECK(shapes("U+9F4B") == 5);   // 齋
    CHECK(shapes("U+845B") == 7);   // 葛
}
