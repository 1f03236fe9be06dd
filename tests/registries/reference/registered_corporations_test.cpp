#include "registries/reference/registered_corporations.hpp"

#include <catch2/catch.hpp>

#include "registries/builder/builder.hpp"
#include "tests/support/corporation_rows.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/whole_prefecture.hpp"

using namespace daicho;
using Standing = CorporationStanding;

namespace {

const std::string a = "1170001000849", b = "1170001007200", withdrawn = "1700150032837";

/// The corporations of each prefecture, and those abroad; their running numbers are `step` apart.
std::string national_file(int step, bool with_abroad) {
    std::string rows;
    int running = 0;
    for (int prefecture = 1; prefecture <= (with_abroad ? 48 : 47); ++prefecture) {
        const std::string code = prefecture == 48 ? "" : std::to_string(100 + prefecture).substr(1);
        for (const std::string& number : numbers_of_prefecture(code)) {
            std::string row = CorporationRow{.number = number}.line(running += step);
            row.replace(row.find(",30,201,"), 8, code.empty() ? ",,," : "," + code + ",201,");
            rows += row;
        }
    }
    return rows;
}

/// The complete file of corporations abroad: a third of them have offices in a prefecture.
std::string file_of_abroad() {
    std::string rows;
    int running = 0;
    for (const std::string& number : numbers_of_prefecture("", 1000)) {
        std::string row = CorporationRow{.number = number}.line(++running);
        const std::string code = std::to_string(101 + running % 47).substr(1);
        row.replace(row.find(",30,201,"), 8, running % 3 ? ",,," : "," + code + ",201,");
        rows += row;
    }
    return rows;
}

/// Corporation `a` moved, changed its name and was absorbed by `b`. `file` is the name of the complete file.
class SmallRegister {
 public:
    explicit SmallRegister(const std::string& file = "30_wakayama_all_20210731.csv") {
        folder_.write("in/" + file, CorporationRow{a}.line(1) +
                                        CorporationRow{.number = b, .name = "三洋建設株式会社"}.line(2) +
                                        CorporationRow{withdrawn}.line(3));
        folder_.write(
            "in/diff_20210802.csv",
            CorporationRow{.number = a,
                           .process = "12",
                           .updated = "2021-08-02",
                           .changed = "2021-07-20",
                           .latest = "0",
                           .street = "北島１番地"}
                    .line(1) +
                CorporationRow{.number = a,
                               .process = "11",
                               .updated = "2021-08-02",
                               .changed = "2021-07-28",
                               .name = "株式会社南芳",
                               .street = "北島１番地"}
                    .line(2) +
                CorporationRow{.number = withdrawn, .process = "99", .updated = "2021-08-02"}.line(3));
        folder_.write("in/diff_20210803.csv", CorporationRow{.number = a,
                                                             .process = "21",
                                                             .updated = "2021-08-03",
                                                             .changed = "2021-08-01",
                                                             .name = "株式会社南芳",
                                                             .street = "北島１番地",
                                                             .closed = "2021-08-01",
                                                             .cause = "11",
                                                             .successor = b}
                                                  .line(1));
        build_registry(folder_ / "r.sqlite", {folder_ / "in"}, {});
        corporations = registered_corporations(folder_ / "r.sqlite");
        REQUIRE(corporations);
    }

    std::unique_ptr<CorporationReference> corporations;

 private:
    ScratchFolder folder_;
};

}  // namespace

TEST_CASE("a corporation is told with what became of it, to the end") {
    const SmallRegister made;
    const KnownCorporation corporation = made.corporations->find(a, "");
    CHECK(corporation.standing == Standing::closed);
    CHECK(corporation.date == "2021-08-01");
    CHECK(corporation.close_cause == "11");
    CHECK(corporation.name == "株式会社南芳");
    CHECK(corporation.lg_code == "302015");
    CHECK(corporation.address() == "和歌山県和歌山市北島１番地");
    CHECK(corporation.register_day == "2021-08-03");
    REQUIRE(corporation.successors.size() == 1);
    CHECK(corporation.successors[0].number == b);
    CHECK(corporation.successors[0].name == "三洋建設株式会社");
    CHECK_FALSE(corporation.successors[0].closed);
}

TEST_CASE("a corporation is told as it was on the day that is asked about") {
    const SmallRegister made;
    CHECK(made.corporations->find(a, "2021-08-01").standing == Standing::closed);
    const KnownCorporation renamed = made.corporations->find(a, "2021-07-31");
    CHECK(renamed.standing == Standing::live);
    CHECK(renamed.name == "株式会社南芳");
    CHECK(renamed.successors.empty());
    CHECK(made.corporations->find(a, "2021-07-22").address() == "和歌山県和歌山市北島１番地");
    CHECK(made.corporations->find(a, "2021-07-22").name == "株式会社北芳");
    CHECK(made.corporations->find(a, "2015-10-05").address() == "和歌山県和歌山市北島１４番地の１３");
    CHECK(made.corporations->find(a, "2015-10-04").standing == Standing::not_yet);
    CHECK(made.corporations->find(a, "2015-10-04").date == "2015-10-05");
    CHECK(made.corporations->find(withdrawn, "").standing == Standing::withdrawn);
    CHECK(made.corporations->find(withdrawn, "").date == "2021-08-02");
}

TEST_CASE(
    "what a corporation was before is told with the day of its end, up to the day that is asked about") {
    const SmallRegister made;
    const FormerCorporation former = made.corporations->former(a, "");
    REQUIRE(former.names.size() == 1);
    CHECK(former.names[0].text == "株式会社北芳");
    CHECK(former.names[0].until == "2021-07-28");
    REQUIRE(former.addresses.size() == 1);
    CHECK(former.addresses[0].text == "和歌山県和歌山市北島１４番地の１３");
    CHECK(former.addresses[0].until == "2021-07-20");
    CHECK(made.corporations->former(a, "2021-07-22").names.empty());
    CHECK(made.corporations->former(a, "2021-07-22").addresses.size() == 1);
    CHECK(made.corporations->former(b, "").names.empty());
}

TEST_CASE("only complete files make a number unknown: of all prefectures, and of corporations abroad") {
    const std::string nobody = "8000012010038";
    const SmallRegister prefecture;
    CHECK(prefecture.corporations->find(nobody, "").standing == Standing::not_covered);
    CHECK_FALSE(prefecture.corporations->covers("30"));  // three rows, numbered 1 to 3, are no prefecture

    const ScratchFolder folder;
    const auto register_of = [&](const std::string& rows) {
        build_registry(folder / "r.sqlite", {folder.write("00_zenkoku_all_20210731.csv", rows)}, {});
        return registered_corporations(folder / "r.sqlite");
    };
    const auto country = register_of(national_file(1, true));
    CHECK(country->find(nobody, "").standing == Standing::unknown);
    CHECK(country->find(nobody, "").register_day == "2021-07-31");
    CHECK(country->covers("31"));
    CHECK_FALSE(country->covers(""));
    CHECK(register_of(national_file(1, false))->find(nobody, "").standing == Standing::not_covered);
    const auto sample = register_of(national_file(10, true));
    CHECK(sample->find(nobody, "").standing == Standing::not_covered);
    CHECK_FALSE(sample->covers("30"));
}

TEST_CASE("the file of corporations abroad makes no number at home unknown") {
    const ScratchFolder folder;
    build_registry(folder / "r.sqlite", {folder.write("99_kokugai_all_20210731.csv", file_of_abroad())}, {});
    const auto abroad = registered_corporations(folder / "r.sqlite");
    CHECK(abroad->find("8000012010038", "").standing == Standing::not_covered);
    for (const char* prefecture : {"01", "13", "47"}) CHECK_FALSE(abroad->covers(prefecture));
}

TEST_CASE("the day of the register is the last before a gap") {
    const ScratchFolder folder;
    folder.write("in/00_zenkoku_all_20210730.csv", national_file(1, true));
    for (const char* day : {"20210802", "20210803", "20210805"})
        folder.write("in/diff_" + std::string(day) + ".csv", CorporationRow{.number = b}.line());
    build_registry(folder / "r.sqlite", {folder / "in"}, {.refuse_gaps = false});
    CHECK(registered_corporations(folder / "r.sqlite")->find("8000012010038", "").register_day ==
          "2021-08-03");
}

TEST_CASE("numbers that digits may be meant for are those that exist") {
    const SmallRegister made;
    CHECK(made.corporations->repairs("1170001000848") == std::vector<std::string>{a});
    CHECK(made.corporations->repairs("9999999999999").empty());
}

TEST_CASE("a registry without corporations has no corporations") {
    ScratchFolder folder;
    const std::string postal = std::string(DAICHO_SOURCE_DIR) + "/tests/data/japanpost/KEN_ALL_cut.CSV";
    build_registry(folder / "r.sqlite", {postal}, {});
    CHECK_FALSE(registered_corporations(folder / "r.sqlite"));
}
