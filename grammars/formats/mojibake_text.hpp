#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/mojibake.hpp"

namespace daicho {

/// A text of lines and cells (separated by commas, tabs and quotation marks) in blocks of whole lines, which
/// can be read again: what went wrong with all of it is known only when all of it was seen.
class LineBlocks {
 public:
    virtual ~LineBlocks() = default;
    /// Fills `block` with the next lines, their line ends included; false at the end.
    virtual bool next(std::string& block) = 0;
    /// The next block is the first one again.
    virtual void rewind() = 0;
};

/// A part of a text that is garbled, or looks so.
struct GarbledPart {
    std::uint64_t line = 0;                     ///< 1-based, in the block
    std::size_t offset = 0;                     ///< in bytes of the block
    std::string_view value;                     ///< of the block
    std::optional<MojibakeRepair> repair = {};  ///< nothing: it looks garbled, and nothing is proven
};

/// What is to be done about a text.
struct RepairPlan {
    bool garbled = false;  ///< there are garbled parts, or parts that look so
    /// What every part beyond ASCII went through, so that parts too short to prove it by themselves are
    /// repaired with the others; empty: nothing.
    std::vector<Misreading> everywhere;
    bool whole = false;  ///< it went through that, and has several parts
};

/// Reads all of `text`, twice where parts of it were repaired.
RepairPlan plan_repair(LineBlocks& text);

/// The garbled parts of a block.
std::vector<GarbledPart> find_garbled_parts(std::string_view block, const RepairPlan& plan);

/// The block with its parts repaired, all else as it was.
std::string repaired_text(std::string_view block, std::span<const GarbledPart> parts);

}  // namespace daicho
