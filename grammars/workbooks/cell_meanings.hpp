#pragma once

#include <cstdint>
#include <vector>

#include "grammars/workbooks/number_format.hpp"
#include "grammars/workbooks/shared_strings.hpp"

namespace daicho {

/// What the cells of a sheet are read with.
struct CellMeanings {
    const SharedStrings& strings;
    const std::vector<NumberFormat>& formats;  ///< by the style of a cell
    DateSystem dates = DateSystem::from_1900;
    const std::vector<std::uint8_t>* looks = nullptr;  ///< `cell_trait` by the style of a cell

    const NumberFormat& format(std::size_t style) const {
        static const NumberFormat general;
        return style < formats.size() ? formats[style] : general;
    }
    std::uint8_t look(std::size_t style) const {
        return looks && style < looks->size() ? (*looks)[style] : std::uint8_t{0};
    }
};

}  // namespace daicho
