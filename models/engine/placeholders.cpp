#include "models/engine/placeholders.hpp"

#include <algorithm>
#include <bitset>
#include <set>
#include <string>

#include "grammars/text/narrow.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/tsv.hpp"

namespace daicho {

namespace {

using Texts = std::set<std::string, std::less<>>;

/// The texts whose `use` is the one given; all where it is empty.
Texts read_texts(std::string_view use) {
    Texts texts;
    for (const TsvRow& row : TsvTable(embedded_model_text("models/engine/placeholders.tsv"))) {
        if (use.empty() || row.get("use") == use) texts.insert(row.get("text"));
    }
    return texts;
}

std::bitset<256> first_bytes(const Texts& texts) {
    std::bitset<256> bytes;
    for (const auto& text : texts) bytes.set(static_cast<unsigned char>(text.front()));
    return bytes;
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

bool says_nothing(std::string_view text) {
    constexpr std::size_t longest = 48;
    static constexpr std::string_view marks_alone = " ,.;:/-_#()?!'\"";
    if (text.size() > longest) return false;
    const Narrow narrow(text);
    const std::string_view read = narrow.text();
    const auto count = [&](auto is) { return std::count_if(read.begin(), read.end(), is); };
    const auto zeros = count([](char c) { return c == '0'; });
    const auto marks = count([](char c) { return marks_alone.find(c) != std::string_view::npos; });
    return static_cast<std::size_t>(zeros + marks) == read.size() && (zeros == 0 || zeros >= 4);
}

bool is_mark_for_nothing(std::string_view text) {
    static const Texts texts = read_texts("mark");
    static const std::bitset<256> starts = first_bytes(texts);
    if (text.empty()) return false;
    // Narrow notation leaves ASCII signs and kanji as they are, so most texts are known by their first byte.
    const auto first = static_cast<unsigned char>(text.front());
    const bool stays = (first > ' ' && first < 0x7F) || (first >= 0xE4 && first <= 0xE9);
    return (!stays || starts[first]) && holds(texts, text);
}

}  // namespace daicho
