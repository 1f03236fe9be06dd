#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "grammars/base/finding.hpp"
#include "grammars/base/record_place.hpp"
#include "models/dataset/cell_exchange.hpp"
#include "models/dataset/check_listener.hpp"
#include "models/dataset/check_options.hpp"
#include "models/dataset/models.hpp"

namespace daicho {

struct FixRequest {
    CheckOptions check;  ///< without `map`: a fixed table keeps its columns
    /// Which findings are to be fixed; empty: all. Called for findings with a safe repair only.
    std::function<bool(const Finding&)> wanted;
    /// Stands between the check and the fix, where findings are known or weigh otherwise; empty: nothing
    /// does.
    std::function<std::unique_ptr<CheckListener>(CheckListener& next)> sieve;
};

/// What a fix came to.
struct FixOutcome {
    std::string bytes;             ///< the whole table, fixed
    std::vector<FixedCell> cells;  ///< in the order of the table
    /// Takes the fix back: `daicho patch` makes of `bytes` what there was, byte for byte.
    std::string undo;
    std::uint64_t errors_left = 0;  ///< errors of the fixed table
    std::uint64_t not_written = 0;  ///< cells that cannot be written again: broken bytes, repeated headers
    PlaceForm places;               ///< how `FixedCell::place` is told
    std::string model;              ///< that the table was checked against; empty: none
};

/// Fixes in a table what has a repair that cannot change the meaning, and nothing else: every byte that no
/// repair touches stays, quotation marks, line ends and order included. What a repair brings to light is
/// fixed as well, so that fixing twice is fixing once. `bytes` are of a table of text (CSV, TSV) or JSON
/// records; throws Error for other forms, where cells cannot be exchanged, and where the table cannot be
/// read.
FixOutcome fix(std::string bytes, const std::string& name, const FixRequest& request, Models& models);

}  // namespace daicho
