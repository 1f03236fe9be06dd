#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace daicho {

/// Character encodings at the edge; inside, all text is UTF-8. `cp932` is Windows code page 932 as Windows
/// decodes it; `cp932_jis` is the same code with the seven disputed characters (～ ∥ － ￠ ￡ ￢ and ―) read
/// as JIS does.
enum class Encoding : std::uint8_t {
    utf8,
    cp932,
    cp932_jis,
    euc_jp,
    iso_2022_jp,
    utf16le,
    utf16be,
    shift_jis_2004,  ///< JIS X 0213 with its sequences (か゚); other characters than CP932 on the codes of
                     ///< Windows
    euc_jis_2004,
};

enum class Newline : std::uint8_t { none, lf, crlf, cr, mixed };

std::string_view to_string(Encoding encoding);  ///< "UTF-8" "CP932" "CP932-JIS" "EUC-JP" "ISO-2022-JP"
                                                ///< "UTF-16LE" "Shift_JIS-2004" ...
std::string_view to_string(Newline newline);    ///< "none" "lf" "crlf" "cr" "mixed"
/// Reads a name as people write it (`sjis`, `Shift_JIS`, `windows-31j`, `utf8` ...), or nothing.
std::optional<Encoding> parse_encoding(std::string_view name);
std::optional<Newline> parse_newline(std::string_view name);

/// How a table of text is written down.
struct Dialect {
    Encoding encoding = Encoding::utf8;
    bool bom = false;
    /// The line ends of the file, those inside quoted cells included; `mixed` where several kinds occur. A
    /// writer that is given `mixed` or `none` leaves the line ends of raw text alone and ends its own records
    /// with `record_end`.
    Newline newline = Newline::lf;
    Newline record_end = Newline::lf;  ///< the most common line end between records: lf, crlf or cr
    char delimiter = ',';
};

}  // namespace daicho
