#include <algorithm>
#include <map>

#include "grammars/text/generator/tables.hpp"
#include "grammars/text/variants.hpp"

namespace generator {

namespace {

using namespace daicho::fold;
using daicho::FoldClasses;

struct NamedClass {
    std::string_view name;
    FoldClasses fold_class = 0;
};

// In the order in which they are tried where a character has steps of several.
constexpr NamedClass fold_classes[] = {
    {"width", width},       {"glyph", glyph},           {"place", place},
    {"old_form", old_form}, {"variant", variant},       {"dash", dash},
    {"kana", kana},         {"small_kana", small_kana}, {"case", letter_case},
};

std::size_t order_of(FoldClasses fold_class) {
    const auto has_class = [&](const NamedClass& each) { return each.fold_class == fold_class; };
    return static_cast<std::size_t>(
        std::find_if(std::begin(fold_classes), std::end(fold_classes), has_class) - std::begin(fold_classes));
}

/// The steps of all characters: by character, then in the order of classes.
using Steps = std::map<char32_t, std::map<std::size_t, char32_t>>;

void add_step(Steps& steps, char32_t from, FoldClasses fold_class, char32_t to) {
    if (from == to) fail("variants: U+" + hex(from) + " is compared as itself");
    const auto [found, is_new] = steps[from].emplace(order_of(fold_class), to);
    if (!is_new && found->second != to) fail("variants: " + hex(from) + " has two steps of one class");
}

std::vector<CodeRange> read_items(std::string_view text) {
    std::vector<CodeRange> items;
    for (const std::string_view item : split(text, ' ')) {
        const std::u32string characters = to_code_points(item);
        items.push_back(characters.size() == 1 ? CodeRange{characters[0], characters[0]} : read_range(item));
    }
    return items;
}

void add_table(const Sources& sources, Steps& steps) {
    for_each_line(sources.table("variants.tsv"), 0, [&](std::string_view line) {
        const Fields fields = split(line, '\t');
        const auto named = std::find_if(std::begin(fold_classes), std::end(fold_classes),
                                        [&](const NamedClass& each) { return each.name == fields[0]; });
        if (fields.size() != 3 || named == std::end(fold_classes)) fail("variants.tsv: " + std::string(line));
        const char32_t to = read_items(fields[2])[0].first;
        for (const CodeRange range : read_items(fields[1])) {
            for (char32_t c = range.first; c <= range.last; ++c) add_step(steps, c, named->fold_class, to);
        }
    });
}

/// What Unicode says: widths and spaces, case, kana, compatibility ideographs, radicals.
void add_unicode(const Sources& sources, const std::vector<UnicodeRow>& unicode, Steps& steps) {
    for (char32_t c = 0; c < unicode.size(); ++c) {
        const UnicodeRow& row = unicode[c];
        const bool is_space = row.category == "Zs" && c != ' ';
        if (is_space) add_step(steps, c, width, ' ');
        if (row.other_width != 0 && !is_space) add_step(steps, c, width, row.other_width);
        if (row.lower_case != 0) add_step(steps, c, letter_case, row.lower_case);
        const bool is_ideograph = (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
        if (is_ideograph && row.decomposition.size() == 1) add_step(steps, c, glyph, row.decomposition[0]);
    }
    for (char32_t c = 0x30A1; c <= 0x30FE; ++c) {
        if (c <= 0x30F6 || c >= 0x30FD) add_step(steps, c, kana, c - 0x60);
    }
    for_each_line(sources.unicode_file("EquivalentUnifiedIdeograph.txt"), '#', [&](std::string_view line) {
        const Fields fields = split(line, ';');
        const CodeRange range = read_range(fields[0]);
        for (char32_t c = range.first; c <= range.last; ++c) add_step(steps, c, glyph, read_hex(fields[1]));
    });
}

void check_ends(const Steps& steps, char32_t from, unsigned depth) {
    if (depth > 8) fail("variants: the steps from " + hex(from) + " do not end");
    const auto found = steps.find(from);
    if (found == steps.end()) return;
    for (const auto& [order, to] : found->second) check_ends(steps, to, depth + 1);
}

}  // namespace

void write_folding(const Sources& sources, const std::vector<UnicodeRow>& unicode, Writer& writer) {
    Steps steps;
    add_unicode(sources, unicode, steps);
    add_table(sources, steps);
    std::vector<std::uint16_t> words(unicode.size());
    std::vector<std::string> values;
    for (const auto& [from, all] : steps) {
        check_ends(steps, from, 0);
        words[from] = static_cast<std::uint16_t>(values.size() + 1);
        for (const auto& [order, to] : all) {
            const bool is_last = order == all.rbegin()->first;
            values.push_back("{" + hex(to) + "," + std::to_string(fold_classes[order].fold_class) + "," +
                             (is_last ? "true" : "false") + "}");
        }
    }
    if (values.size() >= daicho::character_data::counts_for_nothing)
        fail("variants: too many steps for their words");
    for (const CodeRange range : sources.property("PropList.txt", "Variation_Selector")) {
        for (char32_t c = range.first; c <= range.last; ++c)
            words[c] = daicho::character_data::counts_for_nothing;
    }
    writer.table("fold", "std::uint16_t", words);
    writer.array("FoldStep", "fold_steps", values);
}

}  // namespace generator
