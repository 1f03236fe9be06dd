#pragma once

#include <string>
#include <vector>

#include "grammars/base/language.hpp"
#include "grammars/formats/table_form.hpp"
#include "models/dataset/dataset_source.hpp"
#include "models/dataset/models.hpp"
#include "models/engine/table_profile.hpp"
#include "models/readability/readability.hpp"

namespace daicho {

/// A model and how well it fits, best first in a list of them.
struct FittingModel {
    std::string name;  ///< gif.core.person/Person
    Text label;        ///< 個人; lives as long as the models
    double fit = 0;    ///< 0..1
};

/// The item of the best model that a column is mapped to.
struct ItemOfColumn {
    std::string path;       ///< English names; empty: none
    Text label;             ///< lives as long as the models
    double confidence = 0;  ///< 0..1
};

/// What a dataset is: how it is written, what its columns hold, which models fit.
struct DatasetProfile {
    std::string path;  ///< name of the source
    TableForm form;
    std::vector<SheetSummary> sheets;  ///< of a workbook
    TableFacts table;
    std::vector<FittingModel> models;
    std::vector<ItemOfColumn> items;  ///< one a column
    /// How machine-readable it is, by the 30 rules of the government.
    std::vector<ReadabilityVerdict> readability;
};

/// Reads `source` to its end. Throws Error where it cannot be read.
DatasetProfile profile(DatasetSource source, const ReadOptions& options, const Reading& reading,
                       Models& models);

}  // namespace daicho
