#include "registries/characters/variation.hpp"

#include <algorithm>

#include "grammars/text/utf8.hpp"
#include "registries/characters/mj_glyph.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

std::uint8_t collection_bit(std::string_view name) {
    if (name == "Moji_Joho") return ivd_collection::moji_joho;
    if (name == "Adobe-Japan1") return ivd_collection::adobe_japan1;
    if (name == "Hanyo-Denshi") return ivd_collection::hanyo_denshi;
    return ivd_collection::other;
}

char32_t character_of_key(std::string_view key) {
    return code_point_at(text_of_key(key), 0).value;
}

/// "8FBB_E0102"
VariationSequence sequence_of_key(std::string_view key) {
    const auto line = key.find('_');
    if (line == key.npos) return {};
    return {character_of_key(key.substr(0, line)), character_of_key(key.substr(line + 1))};
}

RegisteredSequence sequence_of_row(const Statement& row) {
    return {{character_of_key(row.text(0)), character_of_key(row.text(1))},
            collection_bit(row.text(2)),
            std::string(row.text(2)),
            std::string(row.text(3))};
}

std::vector<RegisteredSequence> all_rows(Statement& rows) {
    std::vector<RegisteredSequence> found;
    while (rows.step()) found.push_back(sequence_of_row(rows));
    rows.reset();
    return found;
}

struct NamedReason {
    std::string_view key;
    Text title;
};
// In the order of SameGlyph.
constexpr NamedReason reasons[] = {
    {"sequence", {"同じシーケンス", "the same sequence"}},
    {"mj", {"同じMJ文字図形", "the same MJ glyph"}},
    {"number", {"同じ番号（戸籍・住基・登記）", "the same register number"}},
    {"jis-2004", {"JIS X 0213:2004の例示字形", "the glyph of JIS X 0213:2004"}},
    {"jis-1990", {"JIS X 0208の例示字形", "the glyph of JIS X 0208"}},
};

}  // namespace

std::vector<RegisteredSequence> registered_sequences(const Registry& registry, char32_t base) {
    if (!registry.has("variation_sequence")) return {};
    Statement& rows = registry.prepared(
        "select base, selector, collection, sequenceName from variation_sequence where base = ?1"
        " order by selector, collection");
    const std::string key = ucs_key(base).substr(2);
    rows.bind(0, std::string_view(key));
    return all_rows(rows);
}

std::vector<RegisteredSequence> names_of_sequence(const Registry& registry, VariationSequence sequence) {
    auto found = registered_sequences(registry, sequence.base);
    std::erase_if(found, [&](const RegisteredSequence& one) { return one.sequence != sequence; });
    return found;
}

std::string_view name_of(SameGlyph reason) {
    return reasons[static_cast<unsigned>(reason)].key;
}
Text title_of(SameGlyph reason) {
    return reasons[static_cast<unsigned>(reason)].title;
}

VariationTable::VariationTable(const Registry& registry) : loaded_(registry.has("variation_sequence")) {
    if (!loaded_) return;
    Statement& rows =
        registry.prepared("select base, selector, collection from variation_sequence order by 1, 2");
    while (rows.step()) {
        const VariationSequence sequence = {character_of_key(rows.text(0)), character_of_key(rows.text(1))};
        if (rows_.empty() || rows_.back().sequence != sequence) rows_.push_back({sequence});
        rows_.back().collections |= collection_bit(rows.text(2));
    }
    rows.reset();
    std::ranges::sort(rows_, {}, &Row::sequence);
    if (!registry.has("mj_character")) return;
    Statement& defaults = registry.prepared(
        "select ivs from mj_character where ivs is not null and implementedUcs = 'U+' ||"
        " substr(ivs, 1, instr(ivs, '_') - 1)");
    while (defaults.step()) redundant_.push_back(sequence_of_key(defaults.text(0)));
    defaults.reset();
    std::ranges::sort(redundant_);
}

VariationFacts VariationTable::facts(VariationSequence sequence) const {
    VariationFacts facts;
    facts.loaded = loaded_;
    const auto found = std::ranges::lower_bound(rows_, sequence, {}, &Row::sequence);
    if (found != rows_.end() && found->sequence == sequence) facts.collections = found->collections;
    facts.redundant = std::binary_search(redundant_.begin(), redundant_.end(), sequence);
    return facts;
}

}  // namespace daicho
