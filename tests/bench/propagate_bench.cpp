// What the change of the register means for a table: how long it takes to find the events between two
// complete publications, and those of difference files, to read a table of an agency, to say what is to be
// done with it, and to patch it; with the memory that the process had at most.
//
//   propagate_bench FOLDER [CORPORATIONS [CHANGES [ROWS]]]
//
// FOLDER takes the synthetic register (5,800,000 corporations, 200,000 changes of a day). The table has ROWS
// rows (1,000,000) in a notation of its own.
//
// Another program does a part of it on the same files: `peers/compare_publications.sh` holds the comparison
// of two publications against daff.
//
// Two cores of a Xeon server, two publications of 5.8 million corporations (2.6 GB), 200,000 changes, a table
// of a million rows (2026-11; seconds of processor, other work beside):
//   rows found 3.2 s, 207,587 events between the publications 4.2 s more, out of the difference 2.4 s;
//   the table read 1.4 s, what is to be done with 21,829 of its cells 2.1 s, the patch applied 0.3 s;
//   at most 3.5 GB of memory, of which 2.6 GB are the mapped files.
// daff 1.4.2 on two publications of 50,000 corporations: 1.9 s and 328 MB, daicho 0.1 s and 43 MB.

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "grammars/base/os.hpp"
#include "grammars/text/narrow.hpp"
#include "registries/propagation/agency_patch.hpp"
#include "registries/propagation/event_finder.hpp"
#include "tests/bench/synthetic_register.hpp"

using namespace daicho;

namespace {

const auto silent = [](const std::string&) {};

/// Times of the wall and of all threads of this process, since it was made.
class Watch {
 public:
    void tell(const std::string& what, double number, const char* of) const {
        const double wall = now() - wall_, cpu = static_cast<double>(std::clock() - cpu_) / CLOCKS_PER_SEC;
        rusage use{};
        getrusage(RUSAGE_SELF, &use);
        std::printf("%-40s wall %7.2f s, CPU %7.2f s, %10.0f %s a CPU second, memory so far %5ld MB\n",
                    what.c_str(), wall, cpu, number / cpu, of, use.ru_maxrss / 1024);
        std::fflush(stdout);
    }

 private:
    static double now() {
        return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
    }
    double wall_ = now();
    std::clock_t cpu_ = std::clock();
};

/// Every so many rows of the publication, as an agency writes them: ㈱, narrow digits, hyphens.
std::size_t write_table(const PublicationRows& rows, std::size_t wanted, const std::string& path) {
    const std::vector<AgencyItem> name = {AgencyItem::name},
                                  seat = {AgencyItem::prefecture, AgencyItem::city, AgencyItem::street},
                                  post = {AgencyItem::postal_code};
    std::ofstream out(path, std::ios::binary);
    out << "番号,商号,所在地,〒\r\n";
    const std::size_t step = std::max<std::size_t>(1, rows.rows().size() / wanted);
    std::size_t written = 0;
    for (std::size_t i = 0; i < rows.rows().size() && written < wanted; i += step, ++written) {
        const PublishedCorporation state = rows.state(rows.rows()[i]);
        out << state[corporation_item::number] << ",\"" << write_in_notation(name, state, {}, 7) << "\",\""
            << write_in_notation(seat, state, {}, 5) << "\"," << write_in_notation(post, state, {}, 1)
            << "\r\n";
    }
    return written;
}

void run(const std::string& folder, std::size_t corporations, std::size_t changed, std::size_t wanted) {
    const std::string full = folder + "/00_zenkoku_all_20260821.csv", difference = folder + "/diff.csv",
                      later = folder + "/later.csv", table_path = folder + "/agency.csv";
    {
        std::ifstream file(DAICHO_BENCH_FOLDER "/corporation_statistics.tsv");
        const std::string statistics{std::istreambuf_iterator<char>(file), {}};
        const bench::SyntheticRegister made(statistics, corporations);
        made.write_full(full);
        made.write_difference(difference, changed);
        made.write_later(later, changed);
    }
    const Watch reading;
    const PublicationRows before({full}, silent), after({later}, silent);
    const auto rows = static_cast<double>(before.rows().size() + after.rows().size());
    reading.tell("two publications found their way", rows, "rows");
    const Watch comparing;
    std::size_t events = find_corporation_events({&before, &after, nullptr}).events.size();
    comparing.tell("events between them: " + std::to_string(events), rows, "rows");

    const Watch replaying;
    const PublicationRows changes({difference}, silent);
    events = find_corporation_events({&before, nullptr, &changes}).events.size();
    replaying.tell("events of the difference: " + std::to_string(events), static_cast<double>(events),
                   "events");

    const auto table_rows = static_cast<double>(write_table(before, wanted, table_path));
    const AgencyMap map = read_agency_map("番号\tnumber\n商号\tname\n所在地\taddress\n〒\tpostcode\n", "map");
    const Watch taking;
    const AgencyTable agency(*open_table(table_path, {}), map, table_path);
    taking.tell("a table is read", table_rows, "rows");
    const auto found = find_corporation_events({&before, nullptr, &changes},
                                               [&](std::uint64_t number) { return agency.has(number); });
    const Watch judging;
    const auto actions = agency.actions(found, {});
    judging.tell("what is to be done: " + std::to_string(actions.size()), static_cast<double>(actions.size()),
                 "actions");
    const PatchPair patch = patches_of(actions, "番号");
    const Watch patching;
    const auto table = open_table(table_path, {});
    Dialect dialect = table->text()->dialect();
    dialect.newline = Newline::mixed;
    const auto outcome = apply_patch(*table, *create_table(table_path + ".new", dialect, dialect.encoding),
                                     patch.forward, table_path);
    patching.tell("the patch is applied: " + std::to_string(outcome.made), table_rows, "rows");
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "propagate_bench FOLDER [CORPORATIONS [CHANGES [ROWS]]]\n");
        return 2;
    }
    const auto number = [&](int i, std::size_t otherwise) {
        return argc > i ? std::stoul(argv[i]) : otherwise;
    };
    run(argv[1], number(2, 5'800'000), number(3, 200'000), number(4, 1'000'000));
    return 0;
}
