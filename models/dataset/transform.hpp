#pragma once

#include <optional>
#include <string>

#include "grammars/characters/shrinking.hpp"
#include "grammars/formats/write_options.hpp"
#include "models/dataset/check_options.hpp"
#include "models/dataset/dataset_source.hpp"
#include "models/dataset/dataset_target.hpp"
#include "models/dataset/models.hpp"
#include "models/dataset/transform_listener.hpp"

namespace daicho {

/// What a dataset is to become.
struct TransformRequest {
    CheckOptions check;              ///< its model is the one to write; "auto" with a `map`: what that makes
    std::string form = "csv";        ///< a name of the table of forms (`output_forms`)
    WriteOptions write;              ///< of a form of text
    bool english_names = false;      ///< headers in English
    bool apply_guesses = false;      ///< guessed repairs too
    bool take_readings = false;      ///< that a workbook has beside texts, for items that are empty
    bool fill_addresses = true;      ///< items of addresses that `check.knowledge.addresses` knows
    bool fill_corporations = false;  ///< empty corporate numbers, by `check.knowledge.corporation_search`
    std::optional<ShrinkPolicy> shrink;                ///< how characters outside a set are written by others
    ShrinkTarget repertoire = ShrinkTarget::jisx0213;  ///< that set
};

/// Writes the dataset that `source` holds to `target` in the shape of a model, with all repairs that cannot
/// change the meaning, and tells `listener` of every change and of what is left. What cannot be repaired
/// stays as it was written. Throws Error where source, model or target fail; then the target is not
/// committed.
TransformOutcome transform(DatasetSource source, const DatasetTarget& target, const TransformRequest& request,
                           Models& models, TransformListener& listener);

/// The same for whom the totals are enough.
TransformOutcome transform(DatasetSource source, const DatasetTarget& target, const TransformRequest& request,
                           Models& models);

}  // namespace daicho
