#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tools/gate/gate_judge.hpp"

namespace daicho {

/// What one run found, as a line of the history says it.
struct HistoryLine {
    std::string day, commit;
    bool passed = true;
    std::uint64_t files = 0, records = 0, errors = 0, warnings = 0, infos = 0, known = 0, fixed = 0;
    std::map<std::string, std::uint64_t, std::less<>> rules;
};

/// Adds a line for this run to the JSON Lines at `path`, which is made where it is missing. `commit` may be
/// empty.
void add_to_history(const std::string& path, const std::string& day, const std::string& commit,
                    const GateTotals& totals, bool passed);

/// The lines of a history, oldest first. Throws Error with the line where it is none.
std::vector<HistoryLine> read_history(const std::string& path);

}  // namespace daicho
