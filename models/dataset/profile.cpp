#include "models/dataset/profile.hpp"

#include <span>

#include "models/dataset/best_table.hpp"
#include "models/dataset/first_table.hpp"
#include "models/dataset/model_access.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/model_choice.hpp"
#include "models/readability/readability_watch.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_models = 3;
constexpr double least_fit = 0.6;

double confidence_of(BoundBy how, const ColumnKind& kind) {
    switch (how) {
        case BoundBy::label:
            return 1;
        case BoundBy::english:
        case BoundBy::alias:
        case BoundBy::legacy:
            return 0.95;
        case BoundBy::typo:
            return 0.8;
        case BoundBy::content:
            return kind.confidence;
        case BoundBy::position:
        case BoundBy::mapping:
        case BoundBy::nothing:
            break;
    }
    return 0;
}

std::vector<ItemOfColumn> items_of(const Model& model, const TableReader& table, const TableFacts& facts,
                                   std::span<const ColumnEvidence> evidence) {
    const Binding binding = bind_columns(model, table.header(), evidence);
    std::vector<ItemOfColumn> items(facts.columns.size());
    for (std::size_t column = 0; column < items.size(); ++column) {
        const ColumnBinding& bound = binding.columns[column];
        if (!bound.slot) continue;
        const Slot& slot = model.slots[*bound.slot];
        items[column] = {
            slot.path, {slot.long_label, slot.path}, confidence_of(bound.how, facts.columns[column].kind)};
    }
    return items;
}

/// Adds the models that fit and, of the best one, the items of the columns.
void add_models(DatasetProfile& profile, const TableReader& table, Models& models) {
    std::vector<ColumnEvidence> evidence;
    for (const ColumnFacts& column : profile.table.columns) {
        evidence.push_back(evidence_of(column.kind, column.filled != 0));
    }
    profile.items.resize(evidence.size());
    ModelAccess known(models);
    const std::vector<ModelFit> ranked =
        rank_models(*known, table.header(), evidence, most_models, least_fit);
    for (const ModelFit& model : ranked) {
        const syntax::Text& label = model.model->label;
        const Text name{label.ja, label.en.empty() ? label.ja : label.en};
        profile.models.push_back({model.model->name, name, model.fit});
    }
    if (profile.models.empty()) return;
    profile.items = items_of(*ranked.front().model, table, profile.table, evidence);
}

}  // namespace

DatasetProfile profile(DatasetSource source, const ReadOptions& options, const Reading& reading,
                       Models& models) {
    DatasetProfile profile;
    profile.path = std::move(source.name);
    ReadOptions read = options;
    read.layout = true;
    const auto table = first_table(best_table(open_table(std::move(source.bytes), read), "auto", models));
    ReadabilityWatch watch;
    profile.table = profile_table(*table, reading, [&](const Batch& batch, const TableFacts& facts) {
        watch.add(batch, facts, table->header_place());
    });
    watch.finish(profile.table);
    profile.form = table_form(*table);
    profile.readability = judge_readability(profile.table, profile.form);
    profile.sheets = table->sheets();
    add_models(profile, *table, models);
    return profile;
}

}  // namespace daicho
