#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "grammars/model_language/parse_model.hpp"

namespace {

std::vector<std::string> blocks_of(const std::string& page) {
    constexpr std::string_view opening = "\n```gifm\n";
    constexpr std::string_view closing = "\n```\n";
    std::vector<std::string> blocks;
    for (std::size_t at = page.find(opening); at != std::string::npos; at = page.find(opening, at)) {
        at += opening.size();
        const std::size_t end = page.find(closing, at);
        blocks.push_back(page.substr(at, end - at));
        at = end;
    }
    return blocks;
}

}  // namespace

TEST_CASE("every model on the page about the language can be read") {
    std::ifstream file(DAICHO_SOURCE_DIR "/docs/model-language.md", std::ios::binary);
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    const auto blocks = blocks_of(page);
    CHECK(blocks.size() >= 8);
    for (const std::string& block : blocks) {
        INFO(block);
        CHECK_NOTHROW(daicho::parse_model(block, "docs/model-language.md"));
    }
}
