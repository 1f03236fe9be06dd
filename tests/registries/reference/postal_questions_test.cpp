#include "registries/reference/postal_questions.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "registries/builder/builder.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

TEST_CASE("whether a postal code belongs to a town is asked of the records of its municipality") {
    const ScratchFolder folder;
    const std::string path = folder / "r.sqlite";
    build_registry(path, {std::string{DAICHO_SOURCE_DIR} + "/tests/data/japanpost/KEN_ALL_cut.CSV"}, {});
    AskedRegistry asked(path);
    const auto agrees = [&](const char* key) { return postal_code_agrees(asked, key); };

    CHECK(agrees("0600042/011011/大通西十九丁目") == "yes");
    CHECK(agrees("0600042/011011/大通西二十丁目") == "no");
    CHECK(agrees("0640820/011011/大通西二十丁目") == "yes");
    CHECK(agrees("0600042/011011/大通西") == "");
    CHECK(agrees("0640941/011011/旭ヶ丘一丁目") == "yes");
    CHECK(agrees("0600000/011011/何町") == "yes");
    CHECK(agrees("0640941/011011/何町") == "");
    CHECK(agrees("0660005/011011/旭ケ丘") == "no");
    CHECK(agrees("9999999/011011/旭ケ丘") == "");
    // The code of a designated city: records have those of its wards.
    CHECK(agrees("0600042/011002/大通西十九丁目") == "");
    CHECK(agrees("0600042/01101") == "");
}
