#include <algorithm>

#include <catch2/catch.hpp>

#include "registries/audit/registry_verifier.hpp"
#include "registries/builder/builder.hpp"
#include "registries/corporations/corporation_register.hpp"
#include "tests/support/corporation_rows.hpp"
#include "tests/support/registry_rows.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

using Rows = std::vector<std::string>;
namespace item = corporation_item;

const std::string a = "1170001000849", b = "1170001007200", c = "1170001009163", d = "1170001011078";

/// Everything that is kept of corporations, but from which file.
Rows content(const std::string& registry) {
    const std::string columns =
        "corporateNumber, process, correct, updateDate, changeDate, name, kind, cityName, streetNumber, "
        "closeDate, closeCause, successorCorporateNumber, changeCause, latest, hihyoji";
    Rows all = registry_rows(registry, "select " + columns + " from corporation order by 1");
    for (const std::string& sql :
         {"select " + columns +
              ", state, recorded_until, ended_by from corporation_history order by 1, state",
          std::string("select * from corporation_merger order by 1, 2, 3"),
          std::string("select value from fact where name = 'digest of corporation'")}) {
        const Rows more = registry_rows(registry, sql);
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

bool holds(const std::string& registry) {
    const auto found = verify_registry(Registry(registry));
    return std::ranges::all_of(found, [](const Verification& one) { return one.wrong == 0; });
}

/// "name valid-from…valid-until published…taken-back why" of each state.
Rows story(const std::string& registry, const std::string& number) {
    const Registry opened(registry);
    Rows all;
    for (const CorporationState& state :
         CorporationRegister(opened).states(*CorporationRegister::number(number))) {
        all.push_back(state[item::process] + " " + state[item::name] + " " + state.valid_from() + "…" +
                      state.valid_until + " " + state.recorded_from() + "…" + state.recorded_until +
                      std::string(state.end == StateEnd::none ? "" : " ") +
                      std::string(to_string(state.end)) + (state.present ? " *" : ""));
    }
    return all;
}

std::string full(const ScratchFolder& folder, const std::string& text) {
    return folder.write("30_wakayama_all_20210731.csv", text);
}

BuildOptions strict() {
    BuildOptions options;
    options.refuse_gaps = true;
    return options;
}

}  // namespace

TEST_CASE("several rows of a number in one difference are states in order, the newest is the present one") {
    const ScratchFolder folder;
    full(folder, CorporationRow{a}.line());
    folder.write("diff_20210802.csv", CorporationRow{.number = a,
                                                     .process = "12",
                                                     .updated = "2021-08-02",
                                                     .changed = "2021-07-20",
                                                     .latest = "0",
                                                     .street = "西庄１０２０番地１７"}
                                              .line(1) +
                                          CorporationRow{.number = a,
                                                         .process = "11",
                                                         .updated = "2021-08-02",
                                                         .changed = "2021-07-28",
                                                         .name = "株式会社南芳",
                                                         .street = "西庄１０２０番地１７"}
                                              .line(2));
    const std::string registry = folder / "r.sqlite";
    build_registry(registry, {folder.path()}, strict());
    CHECK(story(registry, a) == Rows{"01 株式会社北芳 2015-10-05…2021-07-20 2015-11-20…",
                                     "12 株式会社北芳 2021-07-20…2021-07-28 2021-08-02…",
                                     "11 株式会社南芳 2021-07-28… 2021-08-02… *"});
    const Registry opened(registry);
    const CorporationRegister corporations(opened);
    const auto number = *CorporationRegister::number(a);
    CHECK((*corporations.find(number, "2021-07-19"))[item::street] == "北島１４番地の１３");
    CHECK((*corporations.find(number, "2021-07-20"))[item::street] == "西庄１０２０番地１７");
    CHECK((*corporations.find(number, "2021-07-27"))[item::name] == "株式会社北芳");
    CHECK((*corporations.find(number, "2030-01-01"))[item::name] == "株式会社南芳");
    CHECK_FALSE(corporations.find(number, "2015-10-04"));
    CHECK_FALSE(corporations.find(number + 1));
    CHECK(holds(registry));
}

TEST_CASE("a correction takes the place of the whole history, which stays as what the register said once") {
    const ScratchFolder folder;
    full(folder, CorporationRow{.number = c,
                                .process = "12",
                                .updated = "2019-06-06",
                                .changed = "2019-06-03",
                                .name = "株式会社朝日"}
                     .line());
    folder.write(
        "diff_20210802.csv",
        CorporationRow{
            .number = c, .updated = "2021-08-02", .name = "株式会社朝日", .latest = "0", .correct = "1"}
                .line(1) +
            CorporationRow{.number = c,
                           .process = "12",
                           .updated = "2021-08-02",
                           .changed = "2016-12-12",
                           .name = "株式会社朝日",
                           .latest = "0",
                           .correct = "1"}
                .line(2) +
            CorporationRow{.number = c,
                           .process = "12",
                           .updated = "2021-08-02",
                           .changed = "2019-06-03",
                           .name = "株式会社朝日",
                           .correct = "1",
                           .street = "岩崎"}
                .line(3));
    const std::string registry = folder / "r.sqlite";
    build_registry(registry, {folder.path()}, strict());
    CHECK(story(registry, c) == Rows{"12 株式会社朝日 2019-06-03… 2019-06-06…2021-08-02 corrected",
                                     "01 株式会社朝日 2015-10-05…2016-12-12 2021-08-02…",
                                     "12 株式会社朝日 2016-12-12…2019-06-03 2021-08-02…",
                                     "12 株式会社朝日 2019-06-03… 2021-08-02… *"});
    CHECK(holds(registry));
}

TEST_CASE("a number that is withdrawn keeps its history and is never used again") {
    const ScratchFolder folder;
    full(folder, CorporationRow{a}.line());
    folder.write("diff_20210802.csv",
                 CorporationRow{.number = a, .process = "99", .updated = "2021-08-02"}.line());
    folder.write(
        "diff_20210803.csv",
        CorporationRow{.number = a, .process = "11", .updated = "2021-08-03", .name = "株式会社別人"}.line());
    const std::string registry = folder / "r.sqlite";
    const BuildReport report = build_registry(registry, {folder.path()}, strict());
    CHECK(report.files.at(2).rows.rejected == 1);
    CHECK(registry_rows(registry, "select line, \"column\" from rejection") == Rows{"1|corporateNumber"});
    CHECK(story(registry, a) ==
          Rows{"01 株式会社北芳 2015-10-05… 2015-11-20…2021-08-02 withdrawn", "99  … 2021-08-02… *"});
    const Registry opened(registry);
    CHECK(CorporationRegister(opened).find(*CorporationRegister::number(a), "2018-01-01")->is_withdrawal());
    CHECK(holds(registry));
}

TEST_CASE("a closed corporation stays, and may be revived") {
    const ScratchFolder folder;
    full(folder, CorporationRow{.number = b,
                                .process = "21",
                                .updated = "2021-02-01",
                                .changed = "2021-01-30",
                                .closed = "2021-01-30",
                                .cause = "21"}
                     .line());
    folder.write(
        "diff_20210802.csv",
        CorporationRow{.number = b, .process = "22", .updated = "2021-08-02", .changed = "2021-07-30"}
            .line());
    const std::string registry = folder / "r.sqlite";
    build_registry(registry, {folder.path()}, strict());
    const Registry opened(registry);
    const CorporationRegister corporations(opened);
    const auto number = *CorporationRegister::number(b);
    CHECK(corporations.find(number, "2021-07-29")->is_closed());
    CHECK_FALSE(corporations.find(number, "2021-07-30")->is_closed());
    CHECK_FALSE(corporations.find(number)->is_closed());
}

TEST_CASE("whether an address still exists is known of the day of the newest file") {
    const ScratchFolder folder;
    full(folder, CorporationRow{a}.line());
    folder.write("30_wakayama_all_20210831.csv", CorporationRow{.number = a, .hidden = "1"}.line(7));
    const std::string registry = folder / "r.sqlite";
    build_registry(registry, {folder.path()}, {});
    CHECK(registry_rows(registry,
                        "select hihyoji, (select count(*) from corporation_history) from corporation") ==
          Rows{"1|0"});
    CHECK(holds(registry));
}

TEST_CASE("where a newer complete file has the row of a day otherwise, it is right") {
    const ScratchFolder folder;
    std::string old = CorporationRow{.number = a, .latest = ""}.line();
    old = "1" + old.substr(1, old.find(",2015-10-05,,") + 10) + "\n";  // the 23 columns of 2016
    folder.write("30_wakayama_all_20160229.csv", old);
    full(folder, CorporationRow{a}.line());
    const std::string registry = folder / "r.sqlite";
    build_registry(registry, {folder.path()}, {});
    CHECK(story(registry, a) == Rows{"01 株式会社北芳 2015-10-05… 2015-11-20…2021-07-31 revised",
                                     "01 株式会社北芳 2015-10-05… 2015-11-20… *"});
}

TEST_CASE("updates in any order give what a fresh build gives") {
    const ScratchFolder folder;
    const std::string base = full(
        folder,
        CorporationRow{a}.line(1) +
            CorporationRow{.number = c, .process = "12", .updated = "2019-06-06", .changed = "2019-06-03"}
                .line(2) +
            CorporationRow{d}.line(3));
    const std::string first = folder.write(
        "diff_20210802.csv",
        CorporationRow{.number = a,
                       .process = "11",
                       .updated = "2021-08-02",
                       .changed = "2021-07-28",
                       .name = "株式会社南芳"}
                .line(1) +
            CorporationRow{.number = c, .updated = "2021-08-02", .latest = "0", .correct = "1"}.line(2) +
            CorporationRow{.number = c,
                           .process = "12",
                           .updated = "2021-08-02",
                           .changed = "2019-06-03",
                           .correct = "1"}
                .line(3));
    const std::string second = folder.write(
        "diff_20210803.csv",
        CorporationRow{.number = a,
                       .process = "21",
                       .updated = "2021-08-03",
                       .changed = "2021-08-01",
                       .name = "株式会社南芳",
                       .closed = "2021-08-01",
                       .cause = "11",
                       .successor = b,
                       .details = "令和３年８月１日和歌山市三洋建設株式会社（" + b + "）に合併し解散"}
                .line(1) +
            CorporationRow{.number = d, .process = "99", .updated = "2021-08-03"}.line(2) +
            CorporationRow{.number = b,
                           .process = "71",
                           .updated = "2021-08-03",
                           .changed = "2021-08-01",
                           .details = "令和３年８月１日株式会社南芳（" + a + "）を合併"}
                .line(3));
    const std::string later =
        folder.write("30_wakayama_all_20210831.csv", CorporationRow{.number = c,
                                                                    .process = "12",
                                                                    .updated = "2021-08-02",
                                                                    .changed = "2019-06-03",
                                                                    .correct = "1",
                                                                    .hidden = "1"}
                                                         .line(9));
    const std::string fresh = folder / "fresh.sqlite";
    build_registry(fresh, {base, first, second, later}, strict());
    std::vector<std::string> files{first, second, later};
    std::ranges::sort(files);
    do {
        const std::string registry = folder / "updated.sqlite";
        build_registry(registry, {base}, {});
        for (const std::string& file : files) {
            CHECK(update_registry(registry, {file}, {}, {}).changed);
            CHECK_FALSE(update_registry(registry, {file}, {}, {}).changed);
        }
        CHECK(content(registry) == content(fresh));
        CHECK(holds(registry));
    } while (std::next_permutation(files.begin(), files.end()));
    CHECK(registry_rows(
              fresh,
              "select absorbed, survivor, stated_by, date, in_column, in_text from corporation_merger") ==
          Rows{a + "|" + b + "|" + a + "|2021-08-01|1|1", a + "|" + b + "|" + b + "|2021-08-01|0|1"});
}

TEST_CASE("a difference is refused while those of working days before it are missing") {
    const ScratchFolder folder;
    const std::string base = full(folder, CorporationRow{a}.line());  // a Saturday
    const auto difference = [&](const std::string& day, const std::string& name) {
        std::string digits = day;
        std::erase(digits, '-');
        return folder.write(
            "in/diff_" + digits + "_sjis.csv",
            CorporationRow{.number = a, .process = "11", .updated = day, .changed = day, .name = name}
                .line());
    };
    const std::string registry = folder / "r.sqlite";
    build_registry(registry, {base}, strict());
    const std::string late = difference("2021-08-05", "丁");
    const BuildReport refused = update_registry(registry, {late}, strict(), {});
    CHECK_FALSE(refused.changed);
    CHECK(refused.files.at(0).note.en ==
          "differences of 3 working days before it are missing (2021-08-02, 2021-08-03, 2021-08-04); add "
          "them as well");
    CHECK(registry_rows(registry, "select name from corporation") == Rows{"株式会社北芳"});

    difference("2021-08-02", "甲");
    difference("2021-08-03", "乙");
    CHECK(update_registry(registry, {folder / "in"}, strict(), {}).changed);
    CHECK(registry_rows(registry, "select name from corporation") == Rows{"乙"});
    difference("2021-08-04", "丙");
    CHECK(update_registry(registry, {folder / "in"}, strict(), {}).changed);
    CHECK(registry_rows(registry, "select name from corporation") == Rows{"丁"});

    // Over the weekend and 山の日 (2021-08-08, and the day after in its place) there is none.
    CHECK(update_registry(registry, {difference("2021-08-06", "戊")}, strict(), {}).changed);
    CHECK(update_registry(registry, {difference("2021-08-10", "己")}, strict(), {}).changed);
    CHECK_FALSE(update_registry(registry, {difference("2021-08-12", "庚")}, strict(), {}).changed);
    CHECK(update_registry(registry, {folder / "in/diff_20210812_sjis.csv"}, {}, {}).changed);
    CHECK(registry_rows(registry, "select name from corporation") == Rows{"庚"});
    CHECK(holds(registry));
}

TEST_CASE("the way to the last successor keeps every hop and ends where it goes round") {
    const ScratchFolder folder;
    const auto merged = [](const std::string& number, const std::string& into, const std::string& day) {
        return CorporationRow{.number = number,
                              .process = "21",
                              .updated = day,
                              .changed = day,
                              .closed = day,
                              .cause = "11",
                              .successor = into};
    };
    full(folder, merged(a, b, "2019-04-01").line(1) + merged(b, c, "2020-04-01").line(2) +
                     CorporationRow{c}.line(3) + merged(d, d, "2020-04-01").line(4));
    const std::string registry = folder / "r.sqlite";
    build_registry(registry, {folder.path()}, {});
    const auto way = [&](const std::string& number) {
        const Registry opened(registry);
        std::string text;
        for (const CorporationMerger& hop :
             CorporationRegister(opened).successors(*CorporationRegister::number(number))) {
            text += " " + std::to_string(hop.survivor) + "@" + hop.date;
        }
        return text;
    };
    CHECK(way(a) == " " + b + "@2019-04-01 " + c + "@2020-04-01");
    CHECK(way(c).empty());
    CHECK(way(d) == " " + d + "@2020-04-01");
    folder.write("in/diff_20210802.csv", merged(c, a, "2021-08-02").line());
    update_registry(registry, {folder / "in"}, {}, {});
    CHECK(way(a) == " " + b + "@2019-04-01 " + c + "@2020-04-01 " + a + "@2021-08-02");
    const Registry opened(registry);
    const auto absorbed = CorporationRegister(opened).absorbed_by(*CorporationRegister::number(b));
    REQUIRE(absorbed.size() == 1);
    CHECK(std::to_string(absorbed[0].absorbed) == a);
}

TEST_CASE("who asks a registry very often is answered as who asks once") {
    const ScratchFolder folder;
    full(folder, CorporationRow{a}.line(1) + CorporationRow{b}.line(2) +
                     CorporationRow{.number = c,
                                    .process = "21",
                                    .updated = "2020-04-01",
                                    .changed = "2020-04-01",
                                    .closed = "2020-04-01",
                                    .cause = "11",
                                    .successor = b}
                         .line(3));
    const std::string registry = folder / "r.sqlite";
    build_registry(registry, {folder.path()}, {});
    folder.write(
        "in/diff_20210802.csv",
        CorporationRow{
            .number = a, .process = "11", .updated = "2021-08-02", .changed = "2021-07-28", .name = "南芳"}
            .line());
    const auto told = [&](const Registry& opened) {
        const CorporationRegister corporations(opened);
        Rows all;
        for (const std::string& number : {a, b, c, d}) {
            const auto key = *CorporationRegister::number(number);
            for (const CorporationState& state : corporations.states(key))
                all.push_back(state[item::number] + " " + state[item::name] + " " + state.valid_until);
            for (const CorporationMerger& merger : corporations.absorbed_by(key))
                all.push_back(number + " absorbed " + std::to_string(merger.absorbed));
        }
        return all;
    };
    for (const std::size_t rows : {4u, 5u}) {  // without any history, and with one
        const Registry opened(registry);
        const Rows once = told(opened);
        CHECK(once.size() == rows);
        for (int i = 0; i < 10'000; ++i) told(opened);
        CHECK(told(opened) == once);
        update_registry(registry, {folder / "in"}, {}, {});
        CHECK(told(opened) == once);  // the one that it was opened on
    }
    // As a registry of an earlier version, which has no index of the numbers with a history.
    Database::open_private(registry).run("drop index corporation_history_number");
    const Registry old(registry);
    const Rows once = told(old);
    for (int i = 0; i < 10'000; ++i) told(old);
    CHECK(told(old) == once);
    CHECK(once.size() == 5);
}
