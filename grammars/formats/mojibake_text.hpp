#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/mojibake.hpp"

namespace daicho {

/// A part of a text that is garbled, or looks so.
struct GarbledPart {
    std::uint64_t line = 0;                     ///< 1-based
    std::size_t offset = 0;                     ///< in bytes of the text
    std::string_view value;                     ///< of the text that was given
    std::optional<MojibakeRepair> repair = {};  ///< nothing: it looks garbled, and nothing is proven
};

struct TextRepair {
    std::vector<GarbledPart> parts;
    /// Every part beyond ASCII went through the same mistakes, which were undone everywhere: then parts too
    /// short to prove it by themselves are repaired with the others.
    bool whole = false;
};

/// Looks for garbled parts of a text of lines and cells (separated by commas, tabs and quotation marks).
TextRepair find_garbled_parts(std::string_view text);

/// The text with its parts repaired, all else as it was.
std::string repaired_text(std::string_view text, const TextRepair& repair);

}  // namespace daicho
