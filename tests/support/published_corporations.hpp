#pragma once

#include <string>
#include <vector>

#include "tests/support/scratch_folder.hpp"

namespace daicho {

/// The complete files of four prefectures, as of 2020-06-05. Ends the program as `shared_data` where there
/// are none; so do the others.
std::vector<std::string> complete_corporations();

/// Every row that was published of these prefectures from 2021-07-14 to 2026-08-21: makes a difference file
/// of each day in a folder of `scratch`, and gives its path.
std::string write_corporation_days(const ScratchFolder& scratch);

/// Corporations of all prefectures, one in a hundred, as of 2020-06-05.
std::string sample_of_corporations();

}  // namespace daicho
