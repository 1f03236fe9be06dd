#include "models/dataset/dataset_files.hpp"

#include <unistd.h>

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

TEST_CASE("what cannot be looked at is told by its name, and the rest is found") {
    const ScratchFolder folder;
    folder.write("a/1.csv", "x\n");
    folder.write("closed/2.csv", "x\n");
    std::filesystem::create_symlink("circle", folder / "circle");
    const auto closed = std::filesystem::path(folder / "closed");
    std::vector<std::string> expected{folder / "circle"};
    if (::geteuid() != 0) {  // root reads everything
        std::filesystem::permissions(closed, std::filesystem::perms::none);
        expected.push_back(closed);
    }
    const DatasetFiles files = dataset_files(folder.path());
    std::filesystem::permissions(closed, std::filesystem::perms::owner_all);
    CHECK(files.tables.front() == folder / "a/1.csv");
    std::vector<std::string> unreadable;
    for (const Unreadable& one : files.unreadable) {
        unreadable.push_back(one.path);
        CHECK(one.why.en.starts_with(one.path + ": "));
    }
    CHECK(unreadable == expected);
}

}  // namespace daicho
