#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/engine/binding.hpp"
#include "models/engine/model_set.hpp"

namespace daicho {

/// How well a class fits a table.
struct ModelFit {
    const Model* model = nullptr;
    double fit = 0;  ///< 0..1, see `fit`
};

/// How well a table that is bound to a model fits it, 0..1: the harmonic mean of the share of its columns
/// that are items (half where only the values say so) and of how much their headers set the model apart from
/// all others in the index. Of models that fit alike, the one of which less is missing fits a little better;
/// one of which the table lacks what `models/index/needed.tsv` asks for fits half as well.
double fit(const ModelIndex& index, const Model& model, const Binding& binding,
           std::span<const std::string> headers);

/// The `most` classes of the models compiled in that fit best, and at least so well, best first; those to
/// which no column belongs are left out. Equal fits keep the order of the files. Only classes are read that
/// may be among them.
std::vector<ModelFit> rank_models(ModelSet& models, std::span<const std::string> headers,
                                  std::span<const ColumnEvidence> evidence, std::size_t most,
                                  double least = 0);

/// A fit from which on a model may be chosen for a table without being asked.
inline constexpr double convincing_fit = 0.65;

/// The class that fits best, and behind it those that fit exactly as well; none where no fit is convincing.
/// Asks fewer classes than the best ones by number do, since only these have to be found.
std::vector<ModelFit> convincing_models(ModelSet& models, std::span<const std::string> headers,
                                        std::span<const ColumnEvidence> evidence);

/// A class without items: a table is checked by what its columns hold, and has no level.
const Model& no_model();

}  // namespace daicho
