#include "models/engine/corporation_check.hpp"

#include <catch2/catch.hpp>

#include "tests/support/checked_text.hpp"
#include "tests/support/told_corporations.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;
using Messages = std::vector<std::string>;

namespace {

const char* const companies = R"(model test version "1" {
    class Company "会社" {
        number "番号" : corporate_number 0..1;
        name "商号" : text 0..1;
        code "コード" : municipality_code 0..1;
        id "登録番号" : half 0..1;
        parent "親会社" : corporate_number 0..1;
        kana "フリガナ" : text 0..1;
        kind "種別" : text 0..1;
        position "位置" : text 0..1;
        seat "所在地" : text 0..1;
        identify number { tradeName -> name tradeNameKana -> kana categoryOfOrganization -> kind
            positionOfOrganizationTypeInName -> position fullAddress -> seat localGovernmentCode -> code
            invoiceNumber -> id }
        identify parent { }
    }
})";

const std::string number = "1170001000849", other = "1170001007200";

/// "rule column: what the message is filled with -> suggestion" of every finding.
Messages found_in(const std::string& csv, const CorporationReference* corporations) {
    static const WrittenModel model(companies);
    InspectionOptions options;
    options.corporations = corporations;
    const CheckedText checked(*model, csv, options);
    Messages all;
    for (const Finding& finding : checked.inspection.findings) {
        std::string line = std::string(finding.rule.text) + " " + std::string(finding.header) + ": ";
        line += finding.detail;
        if (!finding.repair.value.empty()) line += " -> " + finding.repair.value;
        all.push_back(line);
    }
    return all;
}

Messages found(const std::string& rows, const CorporationReference* corporations) {
    return found_in("番号,商号,コード,登録番号,親会社\n" + rows, corporations);
}

/// Of one record beside the number, its items being those of `headers`.
Messages beside(const std::string& headers, const std::string& cells,
                const CorporationReference& corporations) {
    return found_in("番号," + headers + "\n" + number + "," + cells + "\n", &corporations);
}

ToldCorporations knowing(const KnownCorporation& corporation) {
    ToldCorporations corporations;
    corporations.tell(number, corporation);
    return corporations;
}

KnownCorporation company(CorporationStanding standing, std::string date = {}) {
    KnownCorporation corporation = ToldCorporations::company();
    corporation.standing = standing;
    corporation.date = std::move(date);
    return corporation;
}

}  // namespace

TEST_CASE("a corporation that is there gives no finding, whichever item holds its number") {
    const ToldCorporations corporations = knowing(ToldCorporations::company());
    CHECK(found(number + ",株式会社北芳,302015,,\n,,,," + number + "\n", &corporations).empty());
}

TEST_CASE("a number is unknown only where the register is that of the country") {
    ToldCorporations corporations;
    CHECK(found(number + ",,,,\n", &corporations).empty());
    corporations.cover_all();
    CHECK(found(number + ",,,,\n", &corporations) == Messages{"R430 番号: 2026-08-21"});
    CHECK(found(",,,," + number + "\n", &corporations) == Messages{"R430 親会社: 2026-08-21"});
}

TEST_CASE("where the prefecture of the seat is covered its register speaks, and more mildly") {
    ToldCorporations corporations;
    corporations.cover("30");
    CHECK(found(number + ",,302015,,\n", &corporations) == Messages{"R431 番号: 2026-08-21"});
    CHECK(found(number + ",,131016,,\n", &corporations).empty());
    CHECK(found(number + ",,,,\n", &corporations).empty());
}

TEST_CASE("closed, merged, withdrawn and later numbers are told apart") {
    KnownCorporation corporation = company(CorporationStanding::closed, "2021-08-20");
    corporation.close_cause = "01";
    CHECK(found(number + ",,,,\n", std::make_unique<ToldCorporations>(knowing(corporation)).get()) ==
          Messages{"R433 番号: 2021-08-20 清算の結了等"});
    corporation.successors = {{other, "三洋建設株式会社", "2021-08-20", true},
                              {"6140001056682", "", "2022-01-01", false}};
    CHECK(found(number + ",,,,\n", std::make_unique<ToldCorporations>(knowing(corporation)).get()) ==
          Messages{"R434 番号: 2021-08-20, 三洋建設株式会社 1170001007200 -> 6140001056682"});
    const ToldCorporations withdrawn = knowing(company(CorporationStanding::withdrawn, "2021-08-24"));
    CHECK(found(number + ",,,,\n", &withdrawn) == Messages{"R435 番号: 2021-08-24"});
    const ToldCorporations later = knowing(company(CorporationStanding::not_yet, "2020-01-01"));
    CHECK(found(number + ",,,,\n", &later) == Messages{"R432 番号: 2020-01-01"});
}

TEST_CASE("a wrong check digit gets the number that alone exists, or whose name fits") {
    ToldCorporations corporations;
    KnownCorporation namesake = ToldCorporations::company();
    namesake.name = "三洋建設株式会社";
    corporations.tell(number, ToldCorporations::company());
    corporations.tell(other, namesake);
    const auto of = [&](const std::string& row) { return found(row, &corporations); };
    corporations.offer({number});
    CHECK(of("1170001000848,,,,\n") == Messages{"K310 番号: 2 -> " + number});
    CHECK(of("1170001000848,㈱北芳,,,\n") == Messages{"K310 番号: 2 -> " + number});
    CHECK(of("1170001000848,三洋建設株式会社,,,\n") == Messages{"K310 番号: 2"});
    corporations.offer({number, other});
    CHECK(of("1170001000848,,,,\n") == Messages{"K310 番号: 2"});
    CHECK(of("1170001000848,三洋建設株式会社,,,\n") == Messages{"K310 番号: 2 -> " + other});
    corporations.offer({});
    CHECK(of("1170001000848,株式会社北芳,,,\n") == Messages{"K310 番号: 2"});
    CHECK(found("1170001000848,株式会社北芳,,,\n", nullptr) == Messages{"K310 番号: 2"});
}

TEST_CASE("the number of a local corporation is held against the code without a register") {
    const std::string kozagawa = "1000020304247";
    CHECK(found(kozagawa + ",,304271,,\n", nullptr) == Messages{"R436 番号: 304247, 304271"});
    CHECK(found(kozagawa + ",,304247,,\n", nullptr).empty());
    CHECK(found(kozagawa + ",,300004,,\n", nullptr).empty());
    CHECK(found(kozagawa + ",,,,\n", nullptr).empty());
    CHECK(found(number + ",,304271,,\n", nullptr).empty());
}

TEST_CASE("the office of a local corporation may lie elsewhere, where the register says so") {
    const std::string kozagawa = "1000020304247";
    ToldCorporations corporations;
    KnownCorporation corporation = ToldCorporations::company();
    corporation.lg_code = "304271";
    corporations.tell(kozagawa, corporation);
    CHECK(found(kozagawa + ",,304271,,\n", &corporations).empty());
    CHECK(found(kozagawa + ",,304280,,\n", &corporations) == Messages{"R436 番号: 304247, 304280"});
}

TEST_CASE("a name is told apart from that of the register") {
    ToldCorporations corporations;
    corporations.tell(number, ToldCorporations::company(), {{{"株式会社一条リフォーム", "2021-08-02"}}, {}});
    const auto named = [&](const std::string& name) { return beside("商号", name, corporations); };
    CHECK(named("株式会社北芳").empty());
    CHECK(named("株式会社　北芳") == Messages{"R438 商号: 株式会社北芳"});
    CHECK(named("㈱北芳") == Messages{"R438 商号: 株式会社北芳"});
    CHECK(named("㈱一条リフォーム") == Messages{"R440 商号: 株式会社北芳, 2021-08-02"});
    CHECK(named("北芳株式会社") == Messages{"R441 商号: 株式会社北芳"});
    CHECK(named("北芳") == Messages{"R441 商号: 株式会社北芳"});
    CHECK(named("株式会社南芳") == Messages{"R442 商号: 株式会社北芳"});
    CHECK(beside("商号,フリガナ", "株式会社南芳,ナンポウ", corporations) ==
          Messages{"R442 商号: 株式会社北芳"});
    KnownCorporation merchant = ToldCorporations::company();
    merchant.name = "株式会社德田商店";
    const ToldCorporations variant = knowing(merchant);
    CHECK(beside("商号", "株式会社徳田商店", variant) == Messages{"R439 商号: 株式会社德田商店"});
}

TEST_CASE("a name as it is registered is right, though the model asks for another form of it") {
    static const WrittenModel model(R"(model test version "1" {
        class Company "会社" {
            number "番号" : corporate_number 0..1;
            name "商号" : corporate_name 0..1;
            identify number { tradeName -> name }
        }
    })");
    KnownCorporation corporation = ToldCorporations::company();
    corporation.name = "有限会社　グッド・Ｐ";
    const ToldCorporations corporations = knowing(corporation);
    InspectionOptions options;
    options.corporations = &corporations;
    const CheckedText checked(*model, "番号,商号\n" + number + ",有限会社　グッド・Ｐ\n", options);
    for (const Finding& finding : checked.inspection.findings) CHECK(finding.rule != RuleId{"R438"});
}

TEST_CASE("an office of a local corporation has its name in front") {
    KnownCorporation town = ToldCorporations::company();
    town.kind = "201";
    town.name = "古座川町";
    const ToldCorporations corporations = knowing(town);
    CHECK(beside("商号", "和歌山県古座川町", corporations).empty());
    CHECK(beside("商号", "古座川町教育委員会", corporations).empty());
    CHECK(beside("商号", "北山村", corporations) == Messages{"R442 商号: 古座川町"});
}

TEST_CASE("reading, kind and position of the legal form are held against the register") {
    const ToldCorporations corporations = knowing(ToldCorporations::company());
    CHECK(beside("フリガナ,種別,位置", "カブシキガイシャキタヨシ,301,前株", corporations).empty());
    CHECK(beside("フリガナ", "ホクホウ", corporations) == Messages{"R443 フリガナ: キタヨシ"});
    CHECK(beside("種別", "302", corporations) == Messages{"R444 種別: 301 株式会社北芳"});
    CHECK(beside("位置", "後株", corporations) == Messages{"R445 位置: 株式会社北芳"});
}

TEST_CASE("a seat is told apart from that of the register") {
    ToldCorporations corporations;
    corporations.tell(number, ToldCorporations::company(),
                      {{}, {{"大阪府大阪市西区境川１丁目４番２１号", "2019-06-03"}}});
    const std::string seat = "和歌山県和歌山市北島１４番地の１３";
    CHECK(beside("所在地,コード", "和歌山市北島14-13,302015", corporations).empty());
    CHECK(beside("所在地", "和歌山市北島14-31", corporations) == Messages{"R447 所在地: " + seat});
    CHECK(beside("所在地", "大阪府大阪市西区境川1-4-21", corporations) ==
          Messages{"R446 所在地: " + seat + ", 2019-06-03"});
    CHECK(beside("コード", "302031", corporations) == Messages{"R449 コード: 和歌山県和歌山市 302015"});
    CHECK(beside("コード", "300004", corporations).empty());
    CHECK(beside("所在地,コード", "大阪府大阪市西区境川1-4-21,271063", corporations).size() == 1);
}

TEST_CASE("where no state of the day is known nothing is compared") {
    KnownCorporation corporation;
    corporation.standing = CorporationStanding::live;
    const ToldCorporations corporations = knowing(corporation);
    CHECK(beside("商号,種別", "株式会社南芳,499", corporations).empty());
}

TEST_CASE("an invoice number beside a corporate number is T and that number") {
    CHECK(found(number + ",,,T" + number + ",\n", nullptr).empty());
    CHECK(found(number + ",,,T" + other + ",\n", nullptr) == Messages{"R437 登録番号: T" + number});
    CHECK(found(",,,T" + other + ",\n", nullptr).empty());  // a sole trader
    CHECK(found(number + ",,,X-12,\n", nullptr).empty());   // an id of another kind
}
