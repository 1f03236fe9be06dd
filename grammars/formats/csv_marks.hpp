#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "grammars/base/buffer.hpp"

namespace daicho {

/// Places of a CSV text that mean something, as offsets in the text.
struct CsvMarks {
    Buffer<std::uint32_t> ends;      ///< delimiters and line ends outside quotes; of CR LF the LF
    Buffer<std::uint32_t> lines;     ///< which of `ends` are line ends, by index
    Buffer<std::uint32_t> opens;     ///< which of `ends` close a quoted cell, by index
    Buffer<std::uint32_t> newlines;  ///< line ends inside quotes; of CR LF the LF
    Buffer<std::uint32_t> escapes;   ///< doubled quotes inside quotes (the second of each pair)
    Buffer<std::uint32_t> controls;  ///< control characters other than tab and line ends
    /// Everything before this is marked: `size`, or the start of the block of 64 bytes with the first quote
    /// that is neither at the edge of a cell nor one of a pair.
    std::size_t stop = 0;

    void clear() {
        ends.clear();
        lines.clear();
        opens.clear();
        newlines.clear();
        escapes.clear();
        controls.clear();
    }
};

/// Marks `text` from `from` on, which is the start of a record. `last`: nothing follows the text (else a CR
/// at its end is left unmarked). Behind the text 64 bytes must be readable.
using CsvMarker = void (*)(const char* text, std::size_t from, std::size_t size, char delimiter, bool last,
                           CsvMarks& marks);

/// The ways to do it that this machine has, best first; they agree in every place.
struct CsvMarkerName {
    std::string_view name;
    CsvMarker mark;
};
const CsvMarkerName* csv_markers(std::size_t& count);

/// The best of them.
CsvMarker csv_marker();

}  // namespace daicho
