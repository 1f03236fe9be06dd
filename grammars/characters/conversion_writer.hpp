#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "grammars/base/digest.hpp"
#include "grammars/characters/conversion_record.hpp"
#include "grammars/formats/batch.hpp"
#include "grammars/formats/encoding.hpp"

namespace daicho {

/// A character that the encoding of the result cannot write.
struct UnwritableCharacter {
    std::size_t offset = 0;  ///< in the text that was given
    bool invalid = false;    ///< bytes of the source that are no character
};

/// Writes the text of a result and what was edited into its record, and makes sure that what was written is
/// read again as that text. Where the encoding stays, what is only passed on stays byte for byte.
class ConversionWriter {
 public:
    ConversionWriter(const TextForm& from, const TextForm& to, TakesBytes out,
                     ConversionRecordWriter& record);

    /// Passes [begin, end) of `raw` on.
    std::optional<UnwritableCharacter> copy(const RawText& raw, std::size_t begin, std::size_t end);
    /// Writes `edit.now`; `edit.at` is set here.
    std::optional<UnwritableCharacter> replace(ConversionEdit edit);

    struct Written {
        ContentDigest digest;
        std::uint64_t source_text = 0;  ///< bytes of UTF-8 that were passed on or edited away
    };
    Written finish();

 private:
    std::optional<std::size_t> encode(std::string_view text);
    void flush(bool last);
    void check_readable(bool last);

    TextForm from_;
    TextForm to_;
    TakesBytes out_;
    ConversionRecordWriter& record_;
    Encoder encoder_;
    Decoder decoder_;
    Sha256 digest_;
    std::uint64_t size_ = 0;  ///< bytes given out
    std::uint64_t at_ = 0;    ///< bytes of text written
    std::uint64_t source_text_ = 0;
    std::string bytes_;            ///< not given out yet
    bool surely_readable_ = true;  ///< UTF-8 of characters only
    std::string text_;             ///< what `unread_` and `bytes_` must be read as
    std::string unread_;           ///< the end of what was given out, not told to be a character yet
};

}  // namespace daicho
