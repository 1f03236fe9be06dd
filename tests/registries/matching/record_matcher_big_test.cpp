// Real tables against the register of Kagawa as of 2026: the register of 2020 without its numbers, of which
// it is known who is who, and the founders of the medical institutions of Takamatsu.

#include <catch2/catch.hpp>
#include <map>

#include "grammars/formats/archive.hpp"
#include "registries/matching/record_matcher.hpp"
#include "registries/propagation/event_finder.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

const auto silent = [](const std::string&) {};
const std::string header = "番号,名,所\n";
const std::vector<MatchItem> items = {{MatchItemKind::name, "名", "名"},
                                      {MatchItemKind::address, "所", "所"}};

/// The register of 2020 and that of 2026, with the names of the time between.
struct Kagawa {
    std::string before = header, after = header;
    std::map<std::string, std::vector<std::string>, std::less<>> former;

    Kagawa() {
        const std::string data = shared_data("corporate");
        const ScratchFolder folder;
        std::string rows;
        for_each_file(
            data + "/diff-rows-2021-2026/37_kagawa_diff_rows.csv.gz", {},
            [&](const FileEntry&, ByteSource& source) {
                std::string piece(1 << 16, '\0');
                while (const std::size_t read = source.read(piece.data(), piece.size()))
                    rows.append(piece, 0, read);
            },
            [](const std::string&, const Error& error) { throw Error(error); });
        std::string without_day;
        for (std::size_t at = 0, end = 0; at < rows.size(); at = end + 1) {
            end = std::min(rows.find('\n', at), rows.size() - 1);
            const std::size_t comma = rows.find(',', at);
            without_day.append(rows, comma + 1, end - comma);
        }
        const PublicationRows old_rows({data + "/zenken-2020/37_kagawa_all_2020.csv.gz"}, silent);
        const PublicationRows changes({folder.write("diff.csv", without_day)}, silent);
        const auto found =
            find_corporation_events({&old_rows, nullptr, &changes}, [](std::uint64_t) { return true; });
        for (const PublicationRows::Row& row : old_rows.rows()) {
            const PublishedCorporation was = old_rows.state(row);
            const auto states = found.states.find(row.number);
            const PublishedCorporation& is = states == found.states.end() ? was : states->second.back();
            add(was, before);
            add(is, after);
            if (states == found.states.end()) continue;
            for (const PublishedCorporation& state : states->second) {
                if (state[corporation_item::name] == is[corporation_item::name]) continue;
                former[is[corporation_item::number]].push_back(state[corporation_item::name]);
            }
        }
    }

    static void add(const PublishedCorporation& state, std::string& table) {
        table += state[corporation_item::number] + ",\"" + state[corporation_item::name] + "\",\"" +
                 state.address() + "\"\n";
    }
};

const Kagawa& kagawa() {
    static const Kagawa read;
    return read;
}

}  // namespace

TEST_CASE("corporations of 2020 are found in the register of 2026 by name, former name and address") {
    const auto left = read_table(kagawa().before), right = read_table(kagawa().after);
    MatchKnowledge known;
    known.number = "番号";
    known.former_names = [](std::string_view number) {
        const auto found = kagawa().former.find(number);
        return found == kagawa().former.end() ? std::vector<std::string>{} : found->second;
    };
    const MatchTable a(*left, items, &MatchItem::a, "番号", "a"),
        b(*right, items, &MatchItem::b, "番号", "b", known);
    std::size_t right_ones = 0, wrong = 0, renamed = 0, none = 0;
    for (const MatchPair& pair : match_records(a, b, items, {})) {
        if (pair.decision == MatchDecision::none) ++none;
        if (pair.decision != MatchDecision::accept) continue;
        const bool same = a.records()[pair.a].id == b.records()[pair.b].id;
        ++(same ? right_ones : wrong);
        if (same && pair.levels[0] == ItemLikeness::former) ++renamed;
    }
    const std::size_t all = a.records().size();
    CAPTURE(all, right_ones, wrong, renamed, none);
    CHECK(right_ones > all * 93 / 100);
    CHECK(renamed > 200);
    // One corporation took over the name and the seat of another.
    CHECK(wrong < all / 5000);
    // Who moved, and perhaps changed its name as well, is not found, and the answer says so.
    CHECK(none < all * 6 / 100);
}

TEST_CASE("founders of medical institutions are found where they sit there, and not taken for others") {
    const std::vector<MatchItem> on = {{MatchItemKind::name, "establisher", "名"},
                                       {MatchItemKind::address, "address", "所"}};
    const auto left = open_table(shared_data("municipal") + "/takamatsu__hospital__data.csv", {});
    const auto right = read_table(kagawa().after);
    const MatchTable a(*left, on, &MatchItem::a, "", "a"), b(*right, on, &MatchItem::b, "番号", "b");
    std::map<MatchDecision, std::size_t> counts;
    for (const MatchPair& pair : match_records(a, b, on, {})) {
        ++counts[pair.decision];
        if (pair.decision == MatchDecision::none) continue;
        // Nobody is taken for another founder: the names agree but for spelling.
        CHECK((pair.levels[0] == ItemLikeness::equal || pair.levels[0] == ItemLikeness::folded ||
               pair.decision != MatchDecision::accept));
    }
    CHECK(counts[MatchDecision::accept] > 200);
    CHECK(counts[MatchDecision::none] > 300);  // persons, and founders that sit elsewhere
}
