#include "grammars/base/os_growing_file.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "tests/support/scratch_folder.hpp"

namespace daicho {

TEST_CASE("a growing file keeps what it is told to keep and no more") {
    const ScratchFolder folder;
    const std::string path = folder / "a.part";
    GrowingFile{path, 0}.append("0123456789");
    GrowingFile file{path, 4};
    CHECK(file.size() == 4);
    file.append("ab");
    CHECK(file.size() == 6);
    file.finish();
    CHECK(read_file(path) == "0123ab");
}

TEST_CASE("a growing file says where it cannot be written") {
    const ScratchFolder folder;
    GrowingFile{folder / "file", 0}.append("x");
    CHECK_THROWS_WITH((GrowingFile{folder / "file/part", 0}), Catch::Contains("is not a folder"));
    CHECK_THROWS_WITH(make_folders(folder / "file/folder"), Catch::Contains("is not a folder"));
}

TEST_CASE("a folder is written by one at a time") {
    const ScratchFolder folder;
    {
        const FolderLock first{folder.path()};
        CHECK_THROWS_WITH(FolderLock{folder.path()}, Catch::Contains("another daicho"));
    }
    CHECK_NOTHROW(FolderLock{folder.path()});
}

TEST_CASE("removing a file that is not there is no error, and renaming replaces") {
    const ScratchFolder folder;
    CHECK_NOTHROW(remove_file(folder / "none"));
    GrowingFile{folder / "a", 0}.append("new");
    GrowingFile{folder / "b", 0}.append("old");
    rename_file(folder / "a", folder / "b");
    CHECK(read_file(folder / "b") == "new");
    CHECK_FALSE(std::filesystem::exists(folder / "a"));
    CHECK_THROWS_AS(rename_file(folder / "a", folder / "b"), Error);
}

}  // namespace daicho
