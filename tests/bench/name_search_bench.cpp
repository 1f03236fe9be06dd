// Searches corporations by name: searches a second on one thread for each kind of query and for a mix,
// whether the answers are those of a look at all names, a million names completed with numbers, and a SQLite
// FTS5 trigram index over the same names in the same run.
//
//   name_search_bench REGISTRY [--without-peer]
//
// REGISTRY: `daicho build` of what make_corporations writes, or of the real publication.
//
// Two cores of a Xeon server, 5.8 million corporations (2026-11; by the time of the processor, other work
// beside), searches a second on one thread, daicho and FTS5 trigram (which gives ten rows in no order):
//   whole names                        34,900      711
//   names without their form           36,100    3,520
//   one and two characters             26,500    none is found
//   the 200 commonest names            10,500
//   readings, payees                   35,800 and 38,900
//   three characters of the middle      7,000   19,300
//   one character is other              5,400
//   names that are not there           14,500    3,520
//   a mix: 4 whole, 2 without form, 1 reading, 1 payee, 1 part, 1 not there: 21,400
// FTS5: made in 57.6 s, 431 MB; ours is made with the registry and has 380 MB. A million records completed
// with the municipality: 63,500 a second; 641,858 of 700,000 right, 27 wrong, 3 of 300,000 that are made up
// given a number, 58,821 refused.

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

#include "grammars/base/os_files.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/corporate_name_key.hpp"
#include "registries/corporations/corporation_finder.hpp"
#include "registries/corporations/name_search.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/watch.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;
using bench::say;
using bench::say_rate;
using bench::Watch;

namespace {

constexpr std::size_t wanted = 20'000, commonest = 200, compared = 300, completed = 1'000'000;

using Texts = std::vector<std::string>;

std::uint64_t mix(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
    return value ^ (value >> 31);
}

std::string part_of(std::string_view text, std::size_t from, std::size_t count) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < from; ++i) at += code_point_at(text, at).size;
    const std::size_t begin = at;
    for (std::size_t i = 0; i < count; ++i) at += code_point_at(text, at).size;
    return std::string(text.substr(begin, at - begin));
}

/// What is asked, by kind.
struct Queries {
    Texts whole, cores, short_names, common, readings, payees, parts, near, absent;

    void add(const std::string& name, const std::string& reading, std::string_view form, std::uint64_t seed);
};

void Queries::add(const std::string& name, const std::string& reading, std::string_view form,
                  std::uint64_t seed) {
    const std::string core(divide_corporate_name(name).core);
    const std::size_t length = count_code_points(core);
    whole.push_back(name);
    cores.push_back(core);
    if (!reading.empty()) {
        readings.push_back(reading);
        if (form == "301") payees.push_back(seed % 2 == 0 ? "カ)" + reading : reading + "(カ");
    }
    if (length >= 5) parts.push_back(part_of(core, 1, 3));
    if (length < 4) return;
    const std::size_t other = seed % length;
    near.push_back(part_of(core, 0, other) + "鑫" + part_of(core, other + 1, length - other - 1));
    absent.push_back("株式会社" + part_of(core, length / 2, length - length / 2) + "鑫" +
                     part_of(core, 0, length / 2));
}

/// Goes through all names of the register.
template <class Visit>
void each_name(const Database& database, Visit&& visit) {
    Statement rows = database.prepare(
        "select corporateNumber, name, coalesce(furigana, ''), kind, prefectureCode || cityCode from "
        "corporation where name <> ''");
    while (rows.step()) visit(rows);
}

Queries make_queries(const Database& database) {
    Queries queries;
    std::unordered_map<std::string, std::uint32_t> cores;
    const std::uint64_t corporations =
        static_cast<std::uint64_t>(database.number("select count(*) from corporation"));
    each_name(database, [&](const Statement& row) {
        const std::string name(row.text(1)), core(divide_corporate_name(name).core);
        ++cores[core];
        const std::uint64_t seed = mix(static_cast<std::uint64_t>(row.integer(0)));
        if (seed % corporations < wanted) queries.add(name, std::string(row.text(2)), row.text(3), mix(seed));
        if (!core.empty() && count_code_points(core) <= 2 && mix(seed + 1) % corporations < 18 * wanted)
            queries.short_names.push_back(core);
    });
    std::vector<std::pair<std::uint32_t, std::string>> by_count;
    for (const auto& [core, count] : cores) by_count.emplace_back(count, core);
    std::partial_sort(by_count.begin(), by_count.begin() + commonest, by_count.end(), std::greater{});
    for (std::size_t i = 0; i < commonest; ++i) queries.common.push_back("株式会社" + by_count[i].second);
    std::printf("commonest names: %u to %u corporations each\n", by_count.front().first,
                by_count[commonest - 1].first);
    return queries;
}

void search(const Database& database, const char* what, const Texts& texts, bool whole = false) {
    if (texts.empty()) return;
    CorporateNameSearch search(database);
    for (std::size_t i = 0; i < std::min<std::size_t>(texts.size(), 200); ++i)
        search.find({.name = texts[i], .whole_names_only = whole});
    std::size_t found = 0, sure = 0;
    double slowest = 0;
    const double begin = bench::cpu_seconds();
    for (const std::string& text : texts) {
        const double at = bench::cpu_seconds();
        const NameAnswer answer = search.find({.name = text, .whole_names_only = whole});
        slowest = std::max(slowest, bench::cpu_seconds() - at);
        found += !answer.hits.empty();
        sure += answer.sure;
    }
    std::printf("%-44s %9.0f a second; slowest %6.2f ms; of %zu found %zu, sure %zu\n", what,
                static_cast<double>(texts.size()) / (bench::cpu_seconds() - begin), slowest * 1e3,
                texts.size(), found, sure);
}

/// The numbers of all whose names are, or else have in them, a text of one or two characters: by the search
/// and by a look at every name of the register.
void compare_with_all(const Database& database, const Texts& short_names) {
    std::unordered_map<std::string, std::vector<std::uint64_t>> equal, having;
    for (std::size_t i = 0; i < std::min(short_names.size(), compared); ++i)
        equal[corporate_name_key(short_names[i]).core];
    for (const char* text : {"鑫", "龘", "々々", "ヴヴ", "仝", "之助", "鐵", "〇〇"})
        having[corporate_name_key(text).core];
    const auto add = [](auto& lists, const std::string& text, std::uint64_t number) {
        const auto list = lists.find(text);
        if (list != lists.end() && (list->second.empty() || list->second.back() != number))
            list->second.push_back(number);
    };
    CorporateNameKey keys;
    Statement rows = database.prepare(
        "select corporateNumber n, name from corporation where name <> '' union select corporateNumber, "
        "enName "
        "from corporation where enName <> '' union select h.corporateNumber, h.name from corporation_history "
        "h "
        "join corporation c using(corporateNumber) where h.name <> c.name order by n");
    while (rows.step()) {
        read_corporate_name_key(rows.text(1), keys);
        const auto number = static_cast<std::uint64_t>(rows.integer(0));
        add(equal, keys.core, number);
        const std::size_t length = count_code_points(keys.core);
        for (std::size_t i = 0; i < length; ++i) {
            for (const std::size_t size : {1, 2})
                if (i + size <= length) add(having, part_of(keys.core, i, size), number);
        }
    }
    CorporateNameSearch search(database);
    std::size_t same = 0, asked = 0, corporations = 0;
    for (const auto* lists : {&equal, &having}) {
        for (const auto& [text, numbers] : *lists) {
            const NameAnswer answer =
                search.find({.name = text, .limit = 0, .whole_names_only = lists == &equal});
            // A corporation is found by its reading as well, of which the look at names says nothing.
            std::vector<std::uint64_t> found;
            for (const NameHit& hit : answer.hits) {
                if (hit.level == NameLevel::near) continue;
                if (hit.role != NameRole::reading || std::ranges::binary_search(numbers, hit.number))
                    found.push_back(hit.number);
            }
            std::ranges::sort(found);
            // Where there are whole names, those that only have it in them are not looked for.
            const bool whole = !answer.hits.empty() && answer.hits.front().level < NameLevel::start;
            const bool right = lists == &having && whole ? std::ranges::includes(numbers, found)
                                                         : std::ranges::equal(found, numbers);
            if (!right)
                std::printf("  %s: %zu found, %zu there\n", text.c_str(), found.size(), numbers.size());
            same += right;
            ++asked;
            corporations += numbers.size();
        }
    }
    std::printf(
        "texts of one and two characters: %zu of %zu answers are those of a look at all names (%zu "
        "corporations)\n",
        same, asked, corporations);
}

/// A record of a table that has no numbers.
struct Record {
    std::string name, municipality;
    std::uint64_t number = 0;  ///< of the corporation that is meant; 0: made up
};

/// Seven of ten corporations are there, the others are made up.
std::vector<Record> records(const Database& database) {
    std::vector<Record> all;
    const auto corporations = static_cast<std::uint64_t>(database.number("select count(*) from corporation"));
    std::string before = "山田";
    each_name(database, [&](const Statement& row) {
        const auto number = static_cast<std::uint64_t>(row.integer(0));
        const std::uint64_t seed = mix(number + 77);
        if (seed % corporations >= completed + completed / 100 || all.size() == completed) return;
        const std::string core(divide_corporate_name(row.text(1)).core);
        const std::size_t half = count_code_points(core) / 2;
        if (mix(seed) % 10 < 7) {
            all.push_back({std::string(row.text(1)), std::string(row.text(4)), number});
        } else {
            all.push_back({"株式会社" + before + part_of(core, 0, half) + "新", std::string(row.text(4))});
        }
        before = part_of(core, half, count_code_points(core) - half);
    });
    return all;
}

/// What became of records.
struct Outcome {
    std::size_t right = 0, wrong = 0, made_up = 0, several = 0, unsure = 0, differs = 0, none = 0;

    void count(const Record& record, const FoundCorporation& found) {
        if (found.verdict == CorporationVerdict::one) {
            ++(record.number == 0 ? made_up : found.number == std::to_string(record.number) ? right : wrong);
        } else {
            ++(found.verdict == CorporationVerdict::several   ? several
               : found.verdict == CorporationVerdict::unsure  ? unsure
               : found.verdict == CorporationVerdict::differs ? differs
                                                              : none);
        }
    }
};

void complete(const std::string& path, const Database& database) {
    const std::vector<Record> asked = records(database);
    const unsigned threads = std::max(std::thread::hardware_concurrency(), 1u);
    std::vector<std::thread> pool;
    std::vector<Outcome> outcomes(threads);
    const Watch watch;
    for (unsigned t = 0; t < threads; ++t) {
        pool.emplace_back([&, t] {
            const Database mine = Database::open_published(path);
            CorporationFinder finder(mine);
            for (std::size_t i = t; i < asked.size(); i += threads) {
                const SoughtCorporation sought{.name = asked[i].name, .lg_code = asked[i].municipality};
                outcomes[t].count(asked[i], finder.find(sought));
            }
        });
    }
    for (auto& thread : pool) thread.join();
    say_rate(std::to_string(asked.size()) + " records with municipality completed", watch, asked.size(),
             "records");
    Outcome all;
    for (const Outcome& one : outcomes) {
        for (auto member : {&Outcome::right, &Outcome::wrong, &Outcome::made_up, &Outcome::several,
                            &Outcome::unsure, &Outcome::differs, &Outcome::none})
            all.*member += one.*member;
    }
    std::printf(
        "  %.2f s by the clock on %u threads: %zu right, %zu wrong, %zu made up and yet given a number; "
        "refused: %zu several, %zu unsure, %zu differ; %zu not found\n",
        watch.wall(), threads, all.right, all.wrong, all.made_up, all.several, all.unsure, all.differs,
        all.none);
}

void peer(const Database& registry, const std::string& path, const Queries& queries) {
    const ScratchFolder folder;
    Database database = Database::open_private(folder / "fts.sqlite");
    database.run("attach " + quoted_text(path) + " as r");
    Watch watch;
    database.run(
        "begin; create virtual table trigram using fts5(name, content='', tokenize='trigram');"
        "insert into trigram(rowid, name) select corporateNumber, name from r.corporation; commit");
    say("FTS5 trigram: made", watch);
    std::printf("  %.0f MB\n", static_cast<double>(file_facts(folder / "fts.sqlite")->size) / 1e6);
    Statement match = database.prepare("select rowid from trigram where trigram match ? limit 10");
    const auto rows_of = [&](const std::string& text) {
        const std::string quoted = "\"" + text + "\"";
        match.bind(0, std::string_view(quoted));
        std::size_t rows = 0;
        while (match.step()) ++rows;
        match.reset();
        return rows;
    };
    for (const auto& [what, texts] : {std::pair{"FTS5 trigram: whole names", &queries.whole},
                                      {"FTS5 trigram: names without their form", &queries.cores},
                                      {"FTS5 trigram: parts", &queries.parts},
                                      {"FTS5 trigram: names that are not there", &queries.absent}}) {
        watch = {};
        std::size_t found = 0;
        for (const std::string& text : *texts) found += rows_of(text) != 0;
        say_rate(what, watch, texts->size(), "searches");
        std::printf("  of %zu found %zu\n", texts->size(), found);
    }
    CorporateNameSearch search(registry);
    std::size_t ours = 0, theirs = 0;
    for (const std::string& text : queries.short_names) {
        ours += !search.find({.name = text}).hits.empty();
        theirs += rows_of(text) != 0;
    }
    std::printf("names of one and two characters found: daicho %zu, FTS5 trigram %zu of %zu\n", ours, theirs,
                queries.short_names.size());
}

void time_searches(const Database& database, const Queries& queries) {
    search(database, "whole names", queries.whole);
    search(database, "whole names, nothing else looked for", queries.whole, true);
    search(database, "names without their form", queries.cores);
    search(database, "names of one and two characters", queries.short_names);
    search(database, "the 200 commonest names", queries.common);
    search(database, "readings", queries.readings);
    search(database, "payees", queries.payees);
    search(database, "three characters of the middle", queries.parts);
    search(database, "one character is other", queries.near);
    search(database, "names that are not there", queries.absent);
    Texts mixed;
    for (std::size_t i = 0; i < queries.parts.size() && i < queries.payees.size(); ++i) {
        // Of ten: 4 whole, 2 without their form, and one each of these.
        for (const Texts* from :
             {&queries.whole, &queries.cores, &queries.readings, &queries.whole, &queries.parts,
              &queries.whole, &queries.absent, &queries.cores, &queries.payees, &queries.whole})
            mixed.push_back((*from)[i]);
    }
    search(database, "a mix of these (see the source)", mixed);
}

}  // namespace

int main(int argc, char** argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    if (argc < 2) return std::fprintf(stderr, "name_search_bench REGISTRY [--without-peer]\n"), 2;
    const Database database = Database::open_published(argv[1]);
    const Queries queries = make_queries(database);
    time_searches(database, queries);
    compare_with_all(database, queries.short_names);
    complete(argv[1], database);
    if (argc < 3 || std::string_view(argv[2]) != "--without-peer") peer(database, argv[1], queries);
    return 0;
}
