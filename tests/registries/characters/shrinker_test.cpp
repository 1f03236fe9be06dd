#include "registries/characters/shrinker.hpp"

#include <catch2/catch.hpp>

#include "grammars/characters/shrink_text.hpp"
#include "registries/characters/registry_characters.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/case_registry.hpp"

using namespace daicho;

namespace {

constexpr auto x0213 = ShrinkTarget::jisx0213;
constexpr auto x0208 = ShrinkTarget::jisx0208;
constexpr auto mjsu = ShrinkPolicy::mjsu;
constexpr auto identity_first = ShrinkPolicy::identity_first;
constexpr auto match_key = ShrinkPolicy::match_key;
constexpr auto nta = ShrinkPolicy::nta;

const Registry& cases() {
    static const Registry registry(case_registry());
    return registry;
}

/// "unique 高", "none": the verdict and the text.
std::string shrunk(std::string_view unit, ShrinkPolicy policy, ShrinkTarget target = x0213) {
    const UnitShrink shrink = shrink_unit(cases(), unit, policy, target);
    std::string all(name_of(shrink.verdict));
    if (shrink.cycle) all += " in a circle";
    return shrink.text.empty() ? all : all + ' ' + shrink.text;
}

/// "髙>高 jis-unification"; a step a line.
std::string steps(const std::vector<ShrinkStep>& steps) {
    std::string all;
    for (const ShrinkStep& step : steps) {
        all += step.from + '>' + step.to + ' ' + std::string(name_of(step.basis).key) + '\n';
    }
    return all;
}

std::string candidates(std::string_view unit, ShrinkTarget target = x0213) {
    const UnitShrink shrunk = shrink_unit(cases(), unit, identity_first, target);
    std::string all;
    for (const std::string_view text : texts_of(shrunk.candidates)) all += text;
    return all;
}

}  // namespace

TEST_CASE("髙 is no character of JIS X 0213 but subsumed by 高; 﨑 is one, and a unified ideograph") {
    CHECK(shrunk("髙", mjsu) == "unique 高");
    CHECK(steps(shrink_unit(cases(), "髙", mjsu, x0213).steps) == "髙>高 jis-unification\n");
    CHECK(shrunk("﨑", mjsu) == "already 﨑");
    CHECK(shrunk("﨑", mjsu, x0208) == "unique 崎");
    CHECK(steps(shrink_unit(cases(), "﨑", mjsu, x0208).steps) == "﨑>崎 nta\n");
}

TEST_CASE("the table of the National Tax Agency speaks of JIS X 0213 only: it has 﨑, not 髙") {
    CHECK(shrunk("﨑", nta, x0208) == "unique 崎");
    CHECK(shrunk("髙", nta, x0208) == "none");
    CHECK(shrunk("㈱", nta, x0208) == "unique （株）");
    CHECK(shrunk("㈱", mjsu, x0208) == "unique （株）");
    CHECK(shrunk("㉑", nta, x0208) == "unique ２１");
    CHECK(shrunk("か\u309A", nta, x0208) == "none");
    CHECK(shrunk("か\u309A", nta, x0213) == "already か\u309A");
}

TEST_CASE("a glyph that is told apart by its selector only has its own relations") {
    CHECK(shrunk("辻", mjsu) == "already 辻");
    CHECK(shrunk("辻\U000E0102", mjsu) == "unique 辻");
    CHECK(shrunk("葛\U000E0102", mjsu) == "unique 葛");
    // 6 of the 7 glyphs of 葛 lie outside of JIS X 0213; the seventh is what its selector does not change.
    CHECK(shrunk("葛\U000E0103", mjsu) == "unique 葛");
    // Adobe's sequence is registered and no glyph of MJ: the character without its shape stands for it.
    CHECK(shrunk("葛\U000E0100", mjsu) == "unique 葛");
    CHECK(steps(shrink_unit(cases(), "葛\U000E0100", mjsu, x0213).steps) == "葛\U000E0100>葛 selector\n");
}

TEST_CASE("a compatibility ideograph that JIS X 0213 has stays, and so does its standardised sequence") {
    CHECK(shrunk("\uFA30", mjsu) == "already \uFA30");
    CHECK(shrunk("侮\uFE00", mjsu) == "unique \uFA30");
    CHECK(shrunk("\uFA30", mjsu, x0208) == "unique 侮");
    // A Korean duplicate of 令: canonically equal, in neither MJ nor JIS.
    CHECK(shrunk("\uF9A8", mjsu) == "unique 令");
    CHECK(steps(shrink_unit(cases(), "\uF9A8", mjsu, x0213).steps) == "\uF9A8>令 canonical\n");
}

TEST_CASE("𠮷 has a code point of its own and the position of 吉") {
    CHECK(shrunk("𠮷", mjsu) == "unique 吉");
    CHECK(shrunk("𠮟", mjsu) == "already 𠮟");
}

TEST_CASE("邉 has two proper forms at equal distance; that both lead to 辺 is a proof") {
    CHECK(shrunk("邉", mjsu) == "already 邉");
    CHECK(shrunk("邉", match_key) == "unique 辺");
    CHECK(shrunk("邊", match_key) == "unique 辺");
    CHECK(shrunk("辺", match_key) == "already 辺");
    CHECK(shrunk("邉\U000E010E", match_key) == "unique 辺");
}

TEST_CASE("斎 and 斉 are different characters, and never meet") {
    CHECK(shrunk("齋", match_key) == "unique 斎");
    CHECK(shrunk("齊", match_key) == "unique 斉");
    CHECK(shrunk("斎", match_key) == "already 斎");
    CHECK(shrunk("斉", match_key) == "already 斉");
}

TEST_CASE("㐄 may be 牛 or 井 by the second part of notice 582, which the published rules do not use") {
    CHECK(shrunk("㐄", mjsu) == "none");
    CHECK(candidates("㐄") == "牛井");
    CHECK(shrunk("㐄", identity_first) == "unique 牛");
    CHECK(shrunk("㐄", match_key) == "none");
}

TEST_CASE("unification goes before every ranked basis: 宫 is 宮") {
    CHECK(shrunk("宫", mjsu) == "unique 宮");
    CHECK(shrunk("宫", identity_first) == "unique 宮");
}

TEST_CASE("old and new shapes that JIS X 0213 has both stay; only a key joins them") {
    CHECK(shrunk("圓", mjsu) == "already 圓");
    CHECK(shrunk("鷗", mjsu) == "already 鷗");
    CHECK(shrunk("黑", mjsu) == "already 黑");
    CHECK(shrunk("圓", match_key) == "unique 円");
    CHECK(shrunk("黑", match_key) == "unique 黒");
    CHECK(shrunk("鷗", match_key) == "already 鷗");
    CHECK(shrunk("歯", match_key) == "already 歯");
    CHECK(shrunk("齒", match_key) == "unique 歯");
}

TEST_CASE("two characters that each have the other as their proper form are a circle, and have no key") {
    CHECK(shrunk("址", match_key) == "none in a circle");
    CHECK(shrunk("阯", match_key) == "none in a circle");
    CHECK(shrunk("阯", mjsu) == "already 阯");
}

TEST_CASE("a different character is shown and never chosen") {
    // MJ014719 has 摂 and 攝 as its proper forms and 攝 as a different character; the publisher gives no
    // answer.
    const UnitShrink shrink = shrink_unit(cases(), "欇\U000E0101", mjsu, x0213);
    bool shown = false;
    for (const ShrinkCandidate& one : shrink.candidates) {
        shown |= one.different;
        CHECK_FALSE((one.different && one.chosen));
    }
    CHECK(shown);
    CHECK(shrink.verdict == ShrinkVerdict::none);
}

TEST_CASE("a way over a compatibility ideograph goes on to the unified one") {
    // The map gives 梅 U+FA44 for 楳 at one hop, 梅 U+6885 at two.
    CHECK(shrunk("楳", mjsu) == "already 楳");
    CHECK(shrunk("楳", match_key) == "unique 梅");
    CHECK(shrunk("\uFA44", mjsu) == "already \uFA44");
    CHECK(shrunk("\uFA44", mjsu, x0208) == "unique 梅");
}

TEST_CASE("what is not loaded is not known, whatever the policy") {
    const ScratchFolder scratch;
    build_registry(scratch / "r.sqlite",
                   {std::string{DAICHO_SOURCE_DIR} + "/tests/data/moji-cases/nta_jis_shrink_map.tsv"}, {});
    const Registry registry(scratch / "r.sqlite");
    for (const ShrinkPolicy policy : {mjsu, identity_first, match_key}) {
        CHECK(shrink_unit(registry, "髙", policy, x0213).verdict == ShrinkVerdict::not_loaded);
    }
    CHECK(shrink_unit(registry, "﨑", nta, x0208).verdict == ShrinkVerdict::unique);
    CHECK(shrink_unit(registry, "高", mjsu, x0213).verdict == ShrinkVerdict::already);
}

TEST_CASE("a text is shrunk by units, and what has no answer is told and left") {
    const auto known = registry_characters(case_registry());
    const ShrunkText shrunk = shrink_text(known.get(), "髙﨑と辻\U000E0102と㐄", mjsu, x0213);
    CHECK(shrunk.text == "高﨑と辻と㐄");
    CHECK_FALSE(shrunk.complete);
    REQUIRE(shrunk.units.size() == 3);
    CHECK(shrunk.units[0].where == Span{0, 3});
    CHECK(shrunk.units[1].where == Span{9, 16});
    CHECK(shrunk.units[1].where_after == Span{9, 12});
    CHECK(shrunk.units[2].shrink.verdict == ShrinkVerdict::none);
    CHECK(texts_of(shrunk.units[2].shrink.candidates) == std::vector<std::string_view>{"牛", "井"});
    CHECK(shrink_text(nullptr, "髙橋", mjsu, x0213).units.front().shrink.verdict ==
          ShrinkVerdict::not_loaded);
    CHECK(shrink_text(nullptr, "高橋 Ａ1", mjsu, x0213).complete);
    CHECK(surely_fits("高﨑 Ａ1", x0213));
    CHECK_FALSE(surely_fits("高﨑", x0208));
    CHECK_FALSE(surely_fits("髙", x0213));
    CHECK_FALSE(surely_fits("辻\U000E0102", x0213));
}
