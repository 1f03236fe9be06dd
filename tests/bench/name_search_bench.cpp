// Names of corporations: how long the search index takes to make and to bring up to date, how many searches a
// second one thread answers, and what a SQLite FTS5 trigram index does on the same names in the same run.
//
//   name_search_bench FOLDER [BODIES]
//
// FOLDER has files of the publication (one prefecture or more); their names are taken apart and put together
// anew until there are BODIES (5,800,000), with the shares of the whole register: 30 % share their name with
// another, 54 % have a reading, a few are closed.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <thread>
#include <vector>

#include "grammars/text/utf8.hpp"
#include "registries/builder/builder.hpp"
#include "registries/corporations/name_index_builder.hpp"
#include "registries/corporations/name_search.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

constexpr std::uint64_t first_number = 1000000000000;
constexpr std::size_t searches = 20'000;

/// Times of the wall and of all threads of this process, since it was made.
class Watch {
 public:
    double wall() const { return now() - wall_; }
    double cpu() const { return static_cast<double>(std::clock() - cpu_) / CLOCKS_PER_SEC; }

 private:
    static double now() {
        return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
    }
    double wall_ = now();
    std::clock_t cpu_ = std::clock();
};

/// The rate is by CPU time: what it would be on a machine that does nothing else.
void tell(const std::string& what, const Watch& watch, double number, const char* of) {
    const double wall = watch.wall(), cpu = watch.cpu();
    std::printf("%-44s wall %7.2f s, CPU %7.2f s, %10.0f %s a CPU second\n", what.c_str(), wall, cpu,
                number / cpu, of);
}

std::uint64_t mix(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
    return value ^ (value >> 31);
}

struct RealName {
    std::string name, core, reading, kind, prefecture, city, closed;
    std::string start, end;  ///< the first half of the core and the second
    std::string form_before, form_after;
    std::string reading_start, reading_end;
};

void halve(const std::string& text, std::string& start, std::string& end) {
    std::size_t at = 0;
    for (std::size_t i = (count_code_points(text) + 1) / 2; i > 0; --i) at += code_point_at(text, at).size;
    start = text.substr(0, at);
    end = text.substr(at);
}

std::vector<RealName> read_names(const std::string& folder) {
    const ScratchFolder scratch;
    const std::string path = scratch / "real.sqlite";
    build_registry(path, {folder}, {});
    Database database = Database::open_published(path);
    Statement rows = database.prepare(
        "select name, coalesce(furigana, ''), kind, prefectureCode, cityCode, coalesce(closeDate, '') from "
        "corporation where name <> '' order by corporateNumber");
    std::vector<RealName> names;
    while (rows.step()) {
        RealName name{.name = std::string(rows.text(0)),
                      .reading = std::string(rows.text(1)),
                      .kind = std::string(rows.text(2)),
                      .prefecture = std::string(rows.text(3)),
                      .city = std::string(rows.text(4)),
                      .closed = std::string(rows.text(5))};
        const CorporateName divided = divide_corporate_name(name.name);
        name.core = divided.core;
        if (divided.form) (divided.form_first ? name.form_before : name.form_after) = divided.form->name;
        halve(name.core, name.start, name.end);
        halve(name.reading, name.reading_start, name.reading_end);
        names.push_back(std::move(name));
    }
    return names;
}

/// The name of the body with that number; `reading` too.
std::string name_of(const std::vector<RealName>& names, std::uint64_t number,
                    std::string* reading = nullptr) {
    const std::uint64_t key = mix(number);
    const bool shared = key % 100 < 28;
    const RealName& a = names[shared ? mix(key) % (names.size() / 4) : mix(key) % names.size()];
    if (shared) {
        if (reading) *reading = a.reading;
        return a.name;
    }
    const RealName& b = names[mix(key + 1) % names.size()];
    if (reading && !a.reading.empty() && mix(key + 2) % 4 != 0) *reading = a.reading_start + b.reading_end;
    return a.form_before + a.start + b.end + a.form_after;
}

void fill(Database& database, const std::vector<RealName>& names, std::uint64_t bodies) {
    database.run(R"(
        create table corporation(corporateNumber integer primary key, name text, nameImageId text, kind text,
            prefectureCode text, cityCode text, closeDate text, enName text, furigana text, rest text);
        create table corporation_history(corporateNumber integer, name text);
    )");
    Transaction transaction(database);
    Statement insert = database.prepare("insert into corporation values(?, ?, null, ?, ?, ?, ?, null, ?, ?)");
    const std::string rest(150, 'x');  // what else a row has
    for (std::uint64_t i = 0; i < bodies; ++i) {
        std::string reading;
        const std::string name = name_of(names, i, &reading);
        const RealName& as = names[mix(i) % names.size()];
        insert.bind(0, static_cast<std::int64_t>(first_number + i));
        insert.bind(1, std::string_view(name));
        insert.bind(2, std::string_view(as.kind));
        insert.bind(3, std::string_view(as.prefecture));
        insert.bind(4, std::string_view(as.city));
        if (as.closed.empty())
            insert.bind_null(5);
        else
            insert.bind(5, std::string_view(as.closed));
        if (reading.empty())
            insert.bind_null(6);
        else
            insert.bind(6, std::string_view(reading));
        insert.bind(7, std::string_view(rest));
        insert.run();
    }
    transaction.commit();
}

using Queries = std::vector<std::string>;

void search(const Database& database, const char* what, const Queries& queries, bool whole = false) {
    CorporateNameSearch search(database);
    for (std::size_t i = 0; i < 200; ++i) search.find({.name = queries[i], .whole_names_only = whole});
    std::size_t found = 0, sure = 0;
    const Watch watch;
    for (const std::string& query : queries) {
        const NameAnswer answer = search.find({.name = query, .whole_names_only = whole});
        found += !answer.hits.empty();
        sure += answer.sure;
    }
    tell(what, watch, static_cast<double>(queries.size()), "searches");
    std::printf("    found %zu, sure %zu of %zu\n", found, sure, queries.size());
}

void complete(const std::string& path, const std::vector<RealName>& names, std::uint64_t bodies) {
    constexpr std::size_t asked = 1'000'000;
    const unsigned threads = std::max(std::thread::hardware_concurrency(), 1u);
    std::vector<std::thread> pool;
    const Watch watch;
    for (unsigned t = 0; t < threads; ++t) {
        pool.emplace_back([&, t] {
            const Database database = Database::open_published(path);
            CorporateNameSearch search(database);
            for (std::size_t i = t; i < asked; i += threads)
                search.find({.name = name_of(names, mix(i) % bodies), .limit = 2, .whole_names_only = true});
        });
    }
    for (auto& thread : pool) thread.join();
    tell("1,000,000 names completed, all threads", watch, asked, "names");
}

/// Names that have the text in them, as each index finds them.
void compare_short(const Database& database, const Queries& texts) {
    CorporateNameSearch search(database);
    Statement trigram = database.prepare("select count(*) from trigram where trigram match ?");
    std::size_t ours = 0, theirs = 0;
    for (const std::string& text : texts) {
        ours += !search.find({.name = text}).hits.empty();
        const std::string quoted = "\"" + text + "\"";
        trigram.bind(0, std::string_view(quoted));
        trigram.step();
        theirs += trigram.integer(0) != 0;
        trigram.reset();
    }
    std::printf("names of one and two characters found: daicho %zu of %zu, FTS5 trigram %zu\n", ours,
                texts.size(), theirs);
}

void peers(Database& database, const Queries& exact, const Queries& parts) {
    Watch watch;
    database.run(
        "create virtual table trigram using fts5(name, content='', tokenize='trigram', detail='full');"
        "insert into trigram(rowid, name) select corporateNumber, name from corporation");
    tell("FTS5 trigram: made", watch,
         static_cast<double>(database.number("select count(*) from corporation")), "bodies");
    Statement match = database.prepare("select rowid from trigram where trigram match ? limit 10");
    for (const auto& [what, queries] :
         {std::pair{"FTS5 trigram: whole names", &exact}, {"FTS5 trigram: parts", &parts}}) {
        watch = {};
        for (const std::string& query : *queries) {
            const std::string quoted = "\"" + query + "\"";
            match.bind(0, std::string_view(quoted));
            match.run();
        }
        tell(what, watch, static_cast<double>(queries->size()), "searches");
    }
}

}  // namespace

int main(int argc, char** argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    if (argc < 2) return std::fprintf(stderr, "name_search_bench FOLDER [BODIES]\n"), 2;
    const std::uint64_t bodies = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 5'800'000;
    const std::vector<RealName> names = read_names(argv[1]);
    const ScratchFolder scratch;
    const std::string path = scratch / "bench.sqlite";
    {
        Database database = Database::open_private(path);
        Watch watch;
        fill(database, names, bodies);
        tell("table of names (no part of the index)", watch, static_cast<double>(bodies), "bodies");
        watch = {};
        {
            Transaction transaction(database);
            make_name_index(database);
            transaction.commit();
        }
        tell("search index made", watch, static_cast<double>(bodies), "bodies");
        for (unsigned day = 1; day <= 10; ++day) {
            std::vector<std::uint64_t> numbers;
            for (unsigned i = 0; i < 3000; ++i)
                numbers.push_back(first_number + mix(day * 100'000 + i) % bodies);
            watch = {};
            Transaction transaction(database);
            update_name_index(database, numbers);
            transaction.commit();
            if (day == 1 || day > 8)
                tell(("3,000 bodies of day " + std::to_string(day)).c_str(), watch, 3000, "bodies");
        }
    }
    Queries exact, cores, absent, parts, readings, short_names;
    for (std::size_t i = 0; i < searches; ++i) {
        const std::uint64_t number = mix(i * 7919) % bodies;
        std::string reading;
        exact.push_back(name_of(names, number, &reading));
        if (!reading.empty()) readings.push_back(reading);
        const std::string core(divide_corporate_name(exact.back()).core);
        cores.push_back(core);
        if (count_code_points(core) >= 5) {
            const std::size_t begin = code_point_at(core, 0).size;
            std::size_t end = begin;
            for (int c = 0; c < 3; ++c) end += code_point_at(core, end).size;
            parts.push_back(core.substr(begin, end - begin));
        }
        absent.push_back("株式会社" + names[mix(i) % names.size()].end + "鑫" +
                         names[mix(i + 1) % names.size()].start);
        if (count_code_points(core) <= 2) short_names.push_back(core);
    }
    {
        const Database database = Database::open_published(path);
        search(database, "whole names", exact);
        search(database, "whole names, nothing else looked for", exact, true);
        search(database, "names without their legal form", cores);
        search(database, "readings", readings);
        search(database, "three characters of the middle", parts);
        search(database, "names that are not there", absent);
        Queries mixed;
        for (std::size_t i = 0; i < parts.size() && i < readings.size(); ++i) {
            for (const Queries* from : {&exact, &exact, &exact, &cores, &readings, &parts, &absent})
                mixed.push_back((*from)[i]);
        }
        search(database, "of all these: 3 whole, 1 each of the others", mixed);
    }
    complete(path, names, bodies);
    Database database = Database::open_private(path);
    peers(database, exact, parts);
    compare_short(database, short_names);
    return 0;
}
