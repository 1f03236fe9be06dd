#include "registries/characters/variation.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "grammars/text/utf8.hpp"
#include "registries/characters/mj_glyph.hpp"
#include "registries/characters/registry_characters.hpp"
#include "tests/support/shared_registry.hpp"

using namespace daicho;

TEST_CASE("the sequences are those of the IVD list of 2022-09-13, collection by collection") {
    const Registry registry(shared_character_registry());
    const auto known = registry_characters(shared_character_registry());
    std::map<std::string, int> counts;
    std::map<VariationSequence, std::uint8_t> collections;
    Statement rows = registry.database().prepare("select distinct base from variation_sequence");
    while (rows.step()) {
        const char32_t base = code_point_at(text_of_key(rows.text(0)), 0).value;
        for (const RegisteredSequence& one : registered_sequences(registry, base)) {
            ++counts[one.collection_name];
            collections[one.sequence] |= one.collection;
        }
    }
    // As the list says at its top.
    CHECK(counts == std::map<std::string, int>{{"Adobe-Japan1", 14'684},
                                               {"Hanyo-Denshi", 13'045},
                                               {"KRName", 36},
                                               {"MSARG", 154},
                                               {"Moji_Joho", 11'384}});
    int redundant = 0;
    for (const auto& [sequence, bits] : collections) {
        const VariationFacts facts = known->variation(sequence.base, sequence.selector);
        if (facts.collections != bits) FAIL(sequence_key(sequence.base, sequence.selector));
        redundant += facts.redundant;
    }
    // 5,146 glyphs have a code point and a sequence; for 89 that code point is a compatibility ideograph.
    CHECK(redundant == 5'057);
}

TEST_CASE("each sequence of Moji_Joho is the one that the glyph of its name has") {
    const Registry registry(shared_character_registry());
    Statement rows = registry.database().prepare(
        "select v.base, v.selector, v.sequenceName, m.ivs, m.duplicatedIvs from variation_sequence v"
        " left join mj_character m on m.mj = v.sequenceName where v.collection = 'Moji_Joho'");
    int second = 0;
    while (rows.step()) {
        const std::string sequence = std::string(rows.text(0)) + "_" + std::string(rows.text(1));
        second += rows.text(4) == sequence;
        if (rows.text(3) != sequence && rows.text(4) != sequence) FAIL(rows.text(2));
    }
    CHECK(second == 2);
}

TEST_CASE("how much of a collection can be said in another is what the publications prove") {
    const Registry registry(shared_character_registry());
    std::map<std::pair<std::uint8_t, std::uint8_t>, std::map<std::string_view, int>> translated;
    Statement rows = registry.database().prepare("select distinct base from variation_sequence");
    while (rows.step()) {
        const char32_t base = code_point_at(text_of_key(rows.text(0)), 0).value;
        for (const RegisteredSequence& one : registered_sequences(registry, base)) {
            for (const std::uint8_t to : {ivd_collection::adobe_japan1, ivd_collection::moji_joho}) {
                if (one.collection == to || one.collection == ivd_collection::other) continue;
                const auto found = translate_sequence(registry, one.sequence, to);
                if (!found.empty()) ++translated[{one.collection, to}][name_of(found.front().reason)];
            }
        }
    }
    using Counts = std::map<std::string_view, int>;
    CHECK(translated[{ivd_collection::adobe_japan1, ivd_collection::moji_joho}] ==
          Counts{{"jis-1990", 133}, {"jis-2004", 3200}});
    CHECK(translated[{ivd_collection::hanyo_denshi, ivd_collection::moji_joho}] ==
          Counts{{"number", 1}, {"sequence", 9866}});
    CHECK(translated[{ivd_collection::hanyo_denshi, ivd_collection::adobe_japan1}] ==
          Counts{{"jis-1990", 344}, {"jis-2004", 2915}});
    CHECK(translated[{ivd_collection::moji_joho, ivd_collection::adobe_japan1}] ==
          Counts{{"jis-1990", 132}, {"jis-2004", 3200}});
}

TEST_CASE("106 codes of the resident register look like a unified ideograph and are another glyph") {
    const Registry registry(shared_character_registry());
    Statement rows = registry.database().prepare("select mj from mj_character where juki is not null");
    int unified = 0, compatible = 0;
    while (rows.step()) {
        const MjGlyph glyph = mj_glyphs(registry, MjKey::mj, rows.text(0)).front();
        if (is_misleading(glyph)) ++(glyph.juki[2] == 'F' ? compatible : unified);
    }
    CHECK(unified == 106);
    CHECK(compatible == 26);
}
