#include "registries/builder/builder.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "registries/audit/registry_info.hpp"
#include "registries/audit/registry_verifier.hpp"
#include "tests/support/packed_file.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

const std::string header = "lg_code,pref,pref_kana,pref_roma,efct_date,ablt_date,remarks\n";
const std::string tokyo = "130001,東京都,トウキョウト,Tokyo,1947-04-17,,\n";

const std::string entity_bomb =
    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]><corporations>"
    "<lastUpdateDate>&d;</lastUpdateDate></corporations>";

struct Hostile {
    std::string name;
    std::string bytes;
};

std::vector<Hostile> hostile_files() {
    const std::string good = header + tokyo;
    const std::string zip = packed::zip({{"mt_pref_all.csv", good}});
    return {
        {"cut.zip", zip.substr(0, zip.size() / 2)},
        {"way_out.zip", packed::zip({{"../mt_pref_all.csv", good}})},
        {"bomb.zip", packed::zip({{"mt_pref_all.csv", header + std::string(std::size_t{100} << 20, '0')}})},
        {"cut.csv.gz", packed::gzip(good).substr(0, 20)},
        {"bomb.xml", entity_bomb},
        {"columns.csv", "lg_code,pref,remarks\n130001,東京都,\n"},
        {"binary.csv", std::string("lg_code\0pref\n\0\0\0", 15)},
        {"empty.csv", ""},
        {"quote.csv", "\"lg_code,pref"},
    };
}

}  // namespace

TEST_CASE("hostile files among publications are told and nothing else is lost") {
    const ScratchFolder folder;
    folder.write("in/mt_pref_20240101.csv", header + tokyo);
    const auto hostile = hostile_files();
    for (const Hostile& one : hostile) folder.write("in/" + one.name, one.bytes);
    const std::string registry = folder / "r.sqlite";
    const BuildReport report = build_registry(registry, {folder / "in"}, {});
    std::size_t told = 0;
    for (const FileReport& file : report.files) {
        INFO(file.name);
        if (!file.source.empty()) continue;
        ++told;
        CHECK_FALSE(file.note.ja.empty());
        CHECK_FALSE(file.note.en.empty());
    }
    CHECK(told >= hostile.size());
    CHECK(Registry(registry).database().number("select count(*) from prefecture") == 1);
    for (const Verification& one : verify_registry(Registry(registry))) CHECK(one.wrong == 0);
}

TEST_CASE("a hostile file alone leaves the registry that was there") {
    const ScratchFolder folder;
    const std::string registry = folder / "r.sqlite";
    build_registry(registry, {folder.write("in/mt_pref_20240101.csv", header + tokyo)}, {});
    const std::string before = read_file(registry);
    for (const Hostile& one : hostile_files()) {
        INFO(one.name);
        const auto path = folder.write("alone/" + one.name, one.bytes);
        CHECK_THROWS_AS(build_registry(registry, {path}, {}), Error);
        bool changed = false;
        try {
            changed = update_registry(registry, {path}, {}, {}).changed;
        } catch (const Error& error) {
            CHECK(error.en().find(one.name) != std::string::npos);
        }
        CHECK_FALSE(changed);
        CHECK((read_file(registry) == before));
    }
}
