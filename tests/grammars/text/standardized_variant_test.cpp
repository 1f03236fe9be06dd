#include "grammars/text/standardized_variant.hpp"

#include <catch2/catch.hpp>

#include "grammars/text/character.hpp"
#include "grammars/text/normalize.hpp"
#include "tests/support/unicode_files.hpp"

using namespace daicho;

TEST_CASE("the 1,002 standardized variants of compatibility ideographs are those of Unicode, both ways") {
    std::size_t count = 0;
    for_each_unicode_line("StandardizedVariants.txt", [&](const std::string& line) {
        const std::string name = "CJK COMPATIBILITY IDEOGRAPH-";
        const std::size_t at = line.find(name);
        if (at == line.npos) return;
        const auto ideograph = static_cast<char32_t>(std::stoul(line.substr(at + name.size()), nullptr, 16));
        std::size_t used = 0;
        const auto base = static_cast<char32_t>(std::stoul(line, &used, 16));
        const auto selector = static_cast<char32_t>(std::stoul(line.substr(used), nullptr, 16));
        const auto variant = standardized_variant(ideograph);
        REQUIRE(variant);
        CHECK(variant->base == base);
        CHECK(variant->selector == selector);
        CHECK(compatibility_ideograph(base, selector) == ideograph);
        ++count;
    });
    CHECK(count == 1002);
}

TEST_CASE("every ideograph that NFC changes has a standardized variant, and no other character has one") {
    std::size_t count = 0;
    for (char32_t c = 0; c < 0x110000; ++c) {
        const bool unstable = is_unstable_ideograph(properties_of(c));
        if (standardized_variant(c).has_value() != unstable) FAIL_CHECK("U+" << std::hex << unsigned(c));
        count += unstable;
    }
    CHECK(count == 1002);
}

TEST_CASE("a name spelt with standardized variants survives NFC and comes back") {
    const std::string name = "侮\uFA30神\uFA19﨑塚\uFA10";
    const std::string spelt = with_standardized_variants(name);
    CHECK(spelt == "侮侮\uFE00神神\uFE00﨑塚塚\uFE00");
    CHECK(nfc(spelt) == spelt);
    CHECK(with_compatibility_ideographs(spelt) == name);
    CHECK(with_compatibility_ideographs("葛\U000E0100\uFE00") == "葛\U000E0100\uFE00");
}
