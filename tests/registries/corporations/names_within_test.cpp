#include "registries/corporations/names_within.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/corporate_name_key.hpp"
#include "registries/embedded/embedded_table.hpp"
#include "registries/embedded/municipality_table.hpp"
#include "tests/support/small_name_register.hpp"

using namespace daicho;

namespace {

bool has_name(std::string_view text, std::string_view name) {
    for (const NameWithin& each : names_within(text)) {
        if (each.name == name) return true;
    }
    return false;
}

bool has_local_body(std::string_view text) {
    for (const NameWithin& each : names_within(text)) {
        if (!each.local_bodies.empty()) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("what stands around a name is taken away, what is a body of its own is not") {
    struct Case {
        std::string_view text, name;
    };
    const Case cases[] = {
        {"株式会社山田銀行 本店", "株式会社山田銀行"},
        {"和歌山県立医科大学附属病院", "和歌山県立医科大学"},
        {"山田大学医学部附属病院", "山田大学"},
        {"国立大学山田大学", "国立大学法人山田大学"},
        {"加斗財産区管理会", "加斗財産区"},
        {"山田市加斗財産区管理者", "山田市加斗財産区"},
        {"山田市南部農協", "山田市南部農業協同組合"},
        {"JA山田市南部", "山田市南部農業協同組合"},
        {"山田川漁協", "山田川漁業協同組合"},
        {"山田信金", "山田信用金庫"},
        {"山田県医師国保組合", "山田県医師国民健康保険組合"},
        {"株式会社山田銀行　御中", "株式会社山田銀行"},
        {"株式会社山田銀行御中", "株式会社山田銀行"},
        {"山田建設㈱ 経理部 田中様", "山田建設㈱"},
        {"山田建設株式会社 代表取締役", "山田建設株式会社"},
        {"山田銀行 福井支店", "山田銀行"},
        {"株式会社山田銀行福井支店", "株式会社山田銀行"},
        {"社会福祉法人山田会 けやき園", "社会福祉法人山田会"},
        {"【取引先】株式会社山田", "株式会社山田"},
        {"委託先：株式会社山田", "株式会社山田"},
        {"【契約】受注者: 山田建設㈱", "山田建設㈱"},
        {"和歌山市 有限会社山田建設", "有限会社山田建設"},
        {"丹生郡越前町　山田水産株式会社", "山田水産株式会社"},
        {"NPO法人山と川", "特定非営利活動法人山と川"},
        {"ＮＰＯ法人　山と川", "特定非営利活動法人山と川"},
        {"(特)山と川", "特定非営利活動法人山と川"},
        {"(医)山田会", "医療法人山田会"},
        {"社福法人山田会", "社会福祉法人山田会"},
        {"一社山田協会", "一般社団法人山田協会"},
        {"株)山田", "株式会社山田"},
        {"山田（株", "山田株式会社"},
        {"YAMADA K.K.", "YAMADA株式会社"},
        {"Yamada Co., Ltd.", "Yamada株式会社"},
        {"ヤマダ Inc.", "ヤマダ株式会社"},
        {"K.K. ヤマダ", "株式会社ヤマダ"},
        {"ヤマダ G.K.", "ヤマダ合同会社"},
        {"ＹＡＭＡＤＡＣＯ．，ＬＴＤ．", "YAMADA株式会社"},
        {"Yamada Company Limited", "Yamada株式会社"},
        {"山と川（NPO法人）", "山と川特定非営利活動法人"},
        {"特定非営利法人山と川", "特定非営利活動法人山と川"},
        {"一般社団　山田協会", "一般社団法人山田協会"},
        {"山田建設〔株〕", "山田建設株式会社"},
        {"[医社]山田会", "医療法人社団山田会"},
        {"株式会社山田（担当：営業部　佐藤）", "株式会社山田"},
        {"株式会社山田（旧　株式会社川田）", "株式会社山田"},
        {"社会福祉法人山田会けやき保育園", "社会福祉法人山田会"},
        {"株式会杜山田", "株式会社山田"},
        {"株式社会山田", "株式会社山田"},
        {"山田株式会杜", "山田株式会社"},
        {"山田農業共同組合", "山田農業協同組合"},
        {"川田検察審査会事務局", "川田検察審査会"},
        {"山川広域水道企業団 川田事務所", "山川広域水道企業団"},
        {"山川広域連合 事務局", "山川広域連合"},
        {"山川広域行政管理組合消防局", "山川広域行政管理組合"},
    };
    for (const Case& each : cases) {
        INFO(each.text);
        CHECK(has_name(each.text, each.name));
    }
    for (const std::string_view other :
         {"株式会社山田銀行 健康保険組合", "株式会社山田銀行 従業員組合", "山田大学 同窓会", "(株)山田",
          "株式会社山田 株式会社川田", "株式会社山田:川田", "山田 有限会社川田", "日銀銀行", "ミLINC",
          "株式会社山田"}) {
        for (const NameWithin& each : names_within(other)) {
            INFO(other << " " << each.name);
            CHECK(each.kind == NameWithin::Kind::notation);
            CHECK(corporate_name_key(each.name).folded == corporate_name_key(other).folded);
        }
    }
}

TEST_CASE("offices of the state by their short names lead to their full ones, in every word of the table") {
    std::size_t asked = 0;
    for_each_line(embedded_text("registries/corporations/office_words.tsv"), [&](std::string_view line) {
        const std::string brief(take_field(line)), full(take_field(line));
        if (brief == "short") return;
        const bool at_start = take_field(line) == "start";
        for (const std::string place : {"高松", "福井", "木曽福島"}) {
            const std::string text = at_start ? brief + place : place + brief;
            INFO(text);
            CHECK(has_name(text, place + full));
            CHECK_FALSE(has_name(at_start ? place + brief + "前" : brief + place, place + full));
        }
        CHECK_FALSE(has_name(brief, full));
        ++asked;
    });
    CHECK(asked > 5);
}

TEST_CASE("departments, offices and boards of every local body lead to its number") {
    std::size_t asked = 0;
    for (const Municipality& each : municipalities()) {
        if (!each.ended.empty() || !each.ward.empty() || each.city.empty()) continue;
        const std::string full = std::string(each.prefecture).append(each.county).append(each.city);
        const bool town = each.city.ends_with("町") || each.city.ends_with("村");
        for (const std::string& text :
             {full + (town ? "役場" : "役所"), full + "教育委員会", full + " 総務課", full + "長",
              full + "健康福祉部社会福祉課", full + "病院事業管理者", full + "東部総合事務所",
              full + "中央公民館", full + "南地域包括支援センター", full + "立第一小学校",
              full + "立中央病院", full + "立西幼稚園"}) {
            INFO(text);
            const auto names = names_within(text);
            REQUIRE(!names.empty());
            REQUIRE(names.front().local_bodies.size() == 1);
            CHECK(names.front().name == each.city);
            CHECK(names.front().local_bodies[0] % 1'000'000 == std::stoull(std::string(each.lg_code)));
        }
        for (const std::string& body :
             {full + "社会福祉協議会", full + "農業協同組合", full + "医師会事務局", full + "商工会",
              full + "開発公社総務課", full + "公民館連合会", full + "図書館友の会", full + "職員互助会",
              full, full + "中央薬局", full + "東郵便局", full + "ゴルフ倶楽部", full + "料理教室"}) {
            INFO(body);
            CHECK_FALSE(has_local_body(body));
        }
        ++asked;
    }
    CHECK(asked > 1700);
    CHECK(names_within("横浜市西区役所").at(0).local_bodies == std::vector<std::uint64_t>{3000020141003});
    CHECK(names_within("香川県知事").at(0).local_bodies == std::vector<std::uint64_t>{8000020370002});
    CHECK(names_within("鳥取県庁").at(0).name == "鳥取県");
    CHECK(names_within("美浜町総務課").at(0).local_bodies.size() > 1);
}

TEST_CASE("a department leads to its body, which is proposed and never sure") {
    SmallNameRegister all;
    const std::uint64_t city = names_within("福井市役所").at(0).local_bodies.at(0);
    all.add({.name = "福井市", .kind = "201", .place = "18201", .prefecture = "福井県", .city = "福井市"},
            city);
    all.add({"株式会社福井市", "", "301"});
    make_name_index(all.database());
    const auto ask = [&](std::string_view name, std::string_view address) {
        return all.find({.name = name, .address = address});
    };
    for (const std::string_view name : {"福井市役所 総務課", "福井市教育委員会", "福井市長", "福井市議会"}) {
        INFO(name);
        REQUIRE(!ask(name, "").hits.empty());
        CHECK(ask(name, "").hits.front().number == city);
        CHECK(ask(name, "").hits.front().level == NameLevel::within);
        CHECK(!ask(name, "").sure);
        CHECK(ask(name, "福井県福井市大手3-10-1").hits.front().number == city);
        CHECK(!ask(name, "福井県福井市大手3-10-1").sure);
        CHECK(!ask(name, "福井県鯖江市西山町13-1").sure);
        CHECK(!ask(name, "不明").sure);
    }
    CHECK(ask("福井市医師会", "福井市大手3-10-1").hits.empty());
}

TEST_CASE("an office is its local body before a body that is named so but for its form, and never sure") {
    SmallNameRegister all;
    struct Office {
        std::string name, full;
        std::uint64_t body;
    };
    std::vector<Office> offices;
    for (const Municipality& each : municipalities()) {
        if (!each.ended.empty() || !each.ward.empty()) continue;
        const std::string name(each.city.empty() ? each.prefecture : each.city);
        const std::string place = std::string(each.lg_code).substr(0, 5);
        const std::string prefecture(each.prefecture), city = std::string(each.county).append(each.city);
        const std::vector<std::string_view> words =
            each.city.empty()
                ? std::vector<std::string_view>{"庁", "庁舎", "議会", "教育委員会", "知事"}
                : std::vector<std::string_view>{"役所", "役場", "議会", "教育委員会", "長", "庁舎"};
        const std::string full = prefecture + city;
        const auto body = names_within(full + std::string(words.front())).at(0).local_bodies.at(0);
        all.add({name, "", "201", place, "", "", "", prefecture, city, "1番1号"}, body);
        for (const std::string_view word : words) {
            const std::string office = name + std::string(word);
            if (offices.size() < 500)
                all.add({office + "生活協同組合", "", "399", place, "", "", "", prefecture, city, "1番1号"});
            offices.push_back({office, full, body});
        }
    }
    make_name_index(all.database());
    REQUIRE(offices.size() > 10'000);
    std::size_t rivals = 0;
    for (std::size_t i = 0; i < offices.size(); i += 7) {  // in turn all words, and all prefectures
        const Office& office = offices[i];
        INFO(office.full << " " << office.name);
        for (const std::string& address : {office.full + "1番1号", office.full}) {
            const NameAnswer answer = all.find({.name = office.name, .address = address, .limit = 3});
            REQUIRE(!answer.hits.empty());
            CHECK(answer.hits[0].number == office.body);
            CHECK(!answer.sure);
            rivals += answer.hits.size() > 1 && answer.hits[1].level == NameLevel::other_form;
        }
    }
    CHECK(rivals > 100);
    CHECK(all.find("北海道庁").hits.at(0).level == NameLevel::within);
    CHECK(all.find("北海道庁生活協同組合").hits.at(0).level == NameLevel::exact);
    CHECK(all.find("北海道庁生協").hits.at(0).level == NameLevel::same_form);
}

TEST_CASE(
    "a name without a form is never sure to be a cooperative's, and another body named so is before it") {
    SmallNameRegister all;
    const auto add = [&](const std::string& name, const char* street) {
        return all.add({name, "", "399", "18201", "", "", "", "福井県", "福井市", street});
    };
    const std::string_view others[] = {"株式会社", "国立大学法人", "一般社団法人", "学校法人"};
    std::size_t made = 0;
    struct Pair {
        std::string name;
        std::uint64_t cooperative, other;
    };
    std::vector<Pair> pairs;
    for (const LegalForm& form : legal_forms()) {
        if (!form.name.ends_with("協同組合")) continue;
        for (const std::string_view other : others) {
            const std::string name = "山川大学" + std::to_string(++made);
            const auto cooperative = add(name + std::string(form.name), "大手１丁目１番１号");
            pairs.push_back({name, cooperative, add(std::string(other) + name, "大手１丁目１番１号")});
        }
        const std::string alone = "川山研究所" + std::to_string(++made);
        pairs.push_back({alone, add(alone + std::string(form.name), "大手１丁目１番１号"), 0});
    }
    make_name_index(all.database());
    REQUIRE(pairs.size() >= 15);
    for (const Pair& pair : pairs) {
        INFO(pair.name);
        const NameAnswer answer = all.find({.name = pair.name, .address = "福井県福井市大手1-1-1"});
        REQUIRE(!answer.hits.empty());
        CHECK(answer.sure == (pair.other != 0));
        CHECK(answer.hits[0].number == (pair.other != 0 ? pair.other : pair.cooperative));
    }
}

TEST_CASE("a company in a text is proposed; forms of one family agree") {
    SmallNameRegister all;
    const auto bank = all.add({.name = "株式会社山田銀行",
                               .prefecture = "福井県",
                               .city = "福井市",
                               .street = "大手１丁目１番１号"});
    const auto clinic = all.add({.name = "医療法人社団光仁会",
                                 .kind = "399",
                                 .prefecture = "福井県",
                                 .city = "福井市",
                                 .street = "大手２丁目２番２号"});
    make_name_index(all.database());
    const auto ask = [&](std::string_view name, std::string_view address) {
        return all.find({.name = name, .address = address});
    };
    CHECK(ask("㈱山田銀行 本店", "福井市大手1-1-1").hits.at(0).number == bank);
    CHECK(!ask("㈱山田銀行 本店", "福井市大手1-1-1").sure);
    for (const std::string_view elsewhere :
         {"", "福井市大手1-1-2", "福井市大手", "福井市", "東京都港区芝1-1"}) {
        INFO(elsewhere);
        const NameAnswer answer = ask("㈱山田銀行 福井支店", elsewhere);
        REQUIRE(!answer.hits.empty());
        CHECK(answer.hits[0].number == bank);
        CHECK(!answer.sure);
    }
    CHECK(!ask("有限会社山田銀行 本店", "福井市大手1-1-1").sure);
    CHECK(ask("山田銀行健康保険組合", "福井市大手1-1-1").hits.empty());
    for (const std::string_view name :
         {"医療法人光仁会", "(医)光仁会", "(医社)光仁会", "医療法人社団光仁会"}) {
        INFO(name);
        const NameAnswer answer = ask(name, "福井市大手2-2-2");
        REQUIRE(!answer.hits.empty());
        CHECK(answer.hits[0].number == clinic);
        CHECK(answer.sure);
    }
    CHECK(!ask("医療法人財団光仁会", "福井市大手2-2-2").sure);
}
