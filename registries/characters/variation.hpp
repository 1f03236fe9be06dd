#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"
#include "grammars/characters/character_authority.hpp"

namespace daicho {

class Registry;

struct VariationSequence {
    char32_t base = 0;
    char32_t selector = 0;

    auto operator<=>(const VariationSequence&) const = default;
};

/// A sequence of the IVD and what a collection calls it: MJ025760, CID+3056, JA3652.
struct RegisteredSequence {
    VariationSequence sequence;
    std::uint8_t collection = 0;  ///< a bit of ivd_collection
    std::string collection_name;
    std::string name;
};

/// Those with that base, by selector and collection.
std::vector<RegisteredSequence> registered_sequences(const Registry& registry, char32_t base);
/// What the sequence is called; empty: it is not registered.
std::vector<RegisteredSequence> names_of_sequence(const Registry& registry, VariationSequence sequence);

/// Why two sequences ask for the same glyph.
enum class SameGlyph : std::uint8_t {
    sequence,  ///< both collections have the sequence
    mj,        ///< both are the MJ glyph of that name
    number,    ///< the name in one is the 戸籍, 住基 or 登記 number of the MJ glyph of the other
    jis_2004,  ///< both are the glyph of the position in JIS X 0213:2004
    jis_1990,  ///< both are the glyph of the position in JIS X 0208
};
std::string_view name_of(SameGlyph reason);  ///< "sequence", "mj", "number", "jis-2004", "jis-1990"
Text title_of(SameGlyph reason);

/// A sequence of another collection that asks for the same glyph.
struct SequenceTranslation {
    RegisteredSequence to;
    SameGlyph reason = SameGlyph::sequence;
    std::string shared;  ///< what both have: MJ025760, 3652, 437660
};

/// What to write in a `collection` for a sequence of another, the best reason first. Empty where the registry
/// proves nothing: collections have glyphs of their own.
std::vector<SequenceTranslation> translate_sequence(const Registry& registry, VariationSequence sequence,
                                                    std::uint8_t collection);

/// All sequences of the IVD and those that say nothing, in memory: about half a megabyte. For many questions.
class VariationTable {
 public:
    explicit VariationTable(const Registry& registry);

    VariationFacts facts(VariationSequence sequence) const;

 private:
    struct Row {
        VariationSequence sequence;
        std::uint8_t collections = 0;
    };
    bool loaded_ = false;
    std::vector<Row> rows_;                     ///< sorted
    std::vector<VariationSequence> redundant_;  ///< sorted
};

}  // namespace daicho
