#pragma once

#include <string>

#include "tests/bench/address_truth/scores.hpp"

namespace daicho::truth {

/// Says on standard error which measures of `set` fall short of the table at `path`; false where one does.
bool reaches_least(const std::string& path, const std::string& set, const Scores& scores);

}  // namespace daicho::truth
