#include "models/engine/model_choice.hpp"

#include <algorithm>

namespace daicho {

std::vector<ModelFit> rank_models(ModelSet& models, std::span<const std::string> headings,
                                  std::span<const ColumnEvidence> evidence) {
    std::vector<ModelFit> ranked;
    for (const auto& entry : models.entries()) {
        if (entry.part) continue;
        const Model& model = models.get(entry.model + "/" + entry.class_name);
        const Binding binding = bind_columns(model, headings, evidence);
        if (binding.bound() > 0) ranked.push_back({&model, fit(model, binding, headings)});
    }
    std::ranges::stable_sort(ranked, std::ranges::greater{}, &ModelFit::fit);
    return ranked;
}

const Model& no_model() {
    static const Model model = [] {
        Model empty;
        empty.patterns.emplace_back();
        return empty;
    }();
    return model;
}

}  // namespace daicho
