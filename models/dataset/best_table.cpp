#include "models/dataset/best_table.hpp"

#include <vector>

#include "models/dataset/model_access.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/model_choice.hpp"

namespace daicho {

namespace {

/// By headers alone: how well the table fits the model (how many columns belong to it), or the best of all.
double fit_of(const TableReader& table, const std::string& model, ModelSet& models) {
    if (!table.has_header()) return 0;
    const auto& headers = table.header();
    const std::vector<ColumnEvidence> nothing_known(headers.size());
    if (model == "auto") {
        const auto best = convincing_models(models, headers, nothing_known);
        return best.empty() ? 0 : best.front().fit;
    }
    const Binding binding = bind_columns(models.get(model), headers, nothing_known);
    double bound = 0;
    for (const ColumnBinding& column : binding.columns) bound += column.slot.has_value();
    return bound;
}

}  // namespace

std::unique_ptr<TableReader> best_table(std::unique_ptr<TableReader> table, const std::string& model,
                                        Models& models) {
    const auto likely = model == "none" ? std::vector<std::size_t>() : table->likely_tables();
    if (likely.size() < 2) return table;
    ModelAccess known(models);
    std::size_t best = 0;
    double best_fit = fit_of(*table, model, *known);
    for (std::size_t i = 1; i < likely.size(); ++i) {
        const double fit = fit_of(*table->open_other(likely[i]), model, *known);
        if (fit <= best_fit) continue;
        best_fit = fit;
        best = i;
    }
    return best == 0 ? std::move(table) : table->open_other(likely[best]);
}

}  // namespace daicho
