#include "registries/embedded/embedded_reference.hpp"

#include <catch2/catch.hpp>

using daicho::embedded_reference;
using daicho::ReferenceAnswer;
using Known = ReferenceAnswer::Known;

namespace {

ReferenceAnswer ask(std::string_view code, std::string_view as_of, std::string_view kind = "municipality") {
    ReferenceAnswer answer;
    embedded_reference().find(kind, {&code, 1}, as_of, {&answer, 1});
    return answer;
}

}  // namespace

TEST_CASE("a code in use is present and one that was never used is absent") {
    CHECK(ask("131016", "").known == Known::present);
    CHECK(ask("130001", "").known == Known::present);
    CHECK(ask("131997", "").known == Known::absent);
    CHECK(ask("13101", "").known == Known::absent);
    CHECK(ask("", "").known == Known::absent);
}

TEST_CASE("an abolished code has ended, with what became of it by the day asked about") {
    CHECK(ask("112054", "").known == Known::ended);
    CHECK(ask("112054", "").successor == "111007");
    CHECK(ask("112054", "2002-01-01").successor == "112445");
    CHECK(ask("112054", "2001-05-01").known == Known::ended);
    CHECK(ask("112054", "2001-04-30").known == Known::present);
    CHECK(ask("221350", "").successor == "221384, 221392");
    CHECK(ask("214868", "").successor == "212199");
}

TEST_CASE("a code that goes on under another name is present") {
    CHECK(ask("282219", "2000-01-01").known == Known::present);
    CHECK(ask("282219", "").known == Known::present);
}

TEST_CASE("a code is absent before it was in use, and nothing is known of days before the record") {
    CHECK(ask("111007", "1999-01-01").known == Known::absent);
    CHECK(ask("111007", "2003-04-01").known == Known::present);
    CHECK(ask("111007", "1970-03-31").known == Known::not_covered);
    CHECK(ask("131016", "1970-04-01").known == Known::present);
}

TEST_CASE("only municipalities are covered") {
    CHECK(ask("131016", "", "school").known == Known::not_covered);
}

TEST_CASE("the names of a code are those of its last municipality") {
    CHECK(embedded_reference().text("municipality", "131016", "prefecture") == "東京都");
    CHECK(embedded_reference().text("municipality", "131016", "city") == "千代田区");
    CHECK(embedded_reference().text("municipality", "112054", "city") == "大宮市");
    CHECK(embedded_reference().text("municipality", "999999", "city").empty());
    CHECK(embedded_reference().text("municipality", "131016", "mayor").empty());
}
