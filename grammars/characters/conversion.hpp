#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "grammars/characters/character_converter.hpp"
#include "grammars/characters/conversion_record.hpp"
#include "grammars/formats/table_reader.hpp"

namespace daicho {

/// A column whose cells are kept as they were, in another column.
struct KeptOriginal {
    std::string column;  ///< header
    std::string header;  ///< of the column that gets them; it is made, beside the first, where there is none
};

/// What is to be done to a file.
struct ConversionRequest {
    ConversionRules rules;
    bool plain_text = false;              ///< no table: lines of text
    std::vector<std::string> columns;     ///< headers, or numbers from 1; none: all. Only of a table
    std::vector<KeptOriginal> originals;  ///< their columns are converted
    std::optional<Encoding> encoding;     ///< of the result; that of the source where it is not said
    std::optional<bool> bom;              ///< of the result; where it is not said as in the source, if the
                                          ///< encoding stays, else none
    ReadOptions read;
    std::string tool;               ///< for the record
    std::vector<std::string> data;  ///< for the record
};

/// What was done to a file.
struct ConversionSummary {
    TextForm from;
    TextForm to;
    std::map<std::string, std::uint64_t> rules;  ///< edits by rule
    std::array<std::uint64_t, 4> losses = {};    ///< edits by loss
    ConversionEnd end;
    std::vector<LeftCharacter> left;  ///< the first of them; `place.header` is empty
    std::uint64_t kept = 0;           ///< originals that went to their column
    std::uint64_t not_kept = 0;       ///< originals whose cell held something else already

    static constexpr std::size_t most_left = 20;
};

/// Converts characters of a file and leaves all else as it is: quotes, delimiters, line ends, bytes that are
/// no characters. `source` is rewindable and stands at its start; it is read three times at most, and memory
/// does not depend on its size. What goes to `out` and `record` holds only when this returns. Throws Error
/// where a character is not in the encoding of the result, with its place, and where the source cannot be
/// read.
ConversionSummary convert_characters(ByteSource& source, const ConversionRequest& request,
                                     const TakesBytes& out, const TakesBytes& record);

}  // namespace daicho
