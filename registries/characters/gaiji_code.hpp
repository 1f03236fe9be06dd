#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// How the code of an own character is meant.
enum class GaijiCodeForm : unsigned char {
    character,         ///< it stands in texts as `unit`
    unicode_or_cp932,  ///< four digits that are both: F040 is U+F040, and the first user-defined code of
                       ///< CP932, U+E000
    own,               ///< a number of its system, which is no character in texts
};

struct GaijiCode {
    GaijiCodeForm form = GaijiCodeForm::own;
    std::string unit;           ///< by Unicode where both are possible
    std::string cp932;          ///< the unit by CP932, where both are possible
    bool bare_unicode = false;  ///< written without a word for it, and possible as Unicode only
    bool bare_cp932 = false;    ///< and possible as CP932 only
};

/// Reads "U+E000", "E000", "F040", "SJIS F040", a character, or "100234". Four bare digits are taken for a
/// code of private use in Unicode or for a user-defined one of CP932; more of them are a number: other planes
/// are written U+100234.
GaijiCode read_gaiji_code(std::string_view text);

/// The character of a code of the user-defined part of CP932, F040 to F9FC, as "F040" or "0xf040"; empty for
/// all else.
std::string cp932_gaiji(std::string_view text);

}  // namespace daicho
