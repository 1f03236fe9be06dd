#include <cstdlib>
#include <filesystem>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/values/check_digit.hpp"
#include "registries/builder/builder.hpp"
#include "registries/corporations/publication_comparison.hpp"
#include "tests/support/corporation_days.hpp"
#include "tests/support/corporation_rows.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

using Rows = std::vector<std::string>;

const std::string a = "1170001000849", b = "1170001007200", c = "1170001009163", d = "1170001011078",
                  e = "1170001012472";

std::string numbered(const std::string& serial) {
    return corporate_check_digit(serial) + serial;
}

std::string text_of(const ComparedCorporation& corporation) {
    static const char* const kinds[] = {"differs", "missing", "surplus"};
    static const char* const reasons[] = {"",           " newer in file",   " newer in register",
                                          " withdrawn", " published later", " moved away"};
    std::string text = kinds[static_cast<int>(corporation.kind)] +
                       (" " + std::to_string(corporation.number)) +
                       reasons[static_cast<int>(corporation.reason)];
    if (corporation.line > 0) text += " line " + std::to_string(corporation.line);
    for (const ComparedCorporation::Column& column : corporation.columns) {
        text += " " + std::string(corporation_item_names[column.item]) + ":" + column.registered + "|" +
                column.published;
    }
    return text;
}

struct Compared {
    PublicationComparison counts;
    Rows corporations;
};

Compared compare(const std::string& registry, const std::vector<std::string>& paths) {
    Compared all;
    all.counts = compare_with_publications(
        Registry(registry), paths,
        [&](const ComparedCorporation& corporation, const std::vector<ComparedFile>& files) {
            REQUIRE(corporation.file < files.size());
            all.corporations.push_back(text_of(corporation));
        });
    return all;
}

CorporationRow renamed(const std::string& number, const std::string& day, const std::string& name) {
    return {.number = number, .process = "11", .updated = day, .changed = day, .name = name};
}

/// A registry of four corporations, and a day's difference: a is renamed, b closed, c withdrawn, e new.
struct Fixture {
    ScratchFolder folder;
    std::string registry = folder / "r.sqlite";
    CorporationRow closed{.number = b,
                          .process = "21",
                          .updated = "2021-08-02",
                          .changed = "2021-07-30",
                          .closed = "2021-07-30",
                          .cause = "01"};
    CorporationRow fresh{.number = e, .updated = "2021-08-02", .changed = "2021-07-30", .name = "株式会社新"};
    std::string difference = folder.write(
        "in/diff_20210802.csv",
        renamed(a, "2021-08-02", "株式会社南芳").line(1) + closed.line(2) +
            CorporationRow{.number = c, .process = "99", .updated = "2021-08-02"}.line(3) + fresh.line(4));

    Fixture() {
        std::string rows;
        for (const std::string& number : {a, b, c, d}) rows += CorporationRow{number}.line();
        const std::string base = folder.write("in/30_wakayama_all_20210731.csv", rows);
        build_registry(registry, {base}, {});
        update_registry(registry, {difference}, {}, {});
    }
    std::string later(const std::string& rows,
                      const std::string& name = "30_wakayama_all_20210831.csv") const {
        return folder.write(name, rows);
    }
};

}  // namespace

TEST_CASE("the columns have the names of the model") {
    const Fixture test;
    const Registry registry(test.registry);
    Statement columns = registry.database().prepare("select name from pragma_table_info('corporation')");
    for (const std::string_view name : corporation_item_names) {
        REQUIRE(columns.step());
        CHECK(columns.text(0) == name);
    }
}

TEST_CASE("a register with its differences is what the later complete file says, whatever its order") {
    const Fixture test;
    const auto found = compare(
        test.registry, {test.later(test.fresh.line(1) + CorporationRow{d}.line(2) + test.closed.line(3) +
                                   renamed(a, "2021-08-02", "株式会社南芳").line(4))});
    CHECK(found.corporations == Rows{});
    CHECK(found.counts.is_clean());
    CHECK(found.counts.same == 4);
    CHECK(found.counts.withdrawn == 1);
    CHECK(found.counts.register_day == "2021-08-02");
    REQUIRE(found.counts.files.size() == 1);
    CHECK(found.counts.files[0].day == "2021-08-31");
    CHECK(found.counts.files[0].rows == 4);
}

TEST_CASE("what a complete file has otherwise is told with its place and both values") {
    const Fixture test;
    const std::string new_a = numbered("170001015000"), new_b = numbered("170001015001");
    CorporationRow moved{d};
    moved.street = "西庄１０２０番地１７";
    const auto found = compare(
        test.registry, {test.later(CorporationRow{a}.line(1) + moved.line(2) + CorporationRow{c}.line(3) +
                                   test.fresh.line(4) + renamed(new_a, "2021-08-20", "丙").line(5) +
                                   renamed(new_b, "2021-07-20", "丁").line(6))});
    CHECK(found.corporations ==
          Rows{"differs " + a +
                   " newer in register line 1 process:11|01 updateDate:2021-08-02|2015-11-20 "
                   "changeDate:2021-08-02|2015-10-05 name:株式会社南芳|株式会社北芳",
               "surplus " + b, "missing " + c + " withdrawn line 3",
               "differs " + d + " line 2 streetNumber:北島１４番地の１３|西庄１０２０番地１７",
               "missing " + new_b + " line 6", "missing " + new_a + " newer in file line 5"});
    CHECK_FALSE(found.counts.is_clean());
    CHECK(found.counts.same == 1);
    CHECK(found.counts.differing == 2);
    CHECK(found.counts.by_column[corporation_item::name] == 1);
    CHECK(found.counts.by_column[corporation_item::street] == 1);
    CHECK(found.counts.missing == 3);
    CHECK(found.counts.surplus == 1);
    CHECK(found.counts.newer_in_file == 1);
}

TEST_CASE("the register is taken as it was on the day of the file") {
    const Fixture test;
    std::string rows;
    for (const std::string& number : {a, b, c, d}) rows += CorporationRow{number}.line();
    const auto found = compare(test.registry, {test.later(rows, "30_wakayama_all_20210801.csv")});
    CHECK(found.corporations == Rows{});
    CHECK(found.counts.same == 4);
    CHECK(found.counts.withdrawn == 0);

    SECTION("what it has of no day before is explained") {
        const auto other = compare(
            test.registry, {test.later(rows + CorporationRow{e}.line(), "30_wakayama_all_20210801.csv")});
        CHECK(other.corporations == Rows{"missing " + e + " published later line 5"});
        CHECK(other.counts.is_clean());
        CHECK(other.counts.published_later == 1);
    }
}

TEST_CASE("a correction is the present state from its day on, the corrected one before") {
    const ScratchFolder folder;
    const std::string registry = folder / "r.sqlite";
    build_registry(
        registry,
        {folder.write("30_wakayama_all_20210731.csv", CorporationRow{a}.line()),
         folder.write(
             "diff_20210802.csv",
             CorporationRow{.number = a, .updated = "2021-08-02", .name = "株式会社正", .correct = "1"}
                 .line())},
        {});
    CHECK(compare(registry, {folder.write("30_wakayama_all_20210801.csv", CorporationRow{a}.line())})
              .counts.same == 1);
    const auto later =
        compare(registry,
                {folder.write(
                    "30_wakayama_all_20210831.csv",
                    CorporationRow{.number = a, .updated = "2021-08-02", .name = "株式会社正", .correct = "1"}
                        .line())});
    CHECK(later.corporations == Rows{});
    CHECK(later.counts.same == 1);
}

TEST_CASE(
    "a corporation that moved to a prefecture without rows is no surplus, nor is one that no file speaks "
    "of") {
    const ScratchFolder folder;
    std::string tokyo = CorporationRow{b}.line();
    tokyo.replace(tokyo.find(",30,201,"), 8, ",13,101,");
    const std::string registry = folder / "r.sqlite";
    build_registry(
        registry,
        {folder.write("30_wakayama_all_20210731.csv", CorporationRow{a}.line() + CorporationRow{d}.line()),
         folder.write("13_tokyo_all_20210731.csv", tokyo),
         folder.write(
             "diff_20210802.csv",
             CorporationRow{.number = a, .updated = "2021-08-02", .latest = "0", .correct = "1"}.line())},
        {});
    const auto found =
        compare(registry, {folder.write("later/30_wakayama_all_20210831.csv", CorporationRow{d}.line())});
    CHECK(found.corporations == Rows{"surplus " + a + " moved away"});
    CHECK(found.counts.is_clean());
    CHECK(found.counts.moved_away == 1);
    CHECK(found.counts.same == 1);
}

TEST_CASE("hihyoji is of the day of the file, and columns that a file lacks are not compared") {
    const ScratchFolder folder;
    const std::string registry = folder / "r.sqlite";
    build_registry(registry, {folder.write("30_wakayama_all_20210731.csv", CorporationRow{a}.line())}, {});
    const auto hidden = compare(registry, {folder.write("30_wakayama_all_20210831.csv",
                                                        CorporationRow{.number = a, .hidden = "1"}.line())});
    CHECK(hidden.corporations == Rows{});
    CHECK(hidden.counts.other_hihyoji == 1);
    CHECK(hidden.counts.is_clean());
    std::string old = CorporationRow{.number = a, .latest = ""}.line();
    old = "1" + old.substr(1, old.find(",2015-10-05,,") + 10) + "\n";  // the 23 columns of 2016
    const auto narrow = compare(registry, {folder.write("30_wakayama_all_20210831.csv", old)});
    CHECK(narrow.corporations == Rows{});
    CHECK(narrow.counts.files.at(0).columns == 23);
    CHECK(narrow.counts.same == 1);
}

TEST_CASE("of two files that have a number, the newer one counts") {
    const Fixture test;
    const std::string base = test.folder / "in/30_wakayama_all_20210731.csv";
    const std::string later =
        test.later(renamed(a, "2021-08-02", "株式会社南芳").line(1) + test.closed.line(2) +
                   CorporationRow{d}.line(3) + test.fresh.line(4));
    for (const auto& paths : {Rows{base, later}, Rows{later, base}}) {
        const auto found = compare(test.registry, paths);
        CHECK(found.corporations == Rows{});
        CHECK(found.counts.same == 4);
        CHECK(found.counts.older_rows == 4);
    }
}

TEST_CASE("rows that cannot be read are counted and told") {
    const ScratchFolder folder;
    const CorporationDays lived(1, 100, 0);
    const std::string registry = folder / "r.sqlite";
    build_registry(registry, {folder.write(CorporationDays::base_name, lived.base())}, {});
    const auto found = compare(
        registry, {folder.write(CorporationDays::later_name, lived.later() + "1,117000100084,01\n" +
                                                                 CorporationRow{"9170001000849"}.line(6))});
    CHECK(found.corporations == Rows{});
    CHECK(found.counts.same == 100);
    CHECK_FALSE(found.counts.is_clean());
    const ComparedFile& file = found.counts.files.at(0);
    CHECK(file.unreadable == 2);
    REQUIRE(file.first_unreadable.size() == 2);
    CHECK(file.first_unreadable[0].line == 101);
    CHECK(file.first_unreadable[1].line == 102);
}

TEST_CASE("differences, other files and registries without corporations are refused") {
    const Fixture test;
    CHECK_THROWS_AS(compare(test.registry, {test.difference}), Error);
    CHECK_THROWS_AS(compare(test.registry, {test.folder.write("x.txt", "x\n")}), Error);
}

TEST_CASE(
    "nothing is left in the folder for temporary files, whether the comparison succeeds or is refused") {
    const Fixture test;
    const std::string folder = test.folder / "tmp";
    std::filesystem::create_directory(folder);
    const char* const was = std::getenv("TMPDIR");
    const std::string before = was ? was : "";
    ::setenv("TMPDIR", folder.c_str(), 1);
    compare(test.registry, {test.folder / "in/30_wakayama_all_20210731.csv"});
    CHECK_THROWS_AS(compare(test.registry, {test.difference}), Error);
    was ? ::setenv("TMPDIR", before.c_str(), 1) : ::unsetenv("TMPDIR");
    CHECK(std::filesystem::is_empty(folder));
}
