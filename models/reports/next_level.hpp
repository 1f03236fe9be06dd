#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "models/reports/report.hpp"
#include "models/rules/tally.hpp"

namespace daicho {

/// The level above the one a file has reached, and what keeps it from there.
struct NextLevel {
    Level level = Level::lv1;
    std::vector<std::size_t> lines;  ///< of the tally, most findings first
};

/// Nothing where the file has no level, or where nothing that was found keeps it from a higher one.
std::optional<NextLevel> next_level(const FileVerdict& verdict, const Tally& tally);

}  // namespace daicho
