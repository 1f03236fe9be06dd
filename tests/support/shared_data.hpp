#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

/// The folder `name` of the shared publications ($DAICHO_BIG_DATA, else `../shared/data` beside the
/// repository). Where it is not there the program says so and ends with 77, which CTest counts as skipped:
/// for `*_big_test.cpp`.
inline std::string shared_data(const std::string& name) {
    const char* given = std::getenv("DAICHO_BIG_DATA");
    const std::string root = given != nullptr ? given : std::string{DAICHO_SOURCE_DIR} + "/../shared/data";
    const std::string folder = root + "/" + name;
    if (std::filesystem::is_directory(folder)) return folder;
    std::printf("skipped: there is no %s\n", folder.c_str());
    std::fflush(stdout);
    std::_Exit(77);
}
