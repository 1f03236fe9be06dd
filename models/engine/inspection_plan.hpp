#pragma once

#include <cstdint>
#include <vector>

#include "models/engine/address_check.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/column_check.hpp"
#include "models/engine/corporation_check.hpp"
#include "models/engine/field_characters.hpp"
#include "models/engine/finding_maker.hpp"
#include "models/engine/inspection.hpp"
#include "models/engine/model.hpp"
#include "models/engine/reading_pairs.hpp"

namespace daicho {

/// A column whose values are asked for by rules, keys and the like.
struct AskedColumn {
    std::uint32_t column = 0;
    std::uint32_t check = 0;  ///< of `InspectionPlan::columns`
    std::size_t slot = 0;
    bool repeated = false;  ///< an earlier one is of the same slot
};

/// What is settled before the first record of a table: which columns are checked as what, and what of the
/// model can be broken by a table with these columns.
struct InspectionPlan {
    const RequiredPattern* pattern = nullptr;           ///< the nearest one, or the one that was asked for
    std::vector<Finding> missing_columns;               ///< its items that have no column
    std::vector<const RequiredPattern::Group*> groups;  ///< of the pattern; those that have a column
    Level ceiling = Level::lv2s;                        ///< the highest level that any record can reach
    FieldCharacters characters;
    const CharacterCheck* of_refused = nullptr;  ///< for what a grammar refused
    std::vector<ColumnCheck> columns;
    std::vector<const ModelRule*> rules;         ///< those that records can break
    std::vector<Finding> broken_rules;           ///< of those that have no column at all and ask for one
    std::vector<AddressCheck> addresses;         ///< of those that have columns
    std::vector<CorporationCheck> corporations;  ///< of those whose number has a column
    std::vector<ReadingPair> readings;           ///< of texts that have a column
    std::vector<AskedColumn> asked;
    bool needs_values = false;  ///< whether anything asks for more than single cells
};

/// All must outlive the plan. Throws Error where the model has no such pattern as `options` ask for.
InspectionPlan plan_inspection(const Model& model, const Binding& binding, const FindingMaker& findings,
                               const InspectionOptions& options);

}  // namespace daicho
