#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/dialect.hpp"
#include "grammars/formats/text_likelihood.hpp"

/// Mojibake (文字化け): bytes that were written in one encoding and read as another.
namespace daicho {

/// As what bytes were read by mistake.
enum class MisreadAs : std::uint8_t {
    cp932,
    western,  ///< Windows-1252, with the control characters of ISO-8859-1 for the five bytes it leaves open
    ascii,    ///< bytes of ISO-2022-JP left as they are
    latin_1,  ///< ISO-8859-1: 80 to 9F are control characters
};

/// One mistake: what was written as `written` was read as `read`.
struct Misreading {
    Encoding written = Encoding::utf8;
    MisreadAs read = MisreadAs::cp932;

    friend bool operator==(const Misreading&, const Misreading&) = default;
};

std::string_view to_string(MisreadAs as);  ///< "CP932" "Windows-1252" "ASCII" "ISO-8859-1"

/// The mistakes that are looked for.
std::span<const Misreading> known_misreadings();

/// What was there before a mistake: the texts that it makes exactly `text` of, to the last byte. None where
/// it makes that of nothing, several where a character of `text` has several codes (sixteen at most). `text`
/// is valid UTF-8.
std::vector<std::string> undo_misreading(std::string_view text, Misreading mistake);

/// What a mistake makes of `text`; nothing where a byte is lost on the way, so that nobody could undo it.
std::optional<std::string> misread(std::string_view text, Misreading mistake);

/// A repair with its proof.
struct MojibakeRepair {
    std::string text;
    std::vector<Misreading>
        mistakes;  ///< the one to be undone first comes first; two where it happened twice
    ReadingCounts before, after;
    double bits_gained = 0;  ///< how much likelier the repaired text is, see TextLikelihood
};

/// The repair of one text (a cell, a name, a line) that was garbled as a whole. Given only where undoing the
/// mistake is exact, the result is Japanese beyond doubt, a million times likelier than what was there and
/// four thousand times likelier than any other way to undo it; text that could have been meant is left alone.
/// A clean text costs one pass.
std::optional<MojibakeRepair> find_mojibake_repair(std::string_view text);

/// Whether a text looks garbled, be it repairable or not: it has U+FFFD, or sequences that only misreading
/// makes.
bool looks_garbled(std::string_view text);

}  // namespace daicho
