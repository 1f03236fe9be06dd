#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "grammars/model_language/parse_model.hpp"

namespace {

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::filesystem::path> model_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(DAICHO_SOURCE_DIR "/models")) {
        if (entry.path().extension() == ".gifm") files.push_back(entry.path());
    }
    return files;
}

}  // namespace

TEST_CASE("every model file is read, and its print is read as the same print") {
    REQUIRE_FALSE(model_files().empty());
    for (const auto& path : model_files()) {
        INFO(path);
        const std::string print = daicho::print_model(daicho::parse_model(content(path), path.string()));
        CHECK(daicho::print_model(daicho::parse_model(print, "print")) == print);
    }
}

TEST_CASE("every model file says where its facts are from") {
    for (const auto& path : model_files()) {
        INFO(path);
        const auto model = daicho::parse_model(content(path), path.string());
        REQUIRE_FALSE(model.sources.empty());
        for (const auto& source : model.sources) CHECK_FALSE(source.license.empty());
    }
}
