#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "grammars/base/finding.hpp"
#include "grammars/characters/character_authority.hpp"
#include "grammars/values/value_type.hpp"
#include "models/engine/address_reference.hpp"
#include "models/engine/corporation_reference.hpp"
#include "models/engine/mixed_pairs.hpp"
#include "models/engine/reference_data.hpp"

namespace daicho {

struct InspectionOptions {
    Reading reading;
    const ReferenceData* reference = nullptr;            ///< null: nothing is asked
    const AddressReference* addresses = nullptr;         ///< null: addresses are not looked up
    const CorporationReference* corporations = nullptr;  ///< null: corporations are not looked up
    const CharacterAuthority* characters = nullptr;      ///< knows substitutes and variations; null: unknown
    std::string as_of;                                   ///< YYYY-MM-DD, or empty
    std::string area;          ///< of the table, as `area_of` gives it; empty: not known
    std::string pattern;       ///< required pattern to check for; empty: the best
    bool levels_only = false;  ///< of the findings only those that block a level are wanted
    bool by_member =
        false;  ///< records name their values (JSON, XML): what is empty everywhere has no column
};

/// `level`, or the one below `blocked` where that is lower; `Level::none` as `blocked` blocks nothing.
Level lowered(Level level, Level blocked);

/// What a batch was found to be. Reused from batch to batch.
struct Inspection {
    std::vector<Finding> findings;             ///< in order of record and column
    std::vector<std::optional<Level>> levels;  ///< of each record; none: a blank one
    std::vector<bool> ragged;  ///< of each record: it has too few or too many cells, which may have shifted
    std::vector<std::uint64_t> keys;  ///< for each record and unique key its hash, 0 where a part is missing
    std::vector<std::uint64_t>
        references;       ///< for each record and reference: hash of the item, of the target
    PairSightings pairs;  ///< marks that are written with one of two codes

    void clear();
    /// A finding about `record` of the batch, from 0, keeps it from the level `blocked`.
    void lower(std::size_t record, Level blocked);
};

}  // namespace daicho
