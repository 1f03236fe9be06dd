#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "registries/address/address_matcher.hpp"
#include "tests/bench/address_truth/known_facts.hpp"
#include "tests/bench/address_truth/scores.hpp"

namespace daicho::truth {

/// What a set is measured with.
struct Bench {
    const AddressMatcher& matcher;
    const KnownFacts& facts;
    std::string data;         ///< the folder of the publications
    std::uint64_t every = 1;  ///< one of so many rows is asked
    std::uint64_t seed = 1;   ///< of spellings
    std::uint64_t mixed = 4;  ///< spellings of several habits for each row
};

/// Addresses whose place is known.
struct TruthSet {
    std::string_view name;
    std::string_view what;
    void (*measure)(const Bench& bench, Scores& scores);
};

void measure_corporations(const Bench& bench, Scores& scores);
void measure_shelters(const Bench& bench, Scores& scores);
void measure_points(const Bench& bench, Scores& scores);
void measure_residences(const Bench& bench, Scores& scores);
void measure_parcels(const Bench& bench, Scores& scores);
void measure_towns(const Bench& bench, Scores& scores);
void measure_municipal_files(const Bench& bench, Scores& scores);
void measure_old_municipalities(const Bench& bench, Scores& scores);
void measure_universities(const Bench& bench, Scores& scores);
void measure_school_codes(const Bench& bench, Scores& scores);

}  // namespace daicho::truth
