#include <algorithm>
#include <array>
#include <set>

#include "grammars/text/character_data.hpp"
#include "grammars/text/generator/tables.hpp"

namespace generator {

namespace {

/// The full canonical decomposition, in canonical order; empty where there is none.
std::u32string decomposed(char32_t c, const std::vector<UnicodeRow>& unicode) {
    std::u32string out;
    for (const char32_t part : unicode[c].decomposition) {
        const std::u32string deeper = decomposed(part, unicode);
        out += deeper.empty() ? std::u32string(1, part) : deeper;
    }
    const auto combining_class = [&](char32_t each) { return unicode[each].combining_class; };
    for (auto begin = out.begin(); begin != out.end();) {
        if (combining_class(*begin) == 0) {
            ++begin;
            continue;
        }
        const auto end =
            std::find_if(begin, out.end(), [&](char32_t each) { return combining_class(each) == 0; });
        std::stable_sort(begin, end,
                         [&](char32_t a, char32_t b) { return combining_class(a) < combining_class(b); });
        begin = end;
    }
    return out;
}

void write_decompositions(const std::vector<UnicodeRow>& unicode, Writer& writer) {
    std::vector<std::uint32_t> words(unicode.size());
    std::u32string pool;
    for (char32_t c = 0; c < unicode.size(); ++c) {
        const std::u32string parts = decomposed(c, unicode);
        words[c] = unicode[c].combining_class;
        if (parts.empty()) continue;
        std::size_t at = pool.find(parts);
        if (at == pool.npos) {
            at = pool.size();
            pool += parts;
        }
        if (at > 0xFFFF || parts.size() > 7) fail("decompositions do not fit into their words");
        words[c] |= static_cast<std::uint32_t>(parts.size() << 8 | at << 16);
    }
    writer.table("normalization", "std::uint32_t", words);
    std::vector<std::string> values;
    for (const char32_t c : pool) values.push_back(hex(c));
    writer.array("char32_t", "decomposed", values);
}

void write_compositions(const Sources& sources, const std::vector<UnicodeRow>& unicode, Writer& writer) {
    using namespace daicho::character_data;
    std::set<char32_t> excluded;
    for (const CodeRange range :
         sources.property("DerivedNormalizationProps.txt", "Full_Composition_Exclusion")) {
        for (char32_t c = range.first; c <= range.last; ++c) excluded.insert(c);
    }
    std::vector<Composition> slots(std::size_t{1} << composition_bits);
    for (char32_t c = 0; c < unicode.size(); ++c) {
        const std::u32string& parts = unicode[c].decomposition;
        if (parts.size() != 2 || excluded.contains(c)) continue;
        std::size_t slot = composition_slot(parts[0], parts[1]);
        while (slots[slot].first != 0) slot = (slot + 1) % slots.size();
        slots[slot] = {parts[0], parts[1], c};
    }
    std::vector<std::string> values;
    for (const auto& [first, second, composed] : slots) {
        values.push_back("{" + hex(first) + "," + hex(second) + "," + hex(composed) + "}");
    }
    writer.array("Composition", "compositions", values);
}

}  // namespace

void write_normalization(const Sources& sources, const std::vector<UnicodeRow>& unicode, Writer& writer) {
    write_decompositions(unicode, writer);
    write_compositions(sources, unicode, writer);
}

}  // namespace generator
