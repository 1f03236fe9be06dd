#pragma once

#include <cstddef>
#include <string_view>

#include "grammars/base/os.hpp"
#include "grammars/formats/dialect.hpp"

namespace daicho {

struct ProvenEncoding {
    Encoding encoding = Encoding::utf8;
    std::size_t bom_size = 0;  ///< bytes of the byte-order mark at the start, 0: none
};

/// Finds the encoding of a rewindable source by proof over all of it, and rewinds it: a byte-order mark, then
/// whether every byte is part of a character. What is nearly all UTF-8 is UTF-8 (and UTF-16 or ISO-2022-JP
/// that proves itself likewise): who decodes it meets the bytes that are none. Throws Error where no encoding
/// holds (naming the first bad byte of each) or where several do and give different texts (naming them and
/// the first line that differs), or for a file that is no text at all.
ProvenEncoding prove_encoding(ByteSource& source);

/// The byte-order mark of `encoding` at the start of `bytes`; 0 where there is none.
std::size_t bom_size(std::string_view bytes, Encoding encoding);

}  // namespace daicho
