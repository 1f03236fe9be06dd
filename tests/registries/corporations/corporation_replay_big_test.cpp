// Every row that was published of four prefectures from 2021-07-14 to 2026-08-21, day by day, on their
// complete files of 2020-06-05. What cannot be explained by what the rows lack would be an error of ours: the
// publications of 2020-06-06 to 2021-07-13, rows of other prefectures (bodies that moved), and withdrawals
// (which name no prefecture).

#include <catch2/catch.hpp>

#include "registries/builder/builder.hpp"
#include "registries/registry.hpp"
#include "registries/registry_verifier.hpp"
#include "tests/support/published_corporations.hpp"

using namespace daicho;

TEST_CASE("five years of four prefectures leave only what the rows lack") {
    const ScratchFolder folder;
    std::vector<std::string> paths = complete_corporations();
    paths.push_back(write_corporation_days(folder));
    const std::string path = folder / "r.sqlite";
    RowCounts all;
    for (const FileReport& file : build_registry(path, paths, {}).files) {
        CHECK(file.source == "corporate-number");
        all.records += file.rows.records;
        all.stored += file.rows.stored;
        all.superseded += file.rows.superseded;
    }
    CHECK(all.records == 163'729);
    CHECK(all.stored == 122'795);
    CHECK(all.superseded == 40'934);
    const Registry registry(path);
    for (const Verification& one : verify_registry(registry)) CHECK(one.wrong == 0);

    Database scratch = Database::open_private(path);
    scratch.run(R"(
        create temp table stood as
            select corporateNumber n, process, correct, updateDate u, assignmentDate a, changeDate c,
                coalesce(closeDate, '') closed, 99999 s from corporation
            union all select corporateNumber, process, correct, updateDate, assignmentDate, changeDate,
                coalesce(closeDate, ''), state from corporation_history where ended_by is null;
        create temp table played as select *, row_number() over way k, lag(closed) over way closed_before,
            lag(u) over way u_before from stood window way as (partition by n order by c, u, s);
    )");
    const auto count = [&](const std::string& condition) {
        return scratch.number("select count(*) from " + condition);
    };
    // Moved away: the history was resent with the body's newest state in another prefecture.
    CHECK(count("corporation where latest = '0'") == 214);
    CHECK(count("corporation where latest = '0' and correct = '0'") == 0);
    // First heard of by a change: founded or moved in before 2021-07-14, or moved in since.
    CHECK(count("played where k = 1 and process <> '01' and u > '2021' and correct = '0'") == 1718);
    // Moved in, with the beginning of its history in another prefecture.
    CHECK(count("played where k = 1 and process <> '01' and u > '2021' and correct = '1'") == 121);
    CHECK(
        count(
            "played where k = 1 and process <> '01' and u > '2021' and correct = '1' and process <> '12'") ==
        0);
    // Closed twice, or revived though open: the state between was published in the gap.
    CHECK(count("played where process = '21' and closed_before <> ''") == 10);
    CHECK(count("played where process = '22' and closed_before = '' and k > 1") == 8);
    CHECK(count("played where (process = '21' and closed_before <> '' or process = '22' and closed_before = "
                "'' and "
                "k > 1) and u_before > '2020-06-05'") == 0);
    // A withdrawal has no prefecture.
    CHECK(count("corporation where process = '99'") == 0);
    // The present state is never older than a past one that stands.
    CHECK(count("corporation p where exists (select 1 from corporation_history h where h.corporateNumber = "
                "p.corporateNumber and h.ended_by is null and h.changeDate > p.changeDate)") == 0);
}
