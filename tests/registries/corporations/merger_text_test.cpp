#include "registries/corporations/merger_text.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace daicho;

namespace {

std::string roles(std::string_view text, bool dissolved) {
    std::string out;
    for (const MergerMention& mention : merger_mentions(text, dissolved)) {
        constexpr std::string_view names[] = {"successor", "absorbed", "partner"};
        out += (out.empty() ? "" : ", ") + std::string(mention.number) + " " +
               std::string(names[static_cast<std::size_t>(mention.role)]);
    }
    return out;
}

}  // namespace

// Texts of the publication, shortened.
TEST_CASE("the text of an absorbed corporation names its successor") {
    CHECK(
        roles(
            "令和３年７月１日鳥取市湖山町北二丁目６２２番地竹森電気工事株式会社（7270002000931）に合併し解散",
            true) == "7270002000931 successor");
    CHECK(roles("平成３０年７月３０日埼玉県越谷市株式会社三幸商事（6030001067740）に合併して解散", true) ==
          "6030001067740 successor");
    CHECK(roles("令和７年１０月１日和歌山市和歌山県農業協同組合（3170005007145）に権利義務を承継し解散",
                true) == "3170005007145 successor");
    CHECK(roles("（平成２８年４月１日福井県一般社団法人福井県農業会議（6210005009588）に組織変更）", true) ==
          "6210005009588 successor");
}

TEST_CASE("the text of a survivor names all that it absorbed") {
    CHECK(roles("令和４年４月１日株式会社ＪＡ福井市ライフサービス（6210001017108）を合併令和４年４月１日株式"
                "会社コープさばえ（"
                "4210001012861）を合併",
                false) == "6210001017108 absorbed, 4210001012861 absorbed");
    CHECK(roles("平成２９年１月１日クオリティソフト株式会社（5010001122779）及び株式会社エスアールアイ（21700"
                "01009385）を合併",
                false) == "5010001122779 absorbed, 2170001009385 absorbed");
    CHECK(roles("四国たばこ耕作組合（9500005003385）と西日本たばこ耕作組合（9280005003986）の合併により設立",
                false) == "9500005003385 absorbed, 9280005003986 absorbed");
    CHECK(roles("和歌山県農業協同組合連合会（1170005000044）の権利義務の承継", false) ==
          "1170005000044 absorbed");
}

TEST_CASE("corporations that merge into a new one are partners, and the new one is the successor") {
    CHECK(roles("令和４年４月１日石川県協会（2220005000095）、富山県協会（2230005000053）と合併して北陸協会（"
                "8220005010269）"
                "を設立し解散",
                true) == "2220005000095 partner, 2230005000053 partner, 8220005010269 successor");
}

TEST_CASE("an annulled merger, a text without a number and digits that are none say nothing") {
    CHECK(roles("東京地方裁判所の合併無効の判決確定（株式会社ブルージュ（6010001056282）を合併）", false)
              .empty());
    CHECK(roles("令和５年４月１日株式会社家計の総合相談センターを合併", false).empty());
    CHECK(roles("（123456789012）を合併（12345678901234）を合併（", false).empty());
    CHECK(roles("", true).empty());
}
