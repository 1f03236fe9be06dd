#include "models/engine/body_check.hpp"

#include <catch2/catch.hpp>

#include "tests/support/checked_text.hpp"
#include "tests/support/told_bodies.hpp"
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
Messages found_in(const std::string& csv, const BodyReference* bodies) {
    static const WrittenModel model(companies);
    InspectionOptions options;
    options.bodies = bodies;
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

Messages found(const std::string& rows, const BodyReference* bodies) {
    return found_in("番号,商号,コード,登録番号,親会社\n" + rows, bodies);
}

/// Of one record beside the number, its items being those of `headings`.
Messages beside(const std::string& headings, const std::string& cells, const BodyReference& bodies) {
    return found_in("番号," + headings + "\n" + number + "," + cells + "\n", &bodies);
}

ToldBodies knowing(const KnownBody& body) {
    ToldBodies bodies;
    bodies.tell(number, body);
    return bodies;
}

KnownBody company(BodyStanding standing, std::string date = {}) {
    KnownBody body = ToldBodies::company();
    body.standing = standing;
    body.date = std::move(date);
    return body;
}

}  // namespace

TEST_CASE("a body that is there gives no finding, whichever item holds its number") {
    const ToldBodies bodies = knowing(ToldBodies::company());
    CHECK(found(number + ",株式会社北芳,302015,,\n,,,," + number + "\n", &bodies).empty());
}

TEST_CASE("a number is unknown only where the register is that of the country") {
    ToldBodies bodies;
    CHECK(found(number + ",,,,\n", &bodies).empty());
    bodies.cover_all();
    CHECK(found(number + ",,,,\n", &bodies) == Messages{"R430 番号: 2026-08-21"});
    CHECK(found(",,,," + number + "\n", &bodies) == Messages{"R430 親会社: 2026-08-21"});
}

TEST_CASE("where the prefecture of the seat is covered its register speaks, and more mildly") {
    ToldBodies bodies;
    bodies.cover("30");
    CHECK(found(number + ",,302015,,\n", &bodies) == Messages{"R431 番号: 2026-08-21"});
    CHECK(found(number + ",,131016,,\n", &bodies).empty());
    CHECK(found(number + ",,,,\n", &bodies).empty());
}

TEST_CASE("closed, merged, withdrawn and later numbers are told apart") {
    KnownBody body = company(BodyStanding::closed, "2021-08-20");
    body.close_cause = "01";
    CHECK(found(number + ",,,,\n", std::make_unique<ToldBodies>(knowing(body)).get()) ==
          Messages{"R433 番号: 2021-08-20 清算の結了等"});
    body.successors = {{other, "三洋建設株式会社", "2021-08-20", true},
                       {"6140001056682", "", "2022-01-01", false}};
    CHECK(found(number + ",,,,\n", std::make_unique<ToldBodies>(knowing(body)).get()) ==
          Messages{"R434 番号: 2021-08-20, 三洋建設株式会社 1170001007200 -> 6140001056682"});
    const ToldBodies withdrawn = knowing(company(BodyStanding::withdrawn, "2021-08-24"));
    CHECK(found(number + ",,,,\n", &withdrawn) == Messages{"R435 番号: 2021-08-24"});
    const ToldBodies later = knowing(company(BodyStanding::not_yet, "2020-01-01"));
    CHECK(found(number + ",,,,\n", &later) == Messages{"R432 番号: 2020-01-01"});
}

TEST_CASE("a wrong check digit gets the number that alone exists, or whose name fits") {
    ToldBodies bodies;
    KnownBody namesake = ToldBodies::company();
    namesake.name = "三洋建設株式会社";
    bodies.tell(number, ToldBodies::company());
    bodies.tell(other, namesake);
    const auto of = [&](const std::string& row) { return found(row, &bodies); };
    bodies.offer({number});
    CHECK(of("1170001000848,,,,\n") == Messages{"K310 番号: 2 -> " + number});
    CHECK(of("1170001000848,㈱北芳,,,\n") == Messages{"K310 番号: 2 -> " + number});
    CHECK(of("1170001000848,三洋建設株式会社,,,\n") == Messages{"K310 番号: 2"});
    bodies.offer({number, other});
    CHECK(of("1170001000848,,,,\n") == Messages{"K310 番号: 2"});
    CHECK(of("1170001000848,三洋建設株式会社,,,\n") == Messages{"K310 番号: 2 -> " + other});
    bodies.offer({});
    CHECK(of("1170001000848,株式会社北芳,,,\n") == Messages{"K310 番号: 2"});
    CHECK(found("1170001000848,株式会社北芳,,,\n", nullptr) == Messages{"K310 番号: 2"});
}

TEST_CASE("the number of a local body is held against the code without a register") {
    const std::string kozagawa = "1000020304247";
    CHECK(found(kozagawa + ",,304271,,\n", nullptr) == Messages{"R436 番号: 304247, 304271"});
    CHECK(found(kozagawa + ",,304247,,\n", nullptr).empty());
    CHECK(found(kozagawa + ",,300004,,\n", nullptr).empty());
    CHECK(found(kozagawa + ",,,,\n", nullptr).empty());
    CHECK(found(number + ",,304271,,\n", nullptr).empty());
}

TEST_CASE("the office of a local body may lie elsewhere, where the register says so") {
    const std::string kozagawa = "1000020304247";
    ToldBodies bodies;
    KnownBody body = ToldBodies::company();
    body.lg_code = "304271";
    bodies.tell(kozagawa, body);
    CHECK(found(kozagawa + ",,304271,,\n", &bodies).empty());
    CHECK(found(kozagawa + ",,304280,,\n", &bodies) == Messages{"R436 番号: 304247, 304280"});
}

TEST_CASE("a name is told apart from that of the register") {
    ToldBodies bodies;
    bodies.tell(number, ToldBodies::company(), {{{"株式会社一条リフォーム", "2021-08-02"}}, {}});
    const auto named = [&](const std::string& name) { return beside("商号", name, bodies); };
    CHECK(named("株式会社北芳").empty());
    CHECK(named("株式会社　北芳") == Messages{"R438 商号: 株式会社北芳"});
    CHECK(named("㈱北芳") == Messages{"R438 商号: 株式会社北芳"});
    CHECK(named("㈱一条リフォーム") == Messages{"R440 商号: 株式会社北芳, 2021-08-02"});
    CHECK(named("北芳株式会社") == Messages{"R441 商号: 株式会社北芳"});
    CHECK(named("北芳") == Messages{"R441 商号: 株式会社北芳"});
    CHECK(named("株式会社南芳") == Messages{"R442 商号: 株式会社北芳"});
    CHECK(beside("商号,フリガナ", "株式会社南芳,ナンポウ", bodies) == Messages{"R442 商号: 株式会社北芳"});
    KnownBody merchant = ToldBodies::company();
    merchant.name = "株式会社德田商店";
    const ToldBodies variant = knowing(merchant);
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
    KnownBody body = ToldBodies::company();
    body.name = "有限会社　グッド・Ｐ";
    const ToldBodies bodies = knowing(body);
    InspectionOptions options;
    options.bodies = &bodies;
    const CheckedText checked(*model, "番号,商号\n" + number + ",有限会社　グッド・Ｐ\n", options);
    for (const Finding& finding : checked.inspection.findings) CHECK(finding.rule != RuleId{"R438"});
}

TEST_CASE("an office of a local body has its name in front") {
    KnownBody town = ToldBodies::company();
    town.kind = "201";
    town.name = "古座川町";
    const ToldBodies bodies = knowing(town);
    CHECK(beside("商号", "和歌山県古座川町", bodies).empty());
    CHECK(beside("商号", "古座川町教育委員会", bodies).empty());
    CHECK(beside("商号", "北山村", bodies) == Messages{"R442 商号: 古座川町"});
}

TEST_CASE("reading, kind and position of the legal form are held against the register") {
    const ToldBodies bodies = knowing(ToldBodies::company());
    CHECK(beside("フリガナ,種別,位置", "カブシキガイシャキタヨシ,301,前株", bodies).empty());
    CHECK(beside("フリガナ", "ホクホウ", bodies) == Messages{"R443 フリガナ: キタヨシ"});
    CHECK(beside("種別", "302", bodies) == Messages{"R444 種別: 301 株式会社北芳"});
    CHECK(beside("位置", "後株", bodies) == Messages{"R445 位置: 株式会社北芳"});
}

TEST_CASE("a seat is told apart from that of the register") {
    ToldBodies bodies;
    bodies.tell(number, ToldBodies::company(),
                {{}, {{"大阪府大阪市西区境川１丁目４番２１号", "2019-06-03"}}});
    const std::string seat = "和歌山県和歌山市北島１４番地の１３";
    CHECK(beside("所在地,コード", "和歌山市北島14-13,302015", bodies).empty());
    CHECK(beside("所在地", "和歌山市北島14-31", bodies) == Messages{"R447 所在地: " + seat});
    CHECK(beside("所在地", "大阪府大阪市西区境川1-4-21", bodies) ==
          Messages{"R446 所在地: " + seat + ", 2019-06-03"});
    CHECK(beside("コード", "302031", bodies) == Messages{"R449 コード: 和歌山県和歌山市 302015"});
    CHECK(beside("コード", "300004", bodies).empty());
    CHECK(beside("所在地,コード", "大阪府大阪市西区境川1-4-21,271063", bodies).size() == 1);
}

TEST_CASE("where no state of the day is known nothing is compared") {
    KnownBody body;
    body.standing = BodyStanding::live;
    const ToldBodies bodies = knowing(body);
    CHECK(beside("商号,種別", "株式会社南芳,499", bodies).empty());
}

TEST_CASE("an invoice number beside a corporate number is T and that number") {
    CHECK(found(number + ",,,T" + number + ",\n", nullptr).empty());
    CHECK(found(number + ",,,T" + other + ",\n", nullptr) == Messages{"R437 登録番号: T" + number});
    CHECK(found(",,,T" + other + ",\n", nullptr).empty());  // a sole trader
    CHECK(found(number + ",,,X-12,\n", nullptr).empty());   // an id of another kind
}
