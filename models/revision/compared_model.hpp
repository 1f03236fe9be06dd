#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/engine/model_set.hpp"

namespace daicho {

/// A class as it is compared. Points into the `ModelSet` that it was made from.
struct ComparedClass {
    FoundClass found;
    std::vector<const syntax::Item*> items;
    std::vector<std::pair<const syntax::Class*, const syntax::Rule*>> rules;
    std::vector<const syntax::Unique*> uniques;
    std::vector<const syntax::Reference*> references;
};

/// One side of a comparison: a model as it is written, or a class with all that it extends and nests.
struct ComparedModel {
    std::string name;                    ///< as the report calls it
    const ModelSource* whole = nullptr;  ///< of a model; null: the first class is what is compared
    std::vector<ComparedClass> classes;
    std::vector<FoundCodes> codes;
};

/// A model by its name or path, or a class ("Person", "mine.gifm#Person"). Throws Error where there is none.
ComparedModel compared_model(ModelSet& models, const std::string& name);

/// The class of `model` that is called like the first of `other`, with all that it extends and nests. Throws
/// Error where there is none.
ComparedModel class_like(ModelSet& models, const ComparedModel& model, const ComparedModel& other);

}  // namespace daicho
