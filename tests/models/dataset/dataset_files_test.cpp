#include "models/dataset/dataset_files.hpp"

#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "tests/support/scratch_folder.hpp"

namespace daicho {

TEST_CASE("tables of a folder come in the order of their names, and what is no table is told apart") {
    const ScratchFolder folder;
    const std::string root = folder.path("");
    std::filesystem::create_directories(root + "/b/.hidden");
    for (const char* name : {"/b/2.csv", "/b/10.CSV", "/a.tsv", "/notes.pdf", "/b/.hidden/x.csv"}) {
        std::ofstream(root + name) << "x\n";
    }
    std::filesystem::create_directory_symlink("..", root + "/b/up");
    const DatasetFiles files = dataset_files(root);
    const auto at = [&](const char* name) { return (std::filesystem::path(root) / name).string(); };
    CHECK(files.tables == std::vector<std::string>{at("a.tsv"), at("b/10.CSV"), at("b/2.csv")});
    CHECK(files.others == std::vector<std::string>{at("notes.pdf")});
    CHECK_THROWS_AS(dataset_files(root + "/nowhere"), Error);
}

}  // namespace daicho
