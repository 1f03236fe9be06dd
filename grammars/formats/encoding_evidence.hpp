#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "grammars/base/language.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/dialect.hpp"
#include "grammars/formats/text_likelihood.hpp"

namespace daicho {

/// A byte that is not part of a character.
struct BrokenByte {
    std::uint64_t offset = 0;  ///< from the start of the input, 0-based
    unsigned char byte = 0;
    std::uint64_t line = 0;  ///< 1-based
};

/// What reading the whole of an input as one encoding shows.
struct EncodingReading {
    Encoding encoding = Encoding::utf8;
    std::optional<BrokenByte> broken =
        {};                     ///< the first one; nothing: the encoding holds over all of the input
    bool turned_round = false;  ///< UTF-16 whose bytes stand the wrong way round from `broken` on
    bool lacks_zeros =
        false;  ///< UTF-16 of a larger input without a line end, space or digit: it was not read
    // Of a reading that holds and was compared with others, or of every one that holds where all was asked
    // for:
    ReadingCounts counts = {};
    double bits = 0;        ///< how surprising the text is, see TextLikelihood
    std::string line = {};  ///< the start of the first line with characters beyond ASCII
    std::uint64_t line_number = 0;

    bool holds() const { return !broken && !lacks_zeros; }
};

enum class EncodingVerdict : std::uint8_t {
    proven,     ///< it alone holds, or a byte-order mark says so and it holds
    decided,    ///< others hold too, but give the same text or one that nobody would write
    undecided,  ///< several hold and give different texts that could both be meant
    damaged,    ///< none holds, but nearly all of it is this one: read so, with errors at places
    broken,     ///< none holds
};

struct EncodingEvidence {
    EncodingVerdict verdict = EncodingVerdict::broken;
    std::optional<Encoding> encoding = {};  ///< where it is proven, decided or damaged
    std::size_t bom_size = 0;               ///< bytes of the byte-order mark at the start; 0: none
    /// Those beyond ASCII; of escape sequences where there are only these. Counted where all is asked for.
    std::uint64_t deciding_bytes = 0;
    bool only_ascii = false;  ///< the same text in all encodings but UTF-16
    std::vector<EncodingReading> readings = {};
    std::vector<Encoding> remaining = {};  ///< undecided: the likeliest first
};

/// What is asked of `weigh_encodings`: only the verdict, or every reading with its counts.
enum class EvidenceDepth : std::uint8_t { verdict, all };

/// Reads all of a rewindable source as each encoding that it could be in and weighs what they show. The
/// verdict does not depend on the depth, except that with `all` it may be `proven` where else it is
/// `decided`. The source is left anywhere.
EncodingEvidence weigh_encodings(ByteSource& source, EvidenceDepth depth);

/// Whether the verdict about a rewindable source of more than 256 KiB is UTF-8 unless something behind its
/// first bytes is not, or is a byte 0 or ESC. Whoever reads on meets that, and has to weigh then. The source
/// is left anywhere.
bool begins_as_utf8(ByteSource& source);

std::string_view to_string(EncodingVerdict verdict);  ///< "proven" "decided" "undecided" "damaged" "broken"

/// For a file whose first bytes say that it is no text, or UTF-32: what it is, in both languages; empty for
/// others.
Text other_format(std::string_view start);

/// The first bytes of a rewindable source, 16 at most.
std::string read_start(ByteSource& source);

}  // namespace daicho
