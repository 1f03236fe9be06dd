#include <catch2/catch.hpp>

#include "grammars/characters/shrink_text.hpp"
#include "registries/builder/builder.hpp"
#include "registries/characters/registry_characters.hpp"
#include "registries/lookup/lookup.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/tiny_font.hpp"

using namespace daicho;

namespace {

constexpr const char* table =
    "GJ番号,私用領域のコード,基底文字,備考\n"
    "GJ000001,U+100000,髙,\n"
    "GJ000002,U+100001,﨑,\n"
    "GJ000003,U+100002,,同定できない\n";

/// A registry of the hard cases, a table of MJ+ and perhaps a font of it.
std::string registry_with(const ScratchFolder& folder, const TinyFont* font) {
    folder.write("in/table.csv", table);
    if (font) folder.write("in/font.ttf", font->bytes());
    build_registry(folder / "r.sqlite",
                   {std::string{DAICHO_SOURCE_DIR} + "/tests/data/moji-cases", folder / "in"}, {});
    return folder / "r.sqlite";
}

std::string steps(const UnitShrink& shrink) {
    std::string all(name_of(shrink.verdict));
    for (const ShrinkStep& step : shrink.steps) {
        all += ' ' + std::string(name_of(step.basis).key) + '>' + step.to;
    }
    return all;
}

}  // namespace

TEST_CASE("a character of MJ+ goes over its base to MJ, JIS X 0213 and JIS X 0208, each step told") {
    const ScratchFolder folder;
    const auto known = registry_characters(registry_with(folder, nullptr));
    const auto shrunk = [&](std::string_view unit, ShrinkTarget target) {
        return steps(known->shrink(unit, ShrinkPolicy::mjsu, target));
    };
    CHECK(shrunk("\U00100000", ShrinkTarget::jisx0213) == "unique imported-base>髙 jis-unification>高");
    CHECK(shrunk("\U00100001", ShrinkTarget::jisx0213) == "unique imported-base>﨑");
    CHECK(shrunk("\U00100001", ShrinkTarget::jisx0208) == "unique imported-base>﨑 nta>崎");
    CHECK(shrunk("\U00100002", ShrinkTarget::jisx0213) == "none");
    CHECK(shrunk("\U00100003", ShrinkTarget::jisx0213) == "none");
    CHECK(known->holds(LoadedSet::mj_plus, "\U00100000") == Membership::present);
    CHECK(known->holds(LoadedSet::mj_plus, "\U00100003") == Membership::absent);
    CHECK(known->holds(LoadedSet::mj_plus, "髙") == Membership::present);
}

TEST_CASE("a private use code that table and font read differently identifies nothing") {
    const ScratchFolder folder;
    TinyFont font;
    font.glyph("GJ000003", {0x100000});
    const auto known = registry_characters(registry_with(folder, &font));
    CHECK(known->shrink("\U00100000", ShrinkPolicy::mjsu, ShrinkTarget::jisx0213).verdict ==
          ShrinkVerdict::none);
    CHECK(known->holds(LoadedSet::mj_plus, "\U00100000") == Membership::absent);
    CHECK(known->holds(LoadedSet::mj_plus, "\U00100001") == Membership::present);
}

TEST_CASE("without a table or font of MJ+ nobody says what a private use code is") {
    const ScratchFolder folder;
    build_registry(folder / "r.sqlite", {std::string{DAICHO_SOURCE_DIR} + "/tests/data/moji-cases"}, {});
    const auto known = registry_characters(folder / "r.sqlite");
    CHECK(known->holds(LoadedSet::mj_plus, "\U00100000") == Membership::not_loaded);
    CHECK(known->shrink("\U00100000", ShrinkPolicy::mjsu, ShrinkTarget::jisx0213).verdict ==
          ShrinkVerdict::not_loaded);
}

TEST_CASE("a number of MJ+ is looked up as one of MJ") {
    const ScratchFolder folder;
    const Registry registry(registry_with(folder, nullptr));
    const LookupKind& kind = *find_lookup_kind("character");
    const auto asked = [&](std::string_view query) {
        return look_up(kind, query, {.registry = &registry}).status();
    };
    CHECK(asked("GJ000001") == LookupAnswer::Status::found);
    CHECK(asked("U+100000") == LookupAnswer::Status::found);
    CHECK(asked("GJ999999") == LookupAnswer::Status::not_found);
    CHECK(asked("MJ999999") == LookupAnswer::Status::not_found);
}
