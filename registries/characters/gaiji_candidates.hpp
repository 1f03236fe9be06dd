#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "grammars/base/language.hpp"
#include "registries/characters/gaiji_table.hpp"
#include "registries/characters/glyph_likeness.hpp"

namespace daicho {

class Registry;

/// What speaks for a candidate.
enum class GaijiClue : std::uint8_t { number, shape, reading, strokes, radical, stand_in };
Text title_of(GaijiClue clue);

/// A glyph that an own character may be. Whether it is, people decide who compare the shapes.
struct GaijiCandidate {
    std::string number;              ///< MJ or GJ
    std::string unit;                ///< as which it is written; empty: as nothing, or it is not known
    std::vector<GaijiClue> clues;    ///< that agree
    double likeness = 0;             ///< of the shapes, from 0 to 1; 0: not compared
    double rank = 0;                 ///< the higher, the better; has no meaning beyond that
    std::string koseki, juki, toki;  ///< as MJ文字情報一覧表 has them
    std::string strokes, radicals, readings;
};

struct GaijiProposal {
    std::string number;    ///< the only glyph that all register numbers name; empty: there is none
    std::string evidence;  ///< of it: "戸籍 352760, 住基 J+845B"
    std::vector<GaijiCandidate> candidates;  ///< the best first; those by number before all others
};

/// Finds candidates in MJ文字情報一覧表 of a registry and in a font of numbered glyphs. Constant once made,
/// but asks the registry: for one thread.
class GaijiCandidates {
 public:
    /// Either may be null; both must outlive this.
    GaijiCandidates(const Registry* registry, const GlyphGallery* gallery);

    /// `shape`: of the own character; null: it has none. At most `most` candidates.
    GaijiProposal find(const GaijiEntry& entry, const ShapeFeature* shape, std::size_t most) const;

 private:
    struct Row {
        GaijiCandidate candidate;
        std::vector<std::string> readings;
        std::vector<unsigned> strokes, radicals;
        char32_t base = 0;                           ///< of what it is written as, or is like by the list
        const GlyphGallery::Glyph* glyph = nullptr;  ///< null: the font does not have it
    };
    struct Wanted;

    void read_list(const Registry& registry);
    void read_gallery(const GlyphGallery& gallery);
    void by_numbers(const GaijiEntry& entry, GaijiProposal& proposal) const;
    std::vector<const Row*> best_rows(const Wanted& wanted, const std::vector<GaijiCandidate>& known,
                                      std::size_t most) const;
    static const std::string& number_of_row(const Row& row) { return row.candidate.number; }
    static void rank(const Row& row, const Wanted& wanted, GaijiCandidate& candidate);

    const Registry* registry_;
    std::vector<Row> rows_;  // by number
};

}  // namespace daicho
