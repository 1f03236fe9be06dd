#include "registries/embedded/municipality_history.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "grammars/values/check_digit.hpp"

using daicho::municipalities;
using daicho::Municipality;
using daicho::MunicipalityEvent;
using daicho::MunicipalityHistory;
using daicho::MunicipalityPeriod;

namespace {

const MunicipalityHistory& history() {
    return MunicipalityHistory::embedded();
}

std::string name(const Municipality& municipality) {
    return std::string(municipality.prefecture)
        .append(municipality.county)
        .append(municipality.city)
        .append(municipality.ward);
}

/// "111007 埼玉県さいたま市" of each.
std::vector<std::string> successors(std::string_view code, std::string_view as_of) {
    std::vector<std::string> names;
    for (const MunicipalityPeriod* municipality :
         history().successors(*history().holder(code, as_of), as_of)) {
        names.push_back(std::string(municipality->lg_code) + " " + name(*municipality));
    }
    return names;
}

/// Cities, towns and villages on a day, as 総務省 counts them: without wards, the 23 of Tokyo and the six
/// villages of the northern islands.
std::ptrdiff_t municipalities_on(std::string_view day) {
    return std::ranges::count_if(history().periods(), [&](const MunicipalityPeriod& p) {
        const bool northern = p.lg_code.starts_with("01") && p.lg_code >= "016950" && p.lg_code <= "017009";
        return p.covers(day) && !p.city.empty() && p.ward.empty() && !p.city.ends_with("区") && !northern;
    });
}

}  // namespace

TEST_CASE("there are as many municipalities on a day as the ministry counted") {
    CHECK(municipalities_on("1999-03-31") == 3232);
    CHECK(municipalities_on("2006-03-31") == 1821);
    CHECK(municipalities_on("2010-03-31") == 1727);
    CHECK(municipalities_on("2014-04-05") == 1718);
    CHECK(municipalities_on("") == 1718);
}

TEST_CASE("what exists in the history is what the table of municipalities has") {
    for (const Municipality& municipality : municipalities()) {
        if (!municipality.ended.empty()) continue;
        const MunicipalityPeriod* holder = history().holder(municipality.lg_code, "");
        INFO(municipality.lg_code << name(municipality));
        REQUIRE(holder);
        CHECK(holder->ended.empty());
        CHECK(name(*holder) == name(municipality));
    }
    const auto open =
        std::ranges::count_if(history().periods(), [](const auto& p) { return p.ended.empty(); });
    const auto alive = std::ranges::count_if(municipalities(), [](const auto& m) { return m.ended.empty(); });
    CHECK(open == alive);
}

TEST_CASE("periods are sorted, have right codes, and those of one code follow one another") {
    const MunicipalityPeriod* before = nullptr;
    for (const MunicipalityPeriod& period : history().periods()) {
        INFO(period.lg_code << name(period) << ' ' << period.since << ' ' << period.ended);
        REQUIRE(period.lg_code.size() == 6);
        CHECK(period.lg_code[5] == daicho::municipality_check_digit(period.lg_code));
        CHECK_FALSE(period.prefecture.empty());
        CHECK(period.city.empty() == period.city_kana.empty());
        CHECK((period.ended.empty() || period.since <= period.ended));
        if (before && before->lg_code == period.lg_code) CHECK(before->ended == period.since);
        if (before) CHECK(before->lg_code <= period.lg_code);
        before = &period;
    }
}

TEST_CASE("events lead forward in time, and everything that ended leads to what exists") {
    for (const MunicipalityPeriod& period : history().periods()) {
        INFO(period.lg_code << name(period) << ' ' << period.since << ' ' << period.ended);
        for (const MunicipalityEvent* event : history().events_from(period)) {
            REQUIRE(event->to != &period);
            CHECK(period.since <= event->date);
            CHECK((event->to->ended.empty() || event->date <= event->to->ended));
            if (event->type->ends) CHECK(period.ended == event->date);
            if (event->type->begins) CHECK(event->to->since == event->date);
        }
        const auto municipalities = history().successors(period, "");
        REQUIRE_FALSE(municipalities.empty());
        for (const MunicipalityPeriod* municipality : municipalities) CHECK(municipality->ended.empty());
    }
}

TEST_CASE("a merged city leads through a new city to the designated city of today") {
    CHECK(successors("112054", "") == std::vector<std::string>{"111007 埼玉県さいたま市"});
    CHECK(successors("112054", "2002-01-01") == std::vector<std::string>{"112445 埼玉県さいたま市"});
    CHECK(successors("112054", "2001-04-30") == std::vector<std::string>{"112054 埼玉県大宮市"});
    const auto way = history().way_of(*history().holder("112054", ""), "");
    REQUIRE(way.size() == 2);
    CHECK(way[0]->date == "2001-05-01");
    CHECK(way[0]->type->name == "新設合併");
    CHECK(way[1]->type->name == "政令指定都市施行");
}

TEST_CASE("one code under several names is told apart by the day") {
    CHECK(history().with_code("214868").size() == 3);
    CHECK(history().holder("214868", "1970-04-19")->city == "奥明方村");
    CHECK(history().holder("214868", "1970-04-20")->city == "明方村");
    CHECK(history().holder("214868", "1992-04-01")->city == "明宝村");
    CHECK(history().holder("214868", "")->city == "明宝村");
    CHECK(history().holder("282219", "2019-04-30")->city == "篠山市");
    CHECK(history().holder("282219", "2019-05-01")->city == "丹波篠山市");
}

TEST_CASE("a new municipality of the code and name of an old one is another period") {
    const auto mori = history().with_code("013455");
    REQUIRE(mori.size() == 2);
    CHECK(mori[0].ended == "2005-04-01");
    CHECK(mori[1].since == "2005-04-01");
    const auto into = history().events_to(mori[1]);
    REQUIRE(into.size() == 2);
    CHECK(into[0]->from->city == "砂原町");
    CHECK(into[1]->from == &mori[0]);
}

TEST_CASE("a municipality that others joined on its last day leads on to its next name") {
    // 大野村 was incorporated into 鹿島町 on the day on which that became 鹿嶋市.
    CHECK(successors("084042", "") == std::vector<std::string>{"082228 茨城県鹿嶋市"});
    // 三好町 was renamed and became a city on one day.
    CHECK(successors("235211", "") == std::vector<std::string>{"232360 愛知県みよし市"});
    CHECK(history().holder("235211", "2009-12-31")->city == "三好町");
}

TEST_CASE("the parts of a divided ward are all its successors") {
    CHECK(successors("221350", "") ==
          std::vector<std::string>{"221384 静岡県浜松市中央区", "221392 静岡県浜松市浜名区"});
    CHECK(successors("401021", "") ==
          std::vector<std::string>{"401064 福岡県北九州市小倉北区", "401072 福岡県北九州市小倉南区"});
}

TEST_CASE("a ward from which another was separated goes on") {
    const MunicipalityPeriod* hyogo = history().holder("281051", "");
    CHECK(hyogo->ended.empty());
    const auto events = history().events_from(*hyogo);
    REQUIRE(events.size() == 1);
    CHECK(events[0]->type->name == "分離");
    CHECK(events[0]->to->ward == "北区");
    CHECK(events[0]->to->since == "1973-08-01");
}

TEST_CASE("codes are found with and without the check digit, and others not") {
    CHECK(history().with_code("13101").size() == 1);
    CHECK(history().with_code("131016").front().city == "千代田区");
    CHECK(history().with_code("131017").empty());
    CHECK(history().with_code("1310").empty());
    CHECK(history().with_code("").empty());
    CHECK(history().holder("999999", "") == nullptr);
}
