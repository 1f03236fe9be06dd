// Whatever comes in whatever order: registers that live for some days (tests/support/corporation_days.hpp).

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "registries/audit/registry_verifier.hpp"
#include "registries/builder/builder.hpp"
#include "registries/corporations/corporation_register.hpp"
#include "registries/corporations/corporation_store.hpp"
#include "registries/corporations/publication_comparison.hpp"
#include "tests/support/corporation_days.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

constexpr std::size_t corporations = 300, days = 9;

struct Lived {
    explicit Lived(std::uint32_t seed) : lived(seed, corporations, days) {
        base = folder.write(CorporationDays::base_name, lived.base());
        for (const CorporationDays::File& day : lived.differences())
            differences.push_back(folder.write(day.name, day.text));
        later = folder.write(CorporationDays::later_name, lived.later());
    }
    ScratchFolder folder;
    CorporationDays lived;
    std::string base, later;
    std::vector<std::string> differences;
    std::string registry = folder / "r.sqlite";
};

std::string digest(const std::string& registry) {
    return corporation_digest(Registry(registry).database());
}

PublicationComparison compare(const std::string& registry, const std::string& file,
                              std::vector<ComparedCorporation>* told = nullptr) {
    return compare_with_publications(
        Registry(registry), {file},
        [&](const ComparedCorporation& corporation, const std::vector<ComparedFile>&) {
            if (told) told->push_back(corporation);
        });
}

std::int64_t number_in(const std::string& registry, const std::string& sql) {
    return Registry(registry).database().number(sql);
}

}  // namespace

TEST_CASE("a register and its differences come to the complete file of after them") {
    for (const std::uint32_t seed : {1, 2, 3}) {
        const Lived test(seed);
        build_registry(test.registry, {test.base}, {});
        for (const std::string& day : test.differences) {
            CHECK(update_registry(test.registry, {day}, {}, {}).changed);
        }
        const auto found = compare(test.registry, test.later);
        CHECK(found.is_clean());
        CHECK(found.same == static_cast<std::int64_t>(test.lived.living()));
        CHECK(found.withdrawn == static_cast<std::int64_t>(test.lived.withdrawn()));
        CHECK(found.withdrawn > 0);
        CHECK(found.other_hihyoji > 0);
        CHECK(found.newer_in_file + found.published_later + found.moved_away + found.older_rows == 0);

        // The register as it was on its first day is still there.
        const auto first = compare(test.registry, test.base);
        CHECK(first.is_clean());
        CHECK(first.same == static_cast<std::int64_t>(corporations));
    }
}

TEST_CASE("each byte of a complete file that is changed is told with its row and column") {
    const Lived test(4);
    build_registry(test.registry, {test.base}, {});
    update_registry(test.registry, test.differences, {}, {});
    std::mt19937 dice(4);
    const std::string& later = test.lived.later();
    const std::string was = "北島";
    for (int round = 0; round < 5; ++round) {
        const std::size_t at = later.find(was, dice() % (later.size() / 2));
        REQUIRE(at != later.npos);
        std::string tampered = later;
        tampered.replace(at, was.size(), "南島");
        std::vector<ComparedCorporation> told;
        const auto found = compare(
            test.registry,
            test.folder.write("tampered/" + std::string(CorporationDays::later_name), tampered), &told);
        CHECK(found.differing == 1);
        CHECK(found.missing + found.surplus == 0);
        REQUIRE(told.size() == 1);
        const std::size_t begin = later.rfind('\n', at) + 1;
        CHECK(told[0].line ==
              1 + std::count(later.begin(), later.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
        CHECK(later.substr(later.find(',', begin) + 1, 13) == std::to_string(told[0].number));
        REQUIRE(told[0].columns.size() == 1);
        CHECK(told[0].columns[0].item == corporation_item::street);
        CHECK(told[0].columns[0].registered.substr(0, was.size()) == was);
        CHECK(told[0].columns[0].published.substr(0, was.size()) == "南島");
    }
    std::string shorter = later;
    shorter.erase(0, shorter.find('\n') + 1);
    const auto found = compare(
        test.registry, test.folder.write("tampered/" + std::string(CorporationDays::later_name), shorter));
    CHECK(found.surplus == 1);
    CHECK(found.differing + found.missing == 0);
}

TEST_CASE("files in any order, one by one or all at once, give one register") {
    const Lived test(5);
    const std::string at_once = test.folder / "at_once.sqlite";
    std::vector<std::string> files = test.differences;
    files.push_back(test.later);
    files.push_back(test.base);
    build_registry(at_once, files, {});
    const std::string right = digest(at_once);
    CHECK(compare(at_once, test.later).other_hihyoji == 0);
    std::mt19937 dice(5);
    for (int round = 0; round < 4; ++round) {
        std::shuffle(files.begin(), files.end(), dice);
        const auto middle = files.begin() + static_cast<std::ptrdiff_t>(dice() % (files.size() - 1) + 1);
        build_registry(test.registry, {files.front()}, {});
        for (auto file = files.begin() + 1; file < middle; ++file)
            update_registry(test.registry, {*file}, {}, {});
        update_registry(test.registry, {middle, files.end()}, {}, {});
        CHECK(digest(test.registry) == right);
        CHECK(compare(test.registry, test.later).is_clean());
    }
}

TEST_CASE("an older complete file sets nothing back, hihyoji included") {
    const Lived test(6);
    build_registry(test.registry, {test.differences[0]}, {});
    update_registry(test.registry, test.differences, {}, {});
    update_registry(test.registry, {test.later}, {}, {});
    const std::string gone = "select count(*) from corporation where hihyoji = '1'";
    const std::int64_t hidden = number_in(test.registry, gone);
    CHECK(hidden > 0);
    const std::int64_t present = number_in(test.registry, "select count(*) from corporation");
    std::vector<std::string> ops;
    update_registry(test.registry, {test.base}, {}, [&](const Change& change) {
        if (change.op == Change::Op::changed) ops.push_back(change.key.at(0).second);
    });
    CHECK(ops.empty());
    CHECK(number_in(test.registry, gone) == hidden);
    CHECK(number_in(test.registry, "select count(*) from corporation") == present);
    CHECK(compare(test.registry, test.later).other_hihyoji == 0);
    for (const Verification& one : verify_registry(Registry(test.registry))) CHECK(one.wrong == 0);
}

TEST_CASE("files that were added before change nothing, not even a byte") {
    const Lived test(7);
    build_registry(test.registry, {test.base}, {});
    update_registry(test.registry, test.differences, {}, {});
    const auto bytes = [&] {
        std::ifstream file(test.registry, std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(file), {}};
    };
    const std::string before = bytes(), was = digest(test.registry);
    std::vector<BuildOptions::Step> steps;
    BuildOptions options;
    options.step = [&](BuildOptions::Step step) { steps.push_back(step); };
    const BuildReport again = update_registry(test.registry, test.differences, options, {});
    CHECK_FALSE(again.changed);
    REQUIRE(again.files.size() == days);
    CHECK(again.files[0].rows.records > 0);
    CHECK(again.files[0].rows.duplicate == again.files[0].rows.records);
    CHECK(again.files[0].table == "corporation");
    CHECK(again.files[0].edition == "2021-08-02");
    CHECK_FALSE(update_registry(test.registry, {test.base}, options, {}).changed);
    // The same bytes under another name and day are known as well, though only after the copy is made.
    CHECK(steps.empty());
    const std::string other = test.folder.write("diff_20210820.csv", test.lived.differences()[0].text);
    CHECK_FALSE(update_registry(test.registry, {other}, options, {}).changed);
    CHECK(steps == std::vector{BuildOptions::Step::copied, BuildOptions::Step::loaded});
    CHECK(digest(test.registry) == was);
    CHECK(bytes() == before);
}
