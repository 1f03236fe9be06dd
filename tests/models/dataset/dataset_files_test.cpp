#include "models/dataset/dataset_files.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "tests/support/scratch_folder.hpp"

namespace daicho {

TEST_CASE("tables of a folder come in the order of their names, and what is no table is told apart") {
    const ScratchFolder folder;
    const std::string& root = folder.path();
    for (const char* name : {"b/2.csv", "b/10.CSV", "a.tsv", "notes.pdf", "b/.hidden/x.csv"}) {
        folder.write(name, "x\n");
    }
    std::filesystem::create_directory_symlink("..", root + "/b/up");
    const DatasetFiles files = dataset_files(root);
    CHECK(files.tables ==
          std::vector<std::string>{folder / "a.tsv", folder / "b/10.CSV", folder / "b/2.csv"});
    CHECK(files.others == std::vector<std::string>{folder / "notes.pdf"});
    CHECK_THROWS_AS(dataset_files(folder / "nowhere"), Error);
}

}  // namespace daicho
