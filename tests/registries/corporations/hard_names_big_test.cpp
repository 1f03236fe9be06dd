// The names of tests/data/nta-hard-names, asked of the published registers of four prefectures.

#include <array>
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "registries/builder/builder.hpp"
#include "registries/corporations/name_search.hpp"
#include "registries/store/database.hpp"
#include "tests/support/published_corporations.hpp"

using namespace daicho;

namespace {

struct HardName {
    std::string name, address, kind;
    std::uint64_t number = 0;  ///< 0: nobody can be sure
};

std::vector<HardName> hard_names() {
    std::ifstream file(std::string(DAICHO_SOURCE_DIR) + "/tests/data/nta-hard-names/bodies.tsv");
    std::vector<HardName> names;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) continue;
        std::array<std::string, 5> cells;
        std::size_t cell = 0;
        for (const char c : line) {
            if (c == '\t') {
                ++cell;
            } else {
                cells.at(cell) += c;
            }
        }
        names.push_back({cells[0], cells[1] == "-" ? "" : cells[1], cells[3],
                         cells[2] == "-" ? 0 : std::stoull(cells[2])});
    }
    return names;
}

enum class Outcome {
    right_and_sure,
    right_first,
    refused,
    listed,
    nothing,
    wrong_but_marked,
    wrong_and_sure
};
constexpr std::size_t outcomes = 7;

Outcome outcome_of(const HardName& hard, const NameAnswer& answer) {
    const bool first = !answer.hits.empty() && answer.hits.front().number == hard.number;
    if (answer.sure) return first ? Outcome::right_and_sure : Outcome::wrong_and_sure;
    if (hard.number == 0) return Outcome::refused;
    if (first) return Outcome::right_first;
    if (answer.hits.empty()) return Outcome::nothing;
    for (const NameHit& hit : answer.hits) {
        if (hit.number == hard.number) return Outcome::listed;
    }
    return Outcome::wrong_but_marked;
}

}  // namespace

TEST_CASE("of 202 hard names of corporations none is wrong and sure") {
    const ScratchFolder scratch;
    const std::string path = scratch / "r.sqlite";
    build_registry(path, complete_corporations(), {});
    const Database database = Database::open_published(path);
    CorporateNameSearch search(database);
    const auto names = hard_names();
    REQUIRE(names.size() >= 202);
    std::array<std::size_t, outcomes> counts{};
    std::string others;
    for (const HardName& hard : names) {
        const NameAnswer answer = search.find({.name = hard.name, .address = hard.address});
        const Outcome outcome = outcome_of(hard, answer);
        ++counts[static_cast<std::size_t>(outcome)];
        if (outcome > Outcome::refused)
            others += std::to_string(static_cast<int>(outcome)) + " " + hard.kind + ": " + hard.name + "\n";
    }
    WARN("right and sure " << counts[0] << ", right and proposed " << counts[1] << ", rightly refused "
                           << counts[2] << ", listed " << counts[3] << ", nothing " << counts[4]
                           << ", wrong but marked " << counts[5] << ", wrong and sure " << counts[6] << "\n"
                           << others);
    CHECK(counts[6] == 0);
    CHECK((counts[0] + counts[1] + counts[2]) * 100 >= names.size() * 95);
}
