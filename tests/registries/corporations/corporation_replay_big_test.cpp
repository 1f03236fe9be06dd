// Every row that was published of four prefectures from 2021-07-14 to 2026-08-21, day by day, on their
// complete files of 2020-06-05. What cannot be explained by what the rows lack would be an error of ours: the
// publications of 2020-06-06 to 2021-07-13, rows of other prefectures (corporations that moved), and
// withdrawals (which name no prefecture).

#include <cstdio>
#include <map>

#include <catch2/catch.hpp>

#include "grammars/base/os_files.hpp"
#include "registries/audit/registry_verifier.hpp"
#include "registries/builder/builder.hpp"
#include "registries/corporations/publication_comparison.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/published_corporations.hpp"
#include "tests/support/published_rows.hpp"

using namespace daicho;

namespace {

/// What complete files of after the last day would have, worked out from the rows alone: the newest row of a
/// corporation that has one in these prefectures.
std::string later_file(const std::string& days) {
    std::map<std::string, std::string> newest;
    const auto take = [&](std::string_view text) {
        std::map<std::string, std::string> left;  // with the last of their rows
        for (const std::string_view line : published_lines(text)) {
            const auto cells = published_cells(line);
            const std::string& number = cells.at(1);
            if (cells.at(23) == "1") {
                newest[number] = line;
                left.erase(number);
            } else if (cells.at(3) == "1") {
                left[number] = line;
            }
        }
        for (const auto& [number, line] : left) {
            const auto now = newest.find(number);
            if (now != newest.end() && published_cells(now->second).at(4) < published_cells(line).at(4))
                newest.erase(now);
        }
    };
    for (const std::string& file : complete_corporations()) take(published_bytes(file));
    for (const std::string& day : list_folder(days)) take(published_bytes(days + "/" + day));
    std::string text;
    std::size_t sequence = 0;
    for (const auto& [number, line] : newest)
        text += std::to_string(++sequence) + line.substr(line.find(',')) + "\n";
    return text;
}

}  // namespace

TEST_CASE("five years of four prefectures leave only what the rows lack") {
    const ScratchFolder folder;
    const std::string days = write_corporation_days(folder);
    std::vector<std::string> paths = complete_corporations();
    paths.push_back(days);
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
    // Each thing that does not fit, what causes it, and how often it is.
    struct Anomaly {
        const char* cause;
        std::string rows;
        std::int64_t count;
    };
    const std::string first = "played where k = 1 and process <> '01' and u > '2021' and correct = ";
    const std::string twice =
        "played where (process = '21' and closed_before <> '' or process = '22' and closed_before = '' and k "
        "> 1)";
    const Anomaly anomalies[] = {
        {"moved away: the history was sent again, with the newest state in another prefecture",
         "corporation where latest = '0'", 214},
        {"moved away without a correction", "corporation where latest = '0' and correct = '0'", 0},
        {"first heard of by a change: founded in the gap before 2021-07-14, or moved in", first + "'0'",
         1718},
        {"moved in, with the beginning of its history in another prefecture", first + "'1'", 121},
        {"moved in, by something else than a move", first + "'1' and process <> '12'", 0},
        {"closed twice: revived in the gap", "played where process = '21' and closed_before <> ''", 10},
        {"revived though open: closed in the gap",
         "played where process = '22' and closed_before = '' and k > 1", 8},
        {"closed twice or revived though open, with nothing of the gap between",
         twice + " and u_before > '2020-06-05'", 0},
        {"withdrawn: such a row names no prefecture", "corporation where process = '99'", 0},
        {"a present state older than a past one that stands",
         "corporation p where exists (select 1 from corporation_history h where h.corporateNumber = "
         "p.corporateNumber "
         "and h.ended_by is null and h.changeDate > p.changeDate)",
         0},
    };
    for (const Anomaly& one : anomalies) {
        const std::int64_t count = scratch.number("select count(*) from " + one.rows);
        std::printf("%7lld  %s\n", static_cast<long long>(count), one.cause);
        CHECK(count == one.count);
    }

    const auto found =
        compare_with_publications(registry, {folder.write("00_zenkoku_all_20260831.csv", later_file(days))},
                                  [](const ComparedCorporation& corporation, const auto&) {
                                      CHECK(corporation.reason == ComparedCorporation::Reason::moved_away);
                                  });
    CHECK(found.is_clean());
    CHECK(found.same == 122'795 - 214);
    CHECK(found.moved_away == 214);
    CHECK(found.newer_in_file + found.published_later + found.withdrawn + found.other_hihyoji == 0);
}
