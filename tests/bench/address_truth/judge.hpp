#pragma once

#include <string>
#include <string_view>

#include "tests/bench/address_truth/truth_set.hpp"

namespace daicho::truth {

/// An address that was asked, and what is known of its place.
struct Asked {
    std::string text;
    std::string municipality;  ///< 5 or 6 digits
    std::string street;        ///< what follows the municipality; empty: to be found in the text
    std::string postal_code;   ///< 7 digits; empty: not known
};

/// The answer in one line.
std::string told(const AddressAnswer& answer);

/// Whether the text has the name of the town that was answered.
bool names_town(const Bench& bench, const Asked& asked, const AddressAnswer& answer);

/// Counts "municipality". False where it is not right, so that nothing below it can be.
bool judge_municipality(const Bench& bench, const Asked& asked, const AddressAnswer& answer, Scores& scores);

/// Counts "town": whether one was found, and whether it is the longest name that the street begins with.
void judge_town(const Bench& bench, const Asked& asked, const AddressAnswer& answer, Scores& scores);

/// Counts "postal code": whether the town is one that the code is of.
void judge_postal_code(const Bench& bench, const Asked& asked, const AddressAnswer& answer, Scores& scores);

/// Asks, and counts all three.
void judge(const Bench& bench, const Asked& asked, Scores& scores);

}  // namespace daicho::truth
