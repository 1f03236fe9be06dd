#pragma once

#include <cstdint>
#include <string>

#include "grammars/base/language.hpp"
#include "grammars/formats/read_options.hpp"
#include "grammars/values/value_type.hpp"
#include "models/dataset/dataset_source.hpp"
#include "models/dataset/models.hpp"

namespace daicho {

/// How a model is drafted.
struct InferOptions {
    ReadOptions read;
    Reading reading;
    std::string name;  ///< of the model; its last part is the class
    Language language = Language::ja;
};

/// A model file drafted from a dataset.
struct DraftModel {
    std::string text;  ///< with comments that say what each guess rests on
    std::uint64_t records = 0;
    std::size_t items = 0;
};

/// Drafts a model that every value of the dataset fits, as it stands or in another notation. Reads `source`
/// once, in memory that does not depend on its length. Throws Error where it cannot be read or has no column.
DraftModel infer_model(DatasetSource source, const InferOptions& options, Models& models);

}  // namespace daicho
