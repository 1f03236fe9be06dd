#include "models/engine/placeholders.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "grammars/text/narrow.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/tsv.hpp"

namespace daicho {

namespace {

using Texts = std::set<std::string, std::less<>>;

Texts read_texts() {
    Texts texts;
    const auto file =
        std::ranges::find(embedded_models(), "models/engine/placeholders.tsv", &EmbeddedFile::path);
    const TsvTable table(file->text);
    for (const auto& row : table) texts.insert(row.get("text"));
    return texts;
}

}  // namespace

bool is_placeholder(std::string_view text) {
    static const Texts texts = read_texts();
    constexpr std::size_t longest = 24;
    return text.size() <= longest && texts.contains(Narrow(text).text());
}

}  // namespace daicho
