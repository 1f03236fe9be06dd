#pragma once

#include <cstdint>
#include <string>

#include "grammars/base/os.hpp"

namespace daicho {

/// What one pass over the bytes of an input as UTF-8 shows.
struct ByteSurvey {
    bool ascii = true;  ///< no byte beyond ASCII
    bool escape = false;
    bool cut = false;  ///< nothing is invalid but the beginning of a character at the end
    std::uint64_t size = 0;
    std::uint64_t nuls[2] = {0,
                             0};  ///< at even and at odd offsets from where the text begins, without padding
    std::uint64_t padding = 0;    ///< bytes 0 at the end that no encoding needs
    std::uint64_t nul_runs = 0;   ///< places where one or more stand
    std::string tail = {};        ///< the last bytes, four at most
    std::uint64_t short_forms = 0;  ///< characters of two bytes
    std::uint64_t long_forms = 0;   ///< of three and more
    std::uint64_t invalid = 0;      ///< bytes that are no character; not all where they are clearly the most

    bool nul() const { return nuls[0] + nuls[1] != 0; }
    /// Bytes 0 between nearly all others, as wide characters have them and texts with padding do not.
    bool nuls_between() const { return nul_runs >= 4 && 4 * nul_runs > size - padding; }
    bool utf8() const { return invalid == 0; }
    /// What is beyond ASCII is UTF-8 save for some places. Of characters of two bytes other encodings have
    /// some by chance.
    bool nearly_utf8() const { return cut || (!utf8() && long_forms + short_forms / 4 >= invalid); }
};

/// Reads all of a rewindable source behind its first `skip` bytes.
ByteSurvey survey_bytes(ByteSource& source, std::size_t skip);

}  // namespace daicho
