#pragma once

#include <cstdint>
#include <vector>

#include "grammars/base/os.hpp"
#include "grammars/formats/dialect.hpp"

namespace daicho {

/// How often something occurs in a file, and on which line first.
struct Occurrences {
    std::uint64_t count = 0;
    std::uint64_t first_line = 0;  ///< 1-based; 0: nowhere

    void add(std::uint64_t line) {
        if (count++ == 0) first_line = line;
    }
};

/// What is to be said of a whole text beside its encoding.
struct TextSurvey {
    Occurrences lf, crlf, cr;        ///< line ends; the line is the one that ends so
    Occurrences inner_marks;         ///< U+FEFF behind the start: files that were put together
    Occurrences nul;                 ///< U+0000
    Occurrences sub;                 ///< U+001A, the end of a file for old systems
    Occurrences private_use;         ///< gaiji: what they look like is known to one system only
    Occurrences replacements;        ///< U+FFFD as a character: something was lost before
    Occurrences second_codes;        ///< codes that would be written otherwise: one character has two (CP932)
    Occurrences disputed;            ///< characters that CP932 and CP932-JIS read differently
    bool sub_at_end = false;         ///< the last character is U+001A
    bool doubled_mark = false;       ///< the file starts with two byte-order marks
    bool ends_with_line_end = true;  ///< or is empty

    Newline newline() const;
};

/// Reads a rewindable source, whose byte-order mark is `bom_size` long, as `encoding`; leaves it anywhere.
TextSurvey survey_text(ByteSource& source, Encoding encoding, std::size_t bom_size);

/// Lines that follow each other and hold together in the same encodings.
struct EncodingRun {
    std::uint64_t first_line = 1;
    std::uint64_t lines = 0;
    std::vector<Encoding> encodings;  ///< of UTF-8, CP932 and EUC-JP; none: invalid bytes in any
};

/// For a file that no encoding holds over: where its encoding changes, a hundred runs at most. Lines of ASCII
/// go with those before them.
std::vector<EncodingRun> find_encoding_runs(ByteSource& source);

}  // namespace daicho
