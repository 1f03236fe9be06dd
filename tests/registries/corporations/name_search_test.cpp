#include "registries/corporations/name_search.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/support/small_name_register.hpp"

using namespace daicho;

namespace {

using Register = SmallNameRegister;

std::set<std::uint64_t> numbers(const NameAnswer& answer) {
    std::set<std::uint64_t> all;
    for (const NameHit& hit : answer.hits) all.insert(hit.number);
    return all;
}

}  // namespace

TEST_CASE("a corporation is found by everything that a person has of its name") {
    Register all;
    const auto keiyo = all.add({"株式会社京葉銀行", "ケイヨウギンコウ"});
    all.add({"有限会社京葉", "ケイヨウ", "302"});
    all.add({"株式会社大谷製麵工場", "オオタニセイメンコウジョウ"});
    const auto en = all.add({.name = "ニュー朳らつ", .english = "New Etari Co."});
    make_name_index(all.database());
    struct Case {
        std::string_view name;
        NameLevel level;
        bool sure;
    };
    const Case cases[] = {
        {"株式会社京葉銀行", NameLevel::exact, true},
        {"(株)京葉銀行", NameLevel::width, true},
        {"㈱ 京葉銀行", NameLevel::width, true},
        {"株式會社京葉銀行", NameLevel::folded, true},
        {"京葉銀行株式会社", NameLevel::same_form, false},
        {"京葉銀行", NameLevel::other_form, false},
        {"京葉銀行㈲", NameLevel::other_form, false},
        {"ケイヨウギンコウ", NameLevel::reading, false},
        {"けいようぎんこう", NameLevel::reading, false},
        {"カ)ケイヨウギンコウ", NameLevel::reading, false},
        {"ケイヨウギンコウ(カ", NameLevel::reading, false},
        {"ｹｲﾖｳｷﾞﾝｺｳ(ｶ)ﾁﾊﾞｼﾃﾝ", NameLevel::reading, false},
        {"ケイヨウギンコウカブシキガイシャ", NameLevel::reading, false},
        {"葉銀", NameLevel::part, false},
        {"京葉銀", NameLevel::start, false},
        {"ヨウギン", NameLevel::part, false},
        {"京葉金行", NameLevel::near, false},
        {"京葉銀行行", NameLevel::near, false},
        {"京銀葉行", NameLevel::near, false},
    };
    for (const Case& each : cases) {
        INFO(each.name);
        const NameAnswer answer = all.find(each.name);
        REQUIRE(!answer.hits.empty());
        CHECK(answer.hits[0].number == keiyo);
        CHECK(answer.hits[0].level == each.level);
        CHECK(answer.sure == each.sure);
    }
    CHECK(all.find("NEW ETARI CO").hits.at(0).number == en);
    CHECK(all.find("NEW ETARI CO").hits.at(0).level == NameLevel::english);
    CHECK(all.find("大谷製麺工場").hits.at(0).level == NameLevel::other_form);
}

TEST_CASE("forms of kanji that names have are one") {
    Register all;
    const char* const pairs[][2] = {{"日本刃物", "日本刄物"}, {"国際電気", "國際電氣"}, {"仕事人", "仕亊人"},
                                    {"宝石堂", "寳石堂"},     {"松屋本舗", "柗屋本鋪"}, {"渡辺", "渡邉"}};
    for (const auto& pair : pairs) all.add({std::string("株式会社") + pair[0]});
    make_name_index(all.database());
    for (const auto& pair : pairs) {
        INFO(pair[1]);
        const NameAnswer answer = all.find(std::string("株式会社") + pair[1]);
        CHECK(answer.hits.at(0).level == NameLevel::folded);
        CHECK(answer.sure);
    }
}

TEST_CASE("what is not there is not found, or is in doubt") {
    Register all;
    all.add({"株式会社京葉銀行", "ケイヨウギンコウ"});
    make_name_index(all.database());
    for (const std::string_view name : {"", " ", "・", "山田商店", "株式会社", "山", "京葉信用", "ソニー"}) {
        INFO(name);
        CHECK(all.find(name).hits.empty());
        CHECK(!all.find(name).sure);
    }
}

TEST_CASE("names of one and two characters are found, alone and within others") {
    Register all;
    const auto homare = all.add({"株式会社誉"});
    const auto within = all.add({"有限会社名誉堂"}), last = all.add({"株式会社山誉"});
    const auto kyo = all.add({"有限会社京"});
    all.add({"株式会社東亜"});
    make_name_index(all.database());
    CHECK(all.find("株式会社誉").hits.at(0).number == homare);
    CHECK(all.find("誉").hits.at(0).number == homare);
    CHECK(all.find("京").hits.at(0).number == kyo);
    CHECK(numbers(all.find("名")) == std::set{within});
    CHECK(numbers(all.find("堂")) == std::set{within});
    CHECK(numbers(all.find("誉堂")) == std::set{within});
    CHECK(numbers(all.find("山誉")) == std::set{last});
}

TEST_CASE("a name that is only a legal form is a name") {
    Register all;
    const auto form = all.add({"協同組合", "", "399"});
    all.add({"福井協同組合", "", "399"});
    make_name_index(all.database());
    CHECK(all.find("協同組合").hits.at(0).number == form);
    CHECK(all.find("協同組合").sure);
}

TEST_CASE("legal forms within names, and misprints of the register") {
    Register all;
    const auto taxi = all.add({"新興自動車株式会社珍田タクシー"}), saito = all.add({"丸喜株式会社齋藤組"});
    const auto agri = all.add({"農業生産法人株式会社下田アグリセンター"});
    const auto sunpot = all.add({"サンポット株式会杜"}), sanyo = all.add({"有限會社山陽物産"});
    const auto shrine = all.add({"\uFA19明社", "", "399"});
    make_name_index(all.database());
    CHECK(all.find("新興自動車（株）珍田タクシー").hits.at(0).number == taxi);
    CHECK(all.find("珍田タクシー").hits.at(0).number == taxi);
    CHECK(all.find("丸喜㈱斎藤組").hits.at(0).level == NameLevel::folded);
    CHECK(all.find("丸喜㈱斎藤組").hits.at(0).number == saito);
    CHECK(all.find("(株)下田アグリセンター").hits.at(0).number == agri);
    CHECK(all.find("サンポット株式会社").hits.at(0).number == sunpot);
    CHECK(!all.find("サンポット株式会社").sure);
    CHECK(all.find("有限会社山陽物産").hits.at(0).number == sanyo);
    CHECK(all.find("神明社").hits.at(0).number == shrine);
    CHECK(all.find("神明社").sure);
}

TEST_CASE("of corporations with one name, the live and the near ones come first, and ties are no answer") {
    Register all;
    const auto fukui = all.add({"八幡神社", "", "399", "18201"}),
               sabae = all.add({"八幡神社", "", "399", "18207"});
    const auto closed = all.add({"八幡神社", "", "399", "18201", "2020-01-01"});
    const auto tottori = all.add({"八幡神社", "", "399", "31201"});
    make_name_index(all.database());
    const NameAnswer any = all.find("八幡神社");
    CHECK(any.hits.size() == 4);
    CHECK(any.equals == 3);
    CHECK(any.margin == 0);
    CHECK(!any.sure);
    CHECK(any.hits.back().number == closed);

    const NameAnswer near = all.find(NameQuery{.name = "八幡神社", .near_place = 18207});
    CHECK(near.hits[0].number == sabae);
    CHECK(near.hits[0].place == PlaceAgreement::municipality);
    CHECK(near.hits[1].number == fukui);
    CHECK(near.sure);
    CHECK(!all.find(NameQuery{.name = "八幡神社", .near_place = 13101}).sure);

    CHECK(numbers(all.find(NameQuery{.name = "八幡神社", .places = {31000}})) == std::set{tottori});
    CHECK(all.find(NameQuery{.name = "八幡神社", .places = {31000}}).sure);
    CHECK(numbers(all.find(NameQuery{.name = "八幡", .state = NameQuery::State::closed})) ==
          std::set{closed});
    CHECK(all.find(NameQuery{.name = "八幡神社", .kinds = {301}}).hits.empty());
    CHECK(all.find(NameQuery{.name = "八幡神社", .limit = 2}).more);
    CHECK(all.find(NameQuery{.name = "八幡神社", .limit = 2}).equals == 3);
}

TEST_CASE("a name alone never confirms a corporation elsewhere") {
    Register all;
    all.add({"株式会社山田商店", "ヤマダショウテン", "301", "18201"});
    make_name_index(all.database());
    CHECK(all.find(NameQuery{.name = "株式会社山田商店", .near_place = 18201}).sure);
    CHECK(!all.find(NameQuery{.name = "株式会社山田商店", .near_place = 30201}).sure);
    CHECK(!all.find(NameQuery{.name = "山田商店", .near_place = 18201}).sure);
    CHECK(!all.find(NameQuery{.name = "株式会社山田商店", .near_place = 18202}).sure);
}

TEST_CASE("a name alone is not sure where the register may lack the corporation that is meant") {
    Register all;
    all.add({"株式会社山田商店", "ヤマダショウテン", "301", "18201"});
    all.add({"株式会社川田商店", "", "301", "18201", "2019-04-01"});
    make_name_index(all.database());
    CHECK(all.find("株式会社山田商店").sure);
    CHECK(all.find("株式会社川田商店").sure);
    all.coverage = {};
    all.coverage.add(18);
    CHECK(!all.find("株式会社山田商店").sure);
    CHECK(!all.find("株式会社山田商店").place_is_covered);
    CHECK(all.find(NameQuery{.name = "株式会社山田商店", .near_place = 18000}).sure);
    CHECK(all.find(NameQuery{.name = "株式会社山田商店", .near_place = 18201}).sure);
    // 前株 and 後株 are two corporations as often as not, and so are other forms.
    for (const std::string_view name :
         {"山田商店", "山田商店株式会社", "有限会社山田商店", "ヤマダショウテン"})
        CHECK(!all.find(NameQuery{.name = name, .near_place = 18201}).sure);
    CHECK(all.find(NameQuery{.name = "株式会社山田商店", .places = {18000}}).sure);
    CHECK(!all.find(NameQuery{.name = "株式会社山田商店", .places = {18000, 17000}}).sure);
    // The name of one that is closed may have gone to another.
    CHECK(!all.find(NameQuery{.name = "株式会社川田商店", .near_place = 18201}).sure);
    all.coverage = {};
    CHECK(!all.find(NameQuery{.name = "株式会社山田商店", .near_place = 18201}).sure);
    CHECK(!all.find(NameQuery{.name = "株式会社山田商店", .places = {18000}}).sure);
}

TEST_CASE("the address that is asked for tells corporations of one name apart, and confirms") {
    Register all;
    const auto corporation = [](std::string place, std::string city, std::string street,
                                std::string closed = "") {
        return Register::Corporation{.name = "八幡神社",
                                     .kind = "399",
                                     .place = std::move(place),
                                     .closed = std::move(closed),
                                     .prefecture = "福井県",
                                     .city = std::move(city),
                                     .street = std::move(street)};
    };
    const auto otemachi = all.add(corporation("18201", "福井市", "大手３丁目１７番１号"));
    const auto mitsuya = all.add(corporation("18201", "福井市", "三ツ屋町字東前１１番地"));
    const auto sabae = all.add(corporation("18207", "鯖江市", "漆原町２６号４０番地"));
    const auto gone = all.add(corporation("18207", "鯖江市", "西山町１３番１号", "2020-01-01"));
    const auto shop = all.add({.name = "株式会社山田商店",
                               .place = "18201",
                               .prefecture = "福井県",
                               .city = "福井市",
                               .street = "大手２丁目１番１号　山田ビル"});
    make_name_index(all.database());
    all.coverage = {};  // an address confirms by itself
    struct Case {
        std::string_view name, address;
        std::uint64_t number;
        PlaceAgreement place;
        bool sure;
    };
    const Case cases[] = {
        {"八幡神社", "福井県福井市大手三丁目17-1", otemachi, PlaceAgreement::number, true},
        {"八幡神社", "福井市大手3-17-1 神社ビル5階", otemachi, PlaceAgreement::number, true},
        {"八幡神社", "福井市三ッ屋町字東前11", mitsuya, PlaceAgreement::number, true},
        {"八幡神社", "鯖江市漆原町26-40", sabae, PlaceAgreement::number, true},
        {"八幡神社", "福井県鯖江市漆原町", sabae, PlaceAgreement::town, true},
        {"八幡神社", "鯖江市西山町13-1", gone, PlaceAgreement::number, true},
        {"八幡神社", "福井市大手", otemachi, PlaceAgreement::town, true},
        {"八幡神社", "福井県鯖江市", sabae, PlaceAgreement::municipality, false},
        {"八幡神社", "鯖江市本町1-1", sabae, PlaceAgreement::other_town, false},
        {"山田商店", "福井市大手2-1-1", shop, PlaceAgreement::number, true},
        {"山田商店㈱", "福井市大手2-1-1", shop, PlaceAgreement::number, true},
        {"有限会社山田商店", "福井市大手2-1-1", shop, PlaceAgreement::number, false},
        {"山田商店", "福井市大手2-8", shop, PlaceAgreement::town, false},
        {"株式会社山田商店", "福井市大手22-1-1", shop, PlaceAgreement::town, true},
        {"株式会社山田商店", "福井市順化1-1-1", shop, PlaceAgreement::other_town, false},
        {"株式会社山田商店", "東京都港区大手2-1-1", shop, PlaceAgreement::differs, false},
        {"山田商", "福井市大手2-1-1", shop, PlaceAgreement::number, false},
        {"山田", "福井市大手2-1-1", shop, PlaceAgreement::municipality, false},
    };
    for (const Case& each : cases) {
        INFO(each.name << " " << each.address);
        const NameAnswer answer = all.find(NameQuery{.name = each.name, .address = each.address});
        REQUIRE(!answer.hits.empty());
        CHECK(answer.hits[0].number == each.number);
        CHECK(answer.hits[0].place == each.place);
        CHECK(answer.sure == each.sure);
    }
}

TEST_CASE("a corporation at the address stands before one that has the name as written elsewhere") {
    Register all;
    all.add({.name = "山田商店株式会社",
             .place = "13103",
             .prefecture = "東京都",
             .city = "港区",
             .street = "芝１丁目"});
    const auto here = all.add({.name = "株式会社山田商店",
                               .place = "18201",
                               .prefecture = "福井県",
                               .city = "福井市",
                               .street = "大手２丁目１番１号"});
    make_name_index(all.database());
    const NameAnswer answer = all.find(NameQuery{.name = "山田商店株式会社", .address = "福井市大手2-1-1"});
    CHECK(answer.hits.at(0).number == here);
    CHECK(answer.equals == 1);
    CHECK(answer.sure);
}

TEST_CASE("former names find the corporation, after those who have the name now with the same form") {
    Register all;
    const auto nidec = all.add({"日本電産株式会社"}), twin = all.add({"株式会社日本電産"}),
               other = all.add({"日本電産有限会社", "", "302"});
    all.rename(nidec, "日本電産株式会社", {"ニデック株式会社"});
    make_name_index(all.database());
    const NameAnswer answer = all.find("日本電産株式会社");
    REQUIRE(answer.hits.size() == 3);
    CHECK(answer.hits[0].number == twin);
    CHECK(answer.hits[1].number == nidec);
    CHECK(answer.hits[1].level == NameLevel::former);
    CHECK(answer.hits[2].number == other);
    CHECK(!answer.sure);
}

TEST_CASE("who once had the name in full comes before those of another legal form") {
    Register all;
    const auto now = all.add({"有限会社山田", "", "302"});
    all.add({"合同会社山田", "", "305"});
    all.rename(now, "有限会社山田", {"株式会社山田"});
    make_name_index(all.database());
    const NameAnswer answer = all.find("有限会社山田");
    CHECK(answer.hits.at(0).number == now);
    CHECK(answer.hits.at(0).level == NameLevel::former);
    CHECK(answer.hits.at(1).level == NameLevel::other_form);
    CHECK(!answer.hits.at(1).form_agrees);
    CHECK(answer.equals == 1);
    CHECK(!answer.sure);
}

TEST_CASE("a closed corporation of the same name and place is a rival") {
    Register all;
    all.add({"株式会社山田", "", "301", "18201"});
    all.add({"株式会社山田", "", "301", "18201", "2020-01-01"});
    make_name_index(all.database());
    const NameAnswer answer = all.find(NameQuery{.name = "株式会社山田", .near_place = 18201});
    CHECK(!answer.hits.at(0).closed);
    CHECK(answer.equals == 1);
    CHECK(!answer.sure);
}

TEST_CASE("an update of the index leaves no trace of names of before, and gives what a new one gives") {
    Register all;
    std::vector<std::uint64_t> corporations;
    for (int i = 0; i < 300; ++i)
        corporations.push_back(all.add({"株式会社会員" + std::to_string(i) + "号"}));
    make_name_index(all.database());
    for (unsigned round = 0; round < 20; ++round) {
        const std::uint64_t number = corporations[round * 7];
        all.rename(number, "株式会社会員" + std::to_string(round * 7) + "号",
                   {"有限会社新星" + std::to_string(round) + "番", "シンセイ", "302"});
        const auto fresh = all.add({"株式会社追加" + std::to_string(round)});
        update_name_index(all.database(), {fresh, number});
    }
    CHECK(all.database().number("select count(*) from corporation_name_segment") < 14);
    const auto ask = [&] {
        std::vector<std::vector<std::uint64_t>> found;
        for (const std::string_view name :
             {"株式会社会員7号", "新星", "新星3番", "シンセイ", "追加", "員", "会員14", "有限会社新星0番",
              "株式会社追加1", "星19", "株式会社会員1号号"}) {
            found.emplace_back();
            const NameAnswer answer = all.find(NameQuery{.name = name, .limit = 0});
            for (const NameHit& hit : answer.hits) {
                found.back().push_back(hit.number * 100 + static_cast<unsigned>(hit.level));
            }
        }
        return found;
    };
    const auto updated = ask();
    make_name_index(all.database());
    CHECK(updated == ask());
    CHECK(all.database().number("select count(*) from corporation_name_segment") == 1);
    CHECK(all.find("株式会社会員7号").hits.at(0).level == NameLevel::former);
    CHECK(all.find("シンセイ").equals == 20);
}

TEST_CASE("a corporation that has gone is no longer found") {
    Register all;
    std::uint64_t gone = 0;
    for (int i = 0; i < 100; ++i) gone = all.add({"株式会社会員" + std::to_string(i) + "号"});
    make_name_index(all.database());
    all.database().run("delete from corporation where corporateNumber = " + std::to_string(gone));
    update_name_index(all.database(), {gone});
    CHECK(all.find(NameQuery{.name = "株式会社会員99号", .whole_names_only = true}).hits.empty());
}

TEST_CASE("an index of many names finds each of them, wherever its block ends") {
    Register all;
    std::vector<std::pair<std::uint64_t, std::string>> names;
    for (unsigned i = 0; i < 700; ++i) {
        const std::string name = i % 3 == 0 ? "稲荷神社" : "稲荷" + std::to_string(i * 37 % 700);
        names.emplace_back(all.add({name}), name);
    }
    make_name_index(all.database());
    for (const auto& [number, name] : names) {
        const NameAnswer answer = all.find(NameQuery{.name = name, .limit = 0, .whole_names_only = true});
        CHECK(numbers(answer).contains(number));
        CHECK(answer.hits.size() == (name == "稲荷神社" ? 234u : 1u));
    }
}

TEST_CASE("an address that cannot be placed is a doubt, as none would not be") {
    Register all;
    const auto yamada = all.add({.name = "株式会社山田商店",
                                 .place = "18201",
                                 .prefecture = "福井県",
                                 .city = "福井市",
                                 .street = "大手２丁目１番１号"});
    make_name_index(all.database());
    const auto at = [&](std::string_view address) {
        return all.find({.name = "株式会社山田商店", .address = address});
    };
    for (const std::string_view none : {"", " ", "　"}) {
        CHECK(at(none).sure);
        CHECK(!at(none).address_is_unplaced);
    }
    for (const std::string_view doubt :
         {"不明", "浜松町1-1-1", "12 Main Street, London", "-", "中央区", "港区", "同上", "アメリカ合衆国"}) {
        INFO(doubt);
        const NameAnswer answer = at(doubt);
        REQUIRE(!answer.hits.empty());
        CHECK(answer.hits[0].number == yamada);
        CHECK(!answer.sure);
        CHECK(!answer.place_is_covered);
        CHECK(answer.address_is_unplaced);
    }
    CHECK(at("福井市大手2-1-1").sure);
    CHECK(at("大手2-1-1").sure);  // the registered address to the letter, but for its municipality
}

TEST_CASE("a misspelt name stands before names that merely begin alike, however many") {
    Register all;
    const auto meant = all.add({"株式会社山田製作所"});
    for (int i = 0; i < 200; ++i) all.add({"株式会社山田製作処第" + std::to_string(i) + "工場"});
    make_name_index(all.database());
    const NameAnswer answer = all.find("株式会社山田製作処");
    REQUIRE(!answer.hits.empty());
    CHECK(answer.hits[0].number == meant);
    CHECK(answer.hits[0].level == NameLevel::near);
    CHECK(!answer.sure);
}

TEST_CASE("what is not seen in a name is not looked at") {
    Register all;
    const auto yamada = all.add({"株式会社山田商店", "ヤマダショウテン"});
    make_name_index(all.database());
    for (const std::string_view unseen :
         {"\u200B", "\u00AD", "\u200F", "\u2060", "\uFEFF", "\u202E", "\u200D"}) {
        const std::string name = "株式会社山田" + std::string(unseen) + "商店";
        CHECK(all.find(name).hits.at(0).number == yamada);
        CHECK(all.find(name).sure);
        CHECK(all.find("カ)ヤマダ" + std::string(unseen) + "シヨウテン").hits.at(0).level ==
              NameLevel::reading);
    }
}

TEST_CASE("every legal form of a payee tells corporations of one reading apart") {
    Register all;
    const std::pair<std::string_view, std::string_view> forms[] = {
        {"イ", "医療法人社団"},           {"ザイ", "一般財団法人"}, {"シヤ", "公益社団法人"},
        {"シユウ", "宗教法人"},           {"ガク", "学校法人"},     {"フク", "社会福祉法人"},
        {"トクヒ", "特定非営利活動法人"}, {"ゼイ", "税理士法人"},   {"ベン", "弁護士法人"},
        {"ノウ", "農事組合法人"}};
    std::vector<std::uint64_t> those;
    for (const auto& [brief, form] : forms)
        those.push_back(all.add({std::string(form) + "山田会", "ヤマダカイ", "399"}));
    make_name_index(all.database());
    for (std::size_t i = 0; i < std::size(forms); ++i) {
        const std::string payee = std::string(forms[i].first) + ")ヤマダカイ";
        INFO(payee);
        const NameAnswer answer = all.find(payee);
        REQUIRE(!answer.hits.empty());
        CHECK(answer.hits[0].number == those[i]);
        CHECK(answer.hits[0].form_agrees);
        CHECK(answer.equals == 1);
    }
}

TEST_CASE(
    "a word of a payee that is no legal form is a part of the reading, and leads to no other corporation") {
    Register all;
    const auto council = all.add({.name = "社会福祉法人福井市社会福祉協議会",
                                  .reading = "フクイシシャカイフクシキョウギカイ",
                                  .kind = "399"});
    const auto city = all.add({.name = "福井市", .reading = "フクイシ", .kind = "201"});
    const auto fishers = all.add(
        {.name = "東讃漁業協同組合", .reading = "トウサンギョギョウキョウドウクミアイ", .kind = "399"});
    const auto farmers = all.add({.name = "香川県農業協同組合", .reading = "カガワケン", .kind = "399"});
    make_name_index(all.database());
    struct Case {
        std::string_view text;
        std::uint64_t number;
    };
    for (const Case& each : {Case{"フクイシ(シヤキヨウ", council}, Case{"ﾌｸｲｼ(ｼﾔｷﾖｳ)ｴｲ", council},
                             Case{"トウサン(ギヨキヨウ", fishers}, Case{"カガワケン(ノウキヨウ", farmers}}) {
        INFO(each.text);
        const NameAnswer answer = all.find({.name = each.text});
        REQUIRE(!answer.hits.empty());
        CHECK(answer.hits[0].number == each.number);
        CHECK(std::ranges::find(answer.hits, city, &NameHit::number) == answer.hits.end());
    }
    for (const std::string_view other : {"フクイシ(ロウクミ", "フクイシ(ケンポ", "フクイシ(レン"}) {
        INFO(other);
        CHECK(!all.find({.name = other, .address = "福井市大手3-10-1"}).sure);
        for (const NameHit& hit : all.find({.name = other}).hits) CHECK(hit.level > NameLevel::english);
    }
}
