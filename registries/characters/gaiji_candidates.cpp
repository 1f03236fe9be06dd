#include "registries/characters/gaiji_candidates.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <set>

#include "grammars/text/character.hpp"
#include "grammars/text/equivalent_ideograph.hpp"
#include "grammars/text/join.hpp"
#include "grammars/text/kana.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/text/utf8.hpp"
#include "registries/characters/mj_glyph.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

/// What a clue that agrees counts beside the likeness of shapes, which is seldom below 0.5 or above 0.95.
constexpr double worth_of_reading = 0.08;
constexpr double worth_of_strokes = 0.05;
constexpr double worth_of_radical = 0.05;
constexpr double worth_of_stand_in = 0.12;

std::string narrowed(std::string_view text) {
    return std::string(Narrow(text).text());
}

/// The numbers in a cell: "12", "12・13".
std::vector<unsigned> numbers_in(std::string_view cell) {
    std::vector<unsigned> numbers;
    for (std::size_t at = 0; at < cell.size();) {
        unsigned value = 0;
        const char* const end = cell.data() + cell.size();
        const auto read = std::from_chars(cell.data() + at, end, value);
        if (read.ec == std::errc{}) numbers.push_back(value);
        at = read.ec == std::errc{} ? static_cast<std::size_t>(read.ptr - cell.data()) : at + 1;
    }
    return numbers;
}

/// The runs of kana in a cell, as katakana: "シ・みずから" is シ and ミズカラ.
std::vector<std::string> readings_in(std::string_view cell) {
    const std::string kana = katakana(full_width_kana(cell));
    std::vector<std::string> readings(1);
    for (std::size_t at = 0; at < kana.size();) {
        const CodePoint c = code_point_at(kana, at);
        if (is_katakana(c.value)) {
            readings.back() += kana.substr(at, c.size);
        } else if (!readings.back().empty()) {
            readings.emplace_back();
        }
        at += c.size;
    }
    if (readings.back().empty()) readings.pop_back();
    return readings;
}

/// 1 to 214 of a number, or of the radical as a character (⾡, 辵). 0: neither.
unsigned radical_number(std::string_view cell) {
    const std::string text = narrowed(cell);
    if (const auto numbers = numbers_in(text); !numbers.empty()) return numbers.front();
    if (text.empty()) return 0;
    constexpr char32_t first = 0x2F00, last = 0x2FD5;  // 康熙部首
    const char32_t c = code_point_at(text, 0).value;
    for (char32_t radical = first; radical <= last; ++radical) {
        if (c == radical || c == equivalent_ideograph(radical)) return radical - first + 1;
    }
    return 0;
}

template <class T>
bool has(const std::vector<T>& all, const T& one) {
    return std::ranges::find(all, one) != all.end();
}

}  // namespace

Text title_of(GaijiClue clue) {
    switch (clue) {
        case GaijiClue::number:
            return {"番号", "number"};
        case GaijiClue::shape:
            return {"字形", "shape"};
        case GaijiClue::reading:
            return {"読み", "reading"};
        case GaijiClue::strokes:
            return {"画数", "strokes"};
        case GaijiClue::radical:
            return {"部首", "radical"};
        case GaijiClue::stand_in:
            return {"代替文字", "stand-in"};
    }
    return {};
}

struct GaijiCandidates::Wanted {
    std::vector<std::string> readings;
    std::vector<unsigned> strokes;
    unsigned radical = 0;
    char32_t stand_in = 0;
    const ShapeFeature* shape = nullptr;

    Wanted(const GaijiEntry& entry, const ShapeFeature* seen)
        : readings(readings_in(entry.readings)),
          strokes(numbers_in(narrowed(entry.strokes))),
          radical(radical_number(entry.radical)),
          stand_in(entry.stand_in.empty() ? 0 : code_point_at(entry.stand_in, 0).value),
          shape(seen) {}

    std::size_t clues() const {
        return !readings.empty() + !strokes.empty() + (radical != 0) + (stand_in != 0);
    }
};

GaijiCandidates::GaijiCandidates(const Registry* registry, const GlyphGallery* gallery)
    : registry_(registry) {
    if (registry != nullptr && registry->has("mj_character")) read_list(*registry);
    if (gallery != nullptr) read_gallery(*gallery);
}

void GaijiCandidates::read_list(const Registry& registry) {
    Statement rows = registry.database().prepare(
        "select mj, ucs, implementedUcs, ivs, svs, koseki, juki, toki, strokes, readings, radical1, radical2,"
        " radical3, radical4 from mj_character order by mj");
    while (rows.step()) {
        Row row;
        GaijiCandidate& one = row.candidate;
        one.number = rows.text(0);
        for (const int code : {2, 3, 4}) {
            if (one.unit.empty()) one.unit = text_of_key(rows.text(code));
        }
        const std::string like = one.unit.empty() ? text_of_key(rows.text(1)) : one.unit;
        if (!like.empty()) row.base = code_point_at(like, 0).value;
        one.koseki = rows.text(5), one.juki = rows.text(6), one.toki = rows.text(7);
        one.strokes = rows.text(8), one.readings = rows.text(9);
        row.strokes = numbers_in(one.strokes);
        row.readings = readings_in(one.readings);
        for (int radical = 10; radical < 14; ++radical) {
            for (const unsigned number : numbers_in(rows.text(radical))) row.radicals.push_back(number);
        }
        one.radicals = std::string(rows.text(10));
        rows_.push_back(std::move(row));
    }
}

void GaijiCandidates::read_gallery(const GlyphGallery& gallery) {
    std::set<std::string_view> seen;
    for (Row& row : rows_) row.glyph = gallery.find(row.candidate.number);
    for (const Row& row : rows_) seen.insert(row.candidate.number);
    std::vector<Row> more;
    for (const GlyphGallery::Glyph& glyph : gallery.glyphs()) {
        if (seen.contains(glyph.number)) continue;
        Row row;
        row.candidate.number = glyph.number;
        row.glyph = &glyph;
        if (!more.empty() && more.back().candidate.number == glyph.number) continue;
        more.push_back(std::move(row));
    }
    std::ranges::move(more, std::back_inserter(rows_));
    std::ranges::stable_sort(rows_, {}, number_of_row);
}

void GaijiCandidates::by_numbers(const GaijiEntry& entry, GaijiProposal& proposal) const {
    if (registry_ == nullptr || !entry.registers.any()) return;
    std::vector<std::string> common, evidence;
    bool first = true;
    for (RegisteredGlyphs& glyphs : glyphs_by_registers(*registry_, entry.registers)) {
        for (const std::string& number : glyphs.numbers) {
            const auto row = std::ranges::find(rows_, number, number_of_row);
            const auto known = std::ranges::find(proposal.candidates, number, &GaijiCandidate::number);
            if (row == rows_.end() || known != proposal.candidates.end()) continue;
            proposal.candidates.push_back(row->candidate);
            proposal.candidates.back().clues = {GaijiClue::number};
        }
        evidence.push_back(glyphs.written);
        if (first) common = std::move(glyphs.numbers);
        if (!first) std::erase_if(common, [&](const auto& number) { return !has(glyphs.numbers, number); });
        first = false;
    }
    if (common.size() != 1) return;
    proposal.number = common.front();
    proposal.evidence = joined(evidence, ", ");
}

void GaijiCandidates::rank(const Row& row, const Wanted& wanted, GaijiCandidate& candidate) {
    const auto count = [&](bool agrees, GaijiClue clue, double worth) {
        if (!agrees) return;
        candidate.clues.push_back(clue);
        candidate.rank += worth;
    };
    if (wanted.shape != nullptr && row.glyph != nullptr) {
        candidate.likeness = likeness(*wanted.shape, row.glyph->feature);
        candidate.clues.push_back(GaijiClue::shape);
        candidate.rank += candidate.likeness;
    }
    count(std::ranges::any_of(wanted.readings, [&](const auto& one) { return has(row.readings, one); }),
          GaijiClue::reading, worth_of_reading);
    count(std::ranges::any_of(wanted.strokes, [&](unsigned one) { return has(row.strokes, one); }),
          GaijiClue::strokes, worth_of_strokes);
    count(wanted.radical != 0 && has(row.radicals, wanted.radical), GaijiClue::radical, worth_of_radical);
    count(wanted.stand_in != 0 && row.base == wanted.stand_in, GaijiClue::stand_in, worth_of_stand_in);
}

std::vector<const GaijiCandidates::Row*> GaijiCandidates::best_rows(const Wanted& wanted,
                                                                    const std::vector<GaijiCandidate>& known,
                                                                    std::size_t most) const {
    std::vector<std::pair<double, const Row*>> others;
    for (const Row& row : rows_) {
        if (std::ranges::find(known, row.candidate.number, &GaijiCandidate::number) != known.end()) continue;
        GaijiCandidate one;
        rank(row, wanted, one);
        // Without a picture all that is said must agree: half of it fits thousands.
        const bool agrees = wanted.clues() != 0 && one.clues.size() == wanted.clues();
        if (wanted.shape != nullptr ? one.likeness > 0 : agrees) others.emplace_back(-one.rank, &row);
    }
    const std::size_t kept = std::min(most - std::min(most, known.size()), others.size());
    // Rows stand in the order of their numbers, so that equal ranks keep it.
    std::partial_sort(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(kept), others.end());
    std::vector<const Row*> best;
    for (std::size_t i = 0; i < kept; ++i) best.push_back(others[i].second);
    return best;
}

GaijiProposal GaijiCandidates::find(const GaijiEntry& entry, const ShapeFeature* shape,
                                    std::size_t most) const {
    GaijiProposal proposal;
    by_numbers(entry, proposal);
    const Wanted wanted(entry, shape);
    for (GaijiCandidate& one : proposal.candidates) {
        const auto row = std::ranges::find(rows_, one.number, number_of_row);
        if (row != rows_.end()) rank(*row, wanted, one);
    }
    for (const Row* row : best_rows(wanted, proposal.candidates, most)) {
        rank(*row, wanted, proposal.candidates.emplace_back(row->candidate));
    }
    return proposal;
}

}  // namespace daicho
