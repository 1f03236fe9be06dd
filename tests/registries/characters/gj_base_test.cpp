#include "registries/characters/gj_base.hpp"

#include <catch2/catch.hpp>

#include "grammars/text/utf8.hpp"
#include "registries/builder/builder.hpp"
#include "registries/characters/gj_characters.hpp"
#include "registries/characters/registry_characters.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/tiny_font.hpp"

using namespace daicho;

namespace {

const std::string moji = std::string{DAICHO_SOURCE_DIR} + "/tests/data/moji-cases";

/// The registry of the hard cases, with the fonts and tables of a folder.
class WithImports {
 public:
    /// Two fonts that place the same characters differently, and a table with their bases.
    WithImports() {
        TinyFont one, other;
        one.glyph("GJ000001", {0x100000}).glyph("GJ000002", {0x100001}).glyph("GJ000003", {0x100002});
        one.glyph("GJ000005", {0x100004});
        other.family = "Other Mincho";
        other.glyph("GJ000003", {0x100001}).glyph("GJ000005", {0x10DE92});
        folder_.write("in/one.ttf", one.bytes());
        folder_.write("in/other.ttf", other.bytes());
        folder_.write(
            "in/gj.csv",
            "GJ番号,私用領域,基底文字,対応するMJ文字図形名\nGJ000001,,髙,\nGJ000002,,辻,\nGJ000003,,,\n"
            "GJ000004,U+100003,U+9089,\nGJ000005,,,MJ028902\n");
        build_registry(path_, {folder_ / "in", moji}, {});
    }
    const std::string& path() const { return path_; }

 private:
    ScratchFolder folder_;
    std::string path_ = folder_ / "r.sqlite";
};

const WithImports& imports() {
    static const WithImports made;
    return made;
}

std::string steps(const UnitShrink& shrink) {
    std::string all;
    for (const ShrinkStep& step : shrink.steps) {
        all += step.to + "(" + std::string(name_of(step.basis).key) + ")";
    }
    return all;
}

}  // namespace

TEST_CASE(
    "a private use code has a number where all that was imported agree, and a base where a table says it") {
    const Registry registry(imports().path());
    CHECK(has_gj(registry));
    CHECK(gj_number_of(registry, "\U00100000") == "GJ000001");
    CHECK(gj_number_of(registry, "\U00100001").empty());  // GJ000002 and GJ000003
    CHECK(gj_number_of(registry, "\U00100003") == "GJ000004");
    CHECK(gj_number_of(registry, "\uE000").empty());
    CHECK(gj_number_of(registry, "髙").empty());
    CHECK(gj_base(registry, "GJ000001") == "髙");
    CHECK(gj_base(registry, "GJ000004") == "邉");
    CHECK(gj_base(registry, "GJ000005") == "髙");  // MJ028902
    CHECK(gj_base(registry, "GJ000003").empty());
    CHECK(gj_base(registry, "GJ999999").empty());
}

TEST_CASE("what is asked one by one is what is held in memory") {
    const Registry registry(imports().path());
    const GjCharacters all(registry);
    for (char32_t code = 0x100000; code < 0x100010; ++code) {
        std::string unit;
        append_utf8(unit, code);
        const GjCharacter* known = all.of(unit);
        CHECK(gj_number_of(registry, unit) == (known == nullptr ? "" : known->number));
        if (known != nullptr) CHECK(gj_base(registry, known->number) == known->base);
    }
}

TEST_CASE("the chain from MJ+ goes through the base of the table to JIS, each step named") {
    const auto characters = registry_characters(imports().path());
    const auto shrink = [&](const char* unit, ShrinkTarget target = ShrinkTarget::jisx0213) {
        return characters->shrink(unit, ShrinkPolicy::mjsu, target);
    };
    CHECK(shrink("\U00100000").text == "高");
    CHECK(steps(shrink("\U00100000")) == "髙(imported-base)高(jis-unification)");
    CHECK(shrink("\U00100004").text == "高");
    CHECK(shrink("\U00100002").verdict == ShrinkVerdict::none);  // a number without base
    CHECK(shrink("\U00100001").verdict == ShrinkVerdict::none);  // of which nobody knows whose it is
    CHECK(shrink("\uE000").verdict == ShrinkVerdict::none);
}

TEST_CASE("private use characters belong to the standard by what was imported, never by their code") {
    const auto characters = registry_characters(imports().path());
    REQUIRE(characters->has(LoadedSet::mj_plus));
    CHECK(characters->holds(LoadedSet::mj_plus, "\U00100000") == Membership::present);
    CHECK(characters->holds(LoadedSet::mj_plus, "\U00100001") == Membership::absent);
    CHECK(characters->holds(LoadedSet::mj_plus, "\uE000") == Membership::absent);
    CHECK(characters->holds(LoadedSet::mj_plus, "髙") == Membership::present);
    CHECK(characters->holds(LoadedSet::mj, "\U00100000") == Membership::absent);
}

TEST_CASE("without fonts or tables nobody knows of GJ characters, and a font of MJ changes nothing in that") {
    const ScratchFolder folder;
    TinyFont font;
    folder.write("in/mj.ttf", font.glyph("mj028902", {0x9AD9}).glyph("space", {0x100000}).bytes());
    build_registry(folder / "r.sqlite", {folder / "in", moji}, {});
    const auto characters = registry_characters(folder / "r.sqlite");
    CHECK_FALSE(characters->has(LoadedSet::mj_plus));
    CHECK(characters->holds(LoadedSet::mj_plus, "\U00100000") == Membership::not_loaded);
    const auto shrink = characters->shrink("\U00100000", ShrinkPolicy::mjsu, ShrinkTarget::jisx0213);
    CHECK(shrink.verdict == ShrinkVerdict::not_loaded);
}
