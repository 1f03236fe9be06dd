#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "grammars/model_language/parse_model.hpp"

namespace {

std::vector<std::string> blocks_of(const std::string& page, const std::string& language) {
    const std::string opening = "\n```" + language + "\n";
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

std::string read_page() {
    std::ifstream file(DAICHO_SOURCE_DIR "/docs/model-language.md", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("every model on the page about the language can be read") {
    const auto blocks = blocks_of(read_page(), "gifm");
    CHECK(blocks.size() >= 8);
    for (const std::string& block : blocks) {
        INFO(block);
        CHECK_NOTHROW(daicho::parse_model(block, "docs/model-language.md"));
    }
}

TEST_CASE("every transformation on the page about the language can be read") {
    const auto blocks = blocks_of(read_page(), "gift");
    CHECK(blocks.size() >= 1);
    for (const std::string& block : blocks) {
        INFO(block);
        CHECK_NOTHROW(daicho::parse_transform(block, "docs/model-language.md"));
    }
}
