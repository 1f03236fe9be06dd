#include "grammars/base/os_mapped_file.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

TEST_CASE("a mapped file has the bytes of the file, even when another takes its name") {
    const ScratchFolder folder;
    const std::string path = folder.write("a", "first");
    const MappedFile mapped{path};
    CHECK(mapped.bytes() == "first");
    std::filesystem::rename(folder.write("b", "second"), path);
    CHECK(mapped.bytes() == "first");
    CHECK(MappedFile(path).bytes() == "second");
}

TEST_CASE("a file that is missing, empty or a folder is not mapped") {
    const ScratchFolder folder;
    CHECK_THROWS_AS(MappedFile(folder / "missing"), Error);
    CHECK_THROWS_AS(MappedFile(folder.write("empty", "")), Error);
    CHECK_THROWS_AS(MappedFile(folder.path()), Error);
}
