#include "registries/characters/variation.hpp"

#include <catch2/catch.hpp>

#include "registries/characters/character_data.hpp"
#include "registries/characters/mj_glyph.hpp"
#include "registries/characters/registry_characters.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/case_registry.hpp"

#include <algorithm>

using namespace daicho;
using namespace daicho::ivd_collection;

namespace {

const Registry& cases() {
    static const Registry registry(case_registry());
    return registry;
}

/// "845B_E0102 mj" for each translation.
std::string translated(char32_t base, char32_t selector, std::uint8_t collection) {
    std::string all;
    for (const SequenceTranslation& one : translate_sequence(cases(), {base, selector}, collection)) {
        if (!all.empty()) all += ", ";
        all += sequence_key(one.to.sequence.base, one.to.sequence.selector) + ' ' +
               std::string(name_of(one.reason));
    }
    return all;
}

}  // namespace

TEST_CASE("葛 of 葛城 and of 葛飾 have different selectors in different collections") {
    CHECK(translated(U'葛', 0xE0102, hanyo_denshi) == "845B_E0102 sequence");
    CHECK(translated(U'葛', 0xE0102, adobe_japan1) == "845B_E0100 jis-1990");
    CHECK(translated(U'葛', 0xE0103, adobe_japan1) == "845B_E0101 jis-2004");
    CHECK(translated(U'葛', 0xE0100, moji_joho) == "845B_E0102 jis-1990");
    CHECK(translated(U'葛', 0xE0101, moji_joho) == "845B_E0103 jis-2004");
    // A glyph of its own: nothing proves that another collection has it.
    CHECK(translated(U'葛', 0xE0109, moji_joho).empty());
    CHECK(translated(U'葛', 0xE01EF, moji_joho).empty());
}

TEST_CASE("of the sequences of another collection those with the best proof are given") {
    const auto known = registry_characters(case_registry());
    const auto text = [&](char32_t selector, std::uint8_t collection) {
        std::string all;
        for (const auto& one : known->translations(U'葛', selector, collection)) {
            all += one.text + ' ' + one.proof + '\n';
        }
        return all;
    };
    CHECK(text(0xE0100, moji_joho) == "葛\U000E0102 jis-1990 1975\n");
    CHECK(text(0xE0103, adobe_japan1) == "葛\U000E0101 jis-2004 1-19-75\n");
    CHECK(text(0xE0102, hanyo_denshi) == "葛\U000E0102 sequence 845B_E0102\n");
    CHECK(text(0xE0109, moji_joho).empty());
    // Asked again, it is remembered.
    CHECK(text(0xE0100, moji_joho) == "葛\U000E0102 jis-1990 1975\n");
}

TEST_CASE("the two glyphs with a second sequence have it under another base") {
    CHECK(translated(U'博', 0xE010A, moji_joho) == "535A_E010A sequence, 2B9E4_E0100 mj");
}

TEST_CASE("a sequence is registered, in MJ, redundant: three questions") {
    const auto known = registry_characters(case_registry());
    const VariationFacts common = known->variation(U'葛', 0xE0103);
    CHECK(common.loaded);
    CHECK(common.collections == (hanyo_denshi | moji_joho));
    CHECK(common.redundant);
    CHECK(known->holds(LoadedSet::mj, "葛\U000E0103") == Membership::present);
    const VariationFacts adobe = known->variation(U'葛', 0xE0100);
    CHECK(adobe.collections == adobe_japan1);
    CHECK_FALSE(adobe.redundant);
    CHECK(known->holds(LoadedSet::mj, "葛\U000E0100") == Membership::absent);
    CHECK(known->holds(LoadedSet::variations, "葛\U000E0100") == Membership::present);
    // A stray selector in a prefecture: 媛 has no such sequence.
    CHECK_FALSE(known->variation(U'媛', 0xE0103).registered());
    // MJ030244 is 侮 U+FA30, not what 侮 is without a selector.
    CHECK_FALSE(known->variation(U'侮', 0xE0103).redundant);
    CHECK(known->holds(LoadedSet::mj, "\uFA30") == Membership::present);
    CHECK(known->holds(LoadedSet::mj, "侮\uFE00") == Membership::present);
    CHECK(known->holds(LoadedSet::mj, "\uF9A8") == Membership::absent);
    CHECK(known->holds(LoadedSet::mj, "か\u309A") == Membership::absent);
    CHECK(known->holds(LoadedSet::mj_plus, "髙") == Membership::not_loaded);
}

TEST_CASE("the data that answers about characters is named by table and digest of its file") {
    const auto data = editions_of_character_data(cases());
    REQUIRE_FALSE(data.empty());
    CHECK(std::ranges::is_sorted(data));
    const auto of_table = [&](std::string_view table) {
        return std::ranges::count_if(data, [&](const auto& one) { return one.starts_with(table); });
    };
    CHECK(of_table("variation_sequence ") >= 1);
    CHECK(of_table("mj_character ") >= 1);
    CHECK(std::ranges::all_of(data,
                              [](const auto& one) { return one.size() - one.find("sha256:") == 7 + 64; }));
}
