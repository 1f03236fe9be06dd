#include "models/engine/placeholders.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "grammars/text/narrow.hpp"
#include "grammars/text/tidy.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/tsv.hpp"

namespace daicho {

namespace {

using Texts = std::set<std::string, std::less<>>;

/// The texts whose `use` is the one given; all where it is empty.
Texts read_texts(std::string_view use) {
    Texts texts;
    const auto file =
        std::ranges::find(embedded_models(), "models/engine/placeholders.tsv", &EmbeddedFile::path);
    const TsvTable table(file->text);
    for (const auto& row : table) {
        if (use.empty() || row.get("use") == use) texts.insert(row.get("text"));
    }
    return texts;
}

bool holds(const Texts& texts, std::string_view text) {
    constexpr std::size_t longest = 24;
    return text.size() <= longest && texts.contains(Narrow(text).text());
}

}  // namespace

bool is_placeholder(std::string_view text) {
    static const Texts texts = read_texts({});
    return holds(texts, text);
}

bool is_mark_for_nothing(std::string_view text) {
    // Most texts are words; the only words among the marks are as long as NULL.
    constexpr std::size_t longest_word = 4;
    if (text.size() > longest_word && is_plainly_tidy(text)) return false;
    static const Texts texts = read_texts("mark");
    return holds(texts, text);
}

}  // namespace daicho
