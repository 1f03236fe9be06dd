// The rows of docs/hard-cases-corporate.md that are about loading, history, mergers and search. Rows of 2020
// are real (tests/data/nta-hard-corporations); those of corporations that are known by their numbers only are
// written from what is known of them.

#include <catch2/catch.hpp>

#include "registries/builder/builder.hpp"
#include "registries/corporations/corporation_register.hpp"
#include "registries/corporations/name_search.hpp"
#include "tests/support/corporation_rows.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

namespace item = corporation_item;

/// A registry of the real corporations, and of `rows` (complete, then the difference of a day).
struct Corporations {
    explicit Corporations(const std::string& rows, const std::string& difference = "") {
        std::vector<std::string> paths{DAICHO_SOURCE_DIR
                                       "/tests/data/nta-hard-corporations/00_zenkoku_cut_20200605.csv"};
        if (!rows.empty()) paths.push_back(folder.write("02_aomori_all_20200605.csv", rows));
        if (!difference.empty()) paths.push_back(folder.write("diff_20200608.csv", difference));
        build_registry(folder / "r.sqlite", paths, {});
        registry.emplace(folder / "r.sqlite");
    }
    CorporationState state(const std::string& number, std::string_view day = {}) const {
        const CorporationRegister corporations(*registry);
        const auto found = day.empty() ? corporations.find(*CorporationRegister::number(number))
                                       : corporations.find(*CorporationRegister::number(number), day);
        INFO(number);
        REQUIRE(found);
        return *found;
    }
    NameAnswer find(const NameQuery& query) const {
        return CorporateNameSearch(registry->database()).find(query);
    }
    /// The number that comes first for a name.
    std::string first(std::string_view name) const {
        const NameAnswer answer = find({.name = name});
        INFO(name);
        REQUIRE(!answer.hits.empty());
        return std::to_string(answer.hits[0].number);
    }

    ScratchFolder folder;
    std::optional<Registry> registry;
};

std::string named(const std::string& number, const std::string& name) {
    return CorporationRow{.number = number, .name = name}.line();
}

CorporationRow merged(const std::string& number, const std::string& day, const std::string& into,
                      const std::string& details) {
    return {.number = number,
            .process = "21",
            .updated = day,
            .changed = day,
            .closed = day,
            .cause = "11",
            .successor = into,
            .details = details};
}

}  // namespace

TEST_CASE("corporations with a legal form in the middle of the name are found by the name with short forms") {
    const Corporations corporations(named("5420001001017", "新興自動車株式会社珍田タクシー") +
                                    named("6420001001949", "丸喜株式会社齋藤組") +
                                    named("1420001011894", "農業生産法人株式会社下田アグリセンター"));
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"新興自動車㈱珍田タクシー", "5420001001017"},
        {"丸喜(株)斎藤組", "6420001001949"},
        {"スペースプロデュース（株）ナカムラ", "6220001003602"},
        {"双葉メッキ工業㈱古河工場", "7050001018773"},
        {"農業生産法人㈱下田アグリセンター", "1420001011894"},
        {"農業生産法人(有)大和牧場", "4360002021302"},
        {"農業法人水軍ファーム㈱", "1240001053609"},
    };
    for (const auto& [name, number] : cases) CHECK(corporations.first(name) == number);
}

TEST_CASE("misprints and old characters in legal forms are kept and seen through") {
    const Corporations corporations(named("1400001005717", "サンポット株式会杜") +
                                    named("2420002011109", "有限會社山陽物産"));
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"サンポット株式会社", "1400001005717"},   {"有限会社山陽物産", "2420002011109"},
        {"有限会社八百忠商店", "8390002005827"},   {"株式会社豊島輸送センター", "7080401016746"},
        {"神共縫製工業株式会社", "3170001007256"}, {"(株)タナカ商会", "4180001067050"},
    };
    for (const auto& [name, number] : cases) CHECK(corporations.first(name) == number);
    CHECK(corporations.state("1400001005717")[item::name] == "サンポット株式会杜");
    CHECK(corporations.state("7080401016746")[item::name] == "株式會社・豊島輸送センター");
}

TEST_CASE("cores of one character are found") {
    const Corporations corporations(named("6420001000001", "株式会社誉") +
                                    named("1420001000006", "株式会社廣") +
                                    named("2420002000004", "有限会社京"));
    for (const auto& [name, number] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {"株式会社誉", "6420001000001"},
             {"㈱広", "1420001000006"},
             {"(有)京", "2420002000004"},
             {"㈱類", "1150001011096"},
             {"株式会社志", "1330001018040"},
             {"藤株式会社", "1070001026672"}})
        CHECK(corporations.first(name) == number);
}

TEST_CASE("characters that Shift_JIS lacks are kept as published and found by those that it has") {
    const Corporations corporations(named("1420001000559", "株式会社大谷製麵工場") +
                                    named("1420003000391", "合名会社高村醬油本店") +
                                    named("1420002008163", "ニュー朳らつ"));
    CHECK(corporations.first("株式会社大谷製麺工場") == "1420001000559");
    CHECK(corporations.first("高村醤油本店") == "1420003000391");
    CHECK(corporations.first("ニュー朳らつ") == "1420002008163");
    CHECK(corporations.first("株式会社乾隆倶楽部") == "1130001002543");
    CHECK(corporations.first("株式会社蜂巣鉄工所") == "1070001002608");
    CHECK(corporations.state("1130001002543")[item::name] == "株式会社乾隆俱楽部");
    CHECK(corporations.state("1130001002543")[item::name_image] == "00035091");
    CHECK(corporations.state("1420003000391")[item::name] == "合名会社高村醬油本店");
}

TEST_CASE(
    "a compatibility ideograph stays in the register, and is equal to the unified one when it is looked "
    "for") {
    const Corporations corporations("");
    CHECK(corporations.state("1470005000138")[item::name] == "皇太\uFA19社");
    CHECK(corporations.state("1470005000138")[item::name_image] == "00005608");
    CHECK(corporations.state("1270005000793")[item::name] == "日吉\u795E社");
    CHECK(corporations.first("皇太\u795E社") == "1470005000138");
    CHECK(corporations.first("皇太\uFA19社") == "1470005000138");
    CHECK(corporations.first("日吉\uFA19社") == "1270005000793");
}

TEST_CASE("a foreign corporation has its address abroad, and a domestic one or none") {
    const Corporations corporations("");
    const CorporationState office = corporations.state("1700150000125"),
                           none = corporations.state("1700150005909");
    CHECK(office[item::kind] == "401");
    CHECK(office[item::prefecture] + office[item::city] == "東京都千代田区");
    CHECK(office[item::address_outside] ==
          "Ｏｎｅ　Ｌｉｍｅ　Ｓｔｒｅｅｔ　Ｌｏｎｄｏｎ　ＥＣ３Ｍ　７ＨＡ　ＵＫ");
    CHECK(none[item::prefecture] + none[item::city] + none[item::street] + none[item::prefecture_code] == "");
    CHECK(none[item::address_outside] ==
          "アメリカ合衆国テキサス州７５２３１　ダラス　グリーンビル　通り　７２７２");
    CHECK(corporations.first("Ascot Corporate Name Limited") == "1700150000125");
    CHECK(corporations.first("AMERICAN HEART ASSOCIATION, INC") == "1700150005909");
    CHECK(corporations.find({.name = "Ascot Corporate Name Limited", .places = {13101}}).hits.size() == 1);
    CHECK(corporations.find({.name = "American Heart Association, Inc", .places = {13101}}).hits.empty());
}

TEST_CASE("corporations that were closed and revived, or withdrawn, were so from their days on") {
    const std::string revived = "7090001001800", withdrawn = "3100001008599";
    const Corporations corporations(
        CorporationRow{.number = revived,
                       .process = "21",
                       .updated = "2016-02-29",
                       .changed = "2016-02-25",
                       .closed = "2016-02-25",
                       .cause = "21"}
                .line(1) +
            CorporationRow{withdrawn}.line(2),
        CorporationRow{.number = revived, .process = "22", .updated = "2020-06-08", .changed = "2017-03-21"}
                .line(1) +
            CorporationRow{.number = withdrawn, .process = "99", .updated = "2020-06-08"}.line(2));
    CHECK(corporations.state(revived, "2016-12-31").is_closed());
    CHECK_FALSE(corporations.state(revived, "2017-03-21").is_closed());
    CHECK_FALSE(corporations.state(revived).is_closed());
    CHECK(corporations.state(withdrawn).is_withdrawal());
    CHECK(CorporationRegister(*corporations.registry)
              .states(*CorporationRegister::number(withdrawn))
              .at(0)[item::name] == "株式会社北芳");
    CHECK(corporations.state("1210005005476")[item::process] ==
          "22");  // a real one, of which only the end is known
    CHECK_FALSE(corporations.state("1210005005476").is_closed());
}

TEST_CASE("mergers in two steps and into a corporation made for it lead to who is left") {
    const std::string a = "2400001012778", b = "4400002004153", c = "1400003000105";
    const std::string left = "2420001010862", right = "8420002013140", made = "2420001015192";
    const std::string founding = "平成２９年４月１日青森県左（" + left + "）、青森県右（" + right +
                                 "）と合併して青森市新設（" + made + "）を設立し解散";
    const Corporations corporations(
        merged(a, "2016-04-01", b, "平成２８年４月１日岩手県（" + b + "）に合併し解散").line(1) +
        merged(b, "2017-04-01", c, "平成２９年４月１日岩手県（" + c + "）に合併し解散").line(2) +
        CorporationRow{c}.line(3) + merged(left, "2017-04-01", made, founding).line(4) +
        merged(right, "2017-04-01", made, founding).line(5) +
        CorporationRow{.number = made, .updated = "2017-04-04", .changed = "2017-04-01"}.line(6));
    const CorporationRegister graph(*corporations.registry);
    const auto number = [](const std::string& digits) { return *CorporationRegister::number(digits); };
    const auto way = graph.successors(number(a));
    REQUIRE(way.size() == 2);
    CHECK(way[0].survivor == number(b));
    CHECK(way[1].survivor == number(c));
    const auto absorbed = graph.absorbed_by(number(made));
    REQUIRE(absorbed.size() == 2);
    CHECK(absorbed[0].absorbed + absorbed[1].absorbed == number(left) + number(right));
    for (const CorporationMerger& one : absorbed) {
        CHECK(one.in_column);
        CHECK(one.in_text);
        CHECK(graph.successors(one.absorbed).back().survivor == number(made));
    }
}

TEST_CASE("an address that exists no more is kept as it was published, in its brackets") {
    const Corporations corporations("");
    CHECK(corporations.state("2270003000720")[item::street] == "（鳥取県西伯郡境町１０７０番地）");
    CHECK(corporations.state("2270003000720")[item::hihyoji] == "1");
    CHECK(corporations.state("1130001002543")[item::street] == "浄福寺通上立売上る大黒町６９３番地");
    CHECK(corporations.state("1130001002543")[item::hihyoji] == "0");
}

TEST_CASE("names as disclosure documents write them find the corporations of the register") {
    const Corporations corporations(named("6420001000001", "株式会社サカタのタネ") +
                                    named("1420001000006", "株式会社イーエムシステムズ") +
                                    named("5420001000002", "株式会社ＥＭシステムズ") +
                                    named("2420002000004", "株式会社貝印刃物") +
                                    named("8420001000008", "株式会社國際電業"));
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"株式会社　サカタのタネ", "6420001000001"},
        {"株式会社イーエムシステムズ", "1420001000006"},
        {"株式会社イーエムシステムズ（商号　株式会社ＥＭシステムズ）", "5420001000002"},
        {"株式会社貝印刄物", "2420002000004"},
        {"株式会社国際電業", "8420001000008"},
    };
    for (const auto& [name, number] : cases) CHECK(corporations.first(name) == number);
}
