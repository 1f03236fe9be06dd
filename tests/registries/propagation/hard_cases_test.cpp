// Real rows of the register (tests/data/nta-hard-cases) against tables of three agencies. What is expected of
// each cell was written by hand.

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <memory>

#include "registries/corporations/corporation_rows.hpp"
#include "registries/propagation/agency_patch.hpp"
#include "registries/propagation/event_finder.hpp"
#include "tests/support/agency_patching.hpp"

using namespace daicho;

namespace {

const std::string folder = std::string{DAICHO_SOURCE_DIR} + "/tests/data/nta-hard-cases/";
const auto silent = [](const std::string&) {};

CorporationEvents find_events() {
    const PublicationRows before({folder + "before.csv"}, silent), changes({folder + "changes.csv"}, silent);
    return find_corporation_events({&before, nullptr, &changes}, [](std::uint64_t) { return true; });
}

struct Agency {
    std::string name;
    AgencyOptions options;
    bool json = false;

    std::string bytes() const { return read_file(folder + name); }
    std::string stem() const { return folder + name.substr(0, name.find('.')); }

    std::unique_ptr<TableReader> read(const std::string& bytes) const {
        if (!json) return read_table(bytes);
        return read_table(csv_of_json(bytes, name).csv, ReadOptions{Encoding::utf8, ',', 1, "csv"});
    }
    std::vector<AgencyAction> actions(const std::string& bytes, const CorporationEvents& found) const {
        const AgencyMap map = read_agency_map(read_file(stem() + ".map"), "map");
        const JsonAsCsv made = json ? csv_of_json(bytes, name) : JsonAsCsv{};
        return AgencyTable(*read(bytes), map, name, json ? &made : nullptr).actions(found, options);
    }
};

const Agency agencies[] = {
    {"suppliers.csv", {}, false},
    {"permits.txt", {false, false}, false},
    {"members.jsonl", {false, true}, true},
};

std::vector<std::string> expected_lines(const std::string& path) {
    std::vector<std::string> lines;
    const std::string text = read_file(path);
    for (std::size_t at = text.find('\n') + 1; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// What of the one list is not in the other.
std::string only_in(const std::vector<std::string>& some, const std::vector<std::string>& others) {
    std::string lines;
    for (const std::string& line : some) {
        if (!std::binary_search(others.begin(), others.end(), line)) lines += line + "\n";
    }
    return lines;
}

std::string line_of(const AgencyAction& action) {
    return std::to_string(action.record) + "\t" + action.field + "\t" + std::string(to_string(action.step)) +
           "\t" + std::string(to_string(action.reason)) + "\t" + action.new_value;
}

}  // namespace

TEST_CASE("the events of real corporations are those that a reader of their rows finds") {
    std::map<std::uint64_t, std::string> types;
    for (const CorporationEvent& event : find_events().events) {
        std::string& list = types[event.number];
        list.append(list.empty() ? "" : " ").append(to_string(event.type));
    }
    std::vector<std::string> found;
    for (const auto& [number, list] : types) found.push_back(corporate_number_text(number) + "\t" + list);
    std::sort(found.begin(), found.end());
    const auto expected = expected_lines(folder + "events.expected.tsv");
    CHECK(only_in(expected, found) == "");
    CHECK(only_in(found, expected) == "");
}

TEST_CASE("three agencies are told of each cell what a reader of the rows would do") {
    const CorporationEvents found = find_events();
    for (const Agency& agency : agencies) {
        CAPTURE(agency.name);
        std::vector<std::string> lines;
        for (const AgencyAction& action : agency.actions(agency.bytes(), found))
            lines.push_back(line_of(action));
        std::sort(lines.begin(), lines.end());
        const auto expected = expected_lines(agency.stem() + ".expected.tsv");
        CHECK(only_in(expected, lines) == "");
        CHECK(only_in(lines, expected) == "");
        CHECK(lines.size() == expected.size());
    }
}

TEST_CASE("the patches of the three agencies, applied, leave nothing to do, and are undone to the byte") {
    const CorporationEvents found = find_events();
    for (const Agency& agency : agencies) {
        CAPTURE(agency.name);
        const std::string bytes = agency.bytes(), key = "法人番号", other_key = "番号";
        const auto actions = agency.actions(bytes, found);
        const PatchPair patch = patches_of(actions, agency.name == "permits.txt" ? other_key : key);
        REQUIRE_FALSE(patch.forward.empty());
        const std::string now = patched_table(bytes, patch.forward, agency.json);
        CHECK(now != bytes);
        CHECK(patched_table(bytes, through_csv(patch.forward), agency.json) == now);
        CHECK(patched_table(bytes, through_json(patch.forward), agency.json) == now);
        CHECK(patched_table(now, patch.forward, agency.json) == now);
        CHECK(patched_table(now, patch.back, agency.json) == bytes);
        CHECK(patched_table(now, through_csv(patch.back), agency.json) == bytes);
        CHECK(patched_table(now, through_json(patch.back), agency.json) == bytes);
        for (const AgencyAction& action : agency.actions(now, found)) CHECK_FALSE(action.patched);

        auto told_apart = patch.forward;
        std::erase_if(told_apart, [](const CellEdit& edit) { return edit.key_shared; });
        const std::string most = patched_table(bytes, told_apart, agency.json);
        SqlTable sql(*agency.read(bytes));
        const auto cells = sql.cells();
        sql.patch(patch.forward);
        CHECK(sql.cells() == cells_of(*agency.read(most)));
        sql.patch(patch.forward);
        CHECK(sql.cells() == cells_of(*agency.read(most)));
        sql.patch(patch.back);
        CHECK(sql.cells() == cells);
    }
}
