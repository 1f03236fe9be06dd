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
        identify number { tradeName -> name localGovernmentCode -> code invoiceNumber -> id }
        identify parent { }
    }
})";

const std::string number = "1170001000849", other = "1170001007200";

/// "rule column: what the message is filled with -> suggestion" of every finding.
Messages found(const std::string& rows, const BodyReference* bodies) {
    static const WrittenModel model(companies);
    InspectionOptions options;
    options.bodies = bodies;
    const CheckedText checked(*model, "番号,商号,コード,登録番号,親会社\n" + rows, options);
    Messages all;
    for (const Finding& finding : checked.inspection.findings) {
        std::string line = std::string(finding.rule.text) + " " + std::string(finding.header) + ": ";
        line += finding.detail;
        if (!finding.repair.value.empty()) line += " -> " + finding.repair.value;
        all.push_back(line);
    }
    return all;
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

TEST_CASE("an invoice number beside a corporate number is T and that number") {
    CHECK(found(number + ",,,T" + number + ",\n", nullptr).empty());
    CHECK(found(number + ",,,T" + other + ",\n", nullptr) == Messages{"R437 登録番号: T" + number});
    CHECK(found(",,,T" + other + ",\n", nullptr).empty());  // a sole trader
    CHECK(found(number + ",,,X-12,\n", nullptr).empty());   // an id of another kind
}
