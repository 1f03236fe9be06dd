#pragma once

#include <functional>
#include <vector>

#include "registries/store/outline_piece.hpp"

namespace daicho {

/// Cells that one outline may have. The widest municipality has 2,200.
constexpr std::size_t most_outline_cells = 20'000;

/// Cuts an outline into its pieces, in no particular order. What lies outside of Japan is left out, and what
/// is beyond `most_outline_cells`.
void cut_outline(std::vector<GridRing> rings, const std::function<void(const OutlinePiece&)>& use);

}  // namespace daicho
