#include "models/engine/cell_words.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "models/engine/embedded_models.hpp"
#include "models/engine/tsv.hpp"

namespace daicho {

namespace {

// In the order of `CellWord`.
constexpr std::string_view names[] = {"total", "note", "end", "unit", "form", "ditto", "quantity"};
using Words = std::array<std::vector<std::string>, std::size(names)>;

Words read_words() {
    Words words;
    for (const TsvRow& row : TsvTable(embedded_model_text("models/engine/cell_words.tsv"))) {
        const auto name = std::find(std::begin(names), std::end(names), row.get("use"));
        if (name != std::end(names)) words[static_cast<std::size_t>(name - names)].push_back(row.get("word"));
    }
    return words;
}

}  // namespace

const std::vector<std::string>& cell_words(CellWord use) {
    static const Words words = read_words();
    return words[static_cast<std::size_t>(use)];
}

bool is_cell_word(std::string_view text, CellWord use) {
    const std::vector<std::string>& words = cell_words(use);
    return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace daicho
