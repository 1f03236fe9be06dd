#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/digest.hpp"
#include "grammars/characters/conversion_record.hpp"
#include "grammars/formats/encoding.hpp"

/// Text is not the whole of a file: a character can have two codes, bytes can be no character, escape
/// sequences can stand where nobody needs them. What a text, written anew, would not give again is noted.
namespace daicho {

/// Writes any text in an encoding: for a character that it lacks stands a question mark, to be replaced by
/// the bytes that were there. The same text gives the same bytes, in whatever pieces it comes.
class RepeatableEncoder {
 public:
    explicit RepeatableEncoder(Encoding encoding) : encoder_(encoding) {}

    void encode(std::string_view text, std::string& bytes);
    void finish(std::string& bytes) { encoder_.finish(bytes); }

 private:
    Encoder encoder_;
};

struct SourceFacts {
    ContentDigest digest;         ///< of all bytes, the byte-order mark included
    std::uint64_t text_size = 0;  ///< of its text in UTF-8, without a byte-order mark
};

/// Reads `source` to its end and writes to `record` which of its bytes its text does not give again.
SourceFacts note_source_bytes(ByteSource& source, const TextForm& form, ConversionRecordWriter& record);

/// The way back: gets the text written anew and puts the noted bytes into their places.
class SourceBytesRestorer {
 public:
    SourceBytesRestorer(ConversionRecordReader& record, TakesBytes out);

    void add(std::string_view bytes);
    /// Throws Error where entries are left that have no place.
    void finish();

 private:
    void take_next();

    ConversionRecordReader& record_;
    TakesBytes out_;
    std::optional<SourceBytesEdit> next_;
    std::uint64_t at_ = 0;        ///< of the next byte that is given
    std::uint64_t skipping_ = 0;  ///< bytes that were replaced and are still to come
};

}  // namespace daicho
