#include "registries/characters/unicode_block.hpp"

#include <algorithm>
#include <charconv>
#include <span>
#include <vector>

#include "grammars/base/embedded_file.hpp"
#include "registries/embedded/embedded_table.hpp"

namespace daicho {

std::span<const EmbeddedFile> unicode_block_table();

namespace {

struct Block {
    char32_t first = 0;
    char32_t last = 0;
    std::string_view name;
};

char32_t code_point_of(std::string_view digits) {
    unsigned value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return value;
}

// 4E00..9FFF; CJK Unified Ideographs
std::vector<Block> read_blocks() {
    std::vector<Block> blocks;
    for_each_line(unicode_block_table().front().text, [&](std::string_view line) {
        const auto dots = line.find(".."), semicolon = line.find("; ");
        if (dots == line.npos || semicolon == line.npos) return;
        blocks.push_back({code_point_of(line.substr(0, dots)),
                          code_point_of(line.substr(dots + 2, semicolon - dots - 2)),
                          line.substr(semicolon + 2)});
    });
    return blocks;
}

}  // namespace

std::string_view unicode_block(char32_t character) {
    static const std::vector<Block> blocks = read_blocks();
    const auto after = std::ranges::upper_bound(blocks, character, {}, &Block::first);
    if (after == blocks.begin() || std::prev(after)->last < character) return "No_Block";
    return std::prev(after)->name;
}

}  // namespace daicho
