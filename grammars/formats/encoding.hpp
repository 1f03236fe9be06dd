#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/buffer.hpp"
#include "grammars/formats/batch.hpp"
#include "grammars/formats/dialect.hpp"

namespace daicho {

/// Reads bytes of one encoding as UTF-8, piece by piece. EUC-JP and ISO-2022-JP name the disputed characters
/// as Windows does, so that a table keeps its characters from one encoding to the other.
class Decoder {
 public:
    explicit Decoder(Encoding encoding) : encoding_(encoding) {}

    /// Appends the text of `bytes` to `text` and gives the number of bytes that were read: all of them, save
    /// the beginning of a character at the end (then give it again with what follows; `last` tells that
    /// nothing does). Invalid bytes become U+FFFD, one for each byte, with an entry in
    /// `source`.
    std::size_t decode(std::string_view bytes, bool last, Buffer<char>& text,
                       std::vector<SourceBytes>& source);

    /// For UTF-8 that was put into `text` already: checks it from `from` on and gives the size that holds
    /// whole characters (less than `text.size()` where it ends within one). What is invalid is replaced as in
    /// `decode`.
    std::size_t check_utf8(Buffer<char>& text, std::size_t from, bool last, std::vector<SourceBytes>& source);

    /// Offset of the first byte, among all that were given so far, that is not part of a character.
    std::optional<std::uint64_t> first_invalid() const { return first_invalid_; }

 private:
    enum class Set : std::uint8_t { ascii, roman, kana, kanji, supplement };  // of ISO-2022-JP
    struct Step;

    template <Encoding E>
    std::size_t run(std::string_view bytes, bool last, Buffer<char>& text, std::vector<SourceBytes>& source);
    template <Encoding E>
    Step step(const unsigned char* at, const unsigned char* end);
    template <Encoding E>
    Step step_2004(const unsigned char* at, std::size_t left);
    Step escape(const unsigned char* at, const unsigned char* end);

    Encoding encoding_;
    Set set_ = Set::ascii;
    std::uint64_t read_ = 0;
    std::optional<std::uint64_t> first_invalid_;
};

/// Writes UTF-8 as bytes of one encoding.
class Encoder {
 public:
    explicit Encoder(Encoding encoding) : encoding_(encoding) {}

    /// Appends the bytes of `text` (valid UTF-8) to `bytes`. npos, or the offset of the first character that
    /// the encoding lacks; what stands before it was written.
    std::size_t encode(std::string_view text, std::string& bytes);
    /// Goes back to the initial state (ISO-2022-JP).
    void finish(std::string& bytes);

 private:
    void encode_utf16(std::string_view text, std::string& bytes) const;
    std::size_t encode_by_table(std::string_view text, std::string& bytes) const;
    std::size_t encode_2004(std::string_view text, std::string& bytes) const;
    std::size_t encode_iso_2022_jp(std::string_view text, std::string& bytes);

    Encoding encoding_;
    std::uint8_t set_ = 0;
};

/// The byte-order mark of an encoding, empty where it has none.
std::string_view byte_order_mark(Encoding encoding);

}  // namespace daicho
