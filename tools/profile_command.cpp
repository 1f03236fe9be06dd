#include <span>
#include <string>
#include <vector>

#include "models/engine/binding.hpp"
#include "models/engine/model_choice.hpp"
#include "tools/command.hpp"
#include "tools/known_places.hpp"
#include "tools/option_list.hpp"
#include "tools/profile_report.hpp"
#include "tools/report_form.hpp"
#include "tools/table_notes.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

struct ProfileOptions {
    std::string input;
    ReportForm form = ReportForm::text;
    ReadOptions read;
};

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
                                   std::span<const ColumnEvidence> evidence, Language language) {
    const Binding binding = bind_columns(model, table.header(), evidence);
    std::vector<ItemOfColumn> items(facts.columns.size());
    for (std::size_t column = 0; column < items.size(); ++column) {
        const ColumnBinding& bound = binding.columns[column];
        if (!bound.slot) continue;
        const Slot& slot = model.slots[*bound.slot];
        items[column] = {slot.path, language == Language::ja ? slot.long_label : slot.path,
                         confidence_of(bound.how, facts.columns[column].kind)};
    }
    return items;
}

/// Adds the models that fit and, of the best one, the items of the columns.
void add_models(FileProfile& profile, const TableReader& table, Language language) {
    std::vector<ColumnEvidence> evidence;
    for (const ColumnFacts& column : profile.table.columns) {
        evidence.push_back({column.kind.type, column.filled != 0});
    }
    profile.items.resize(evidence.size());
    ModelSet models;
    const std::vector<ModelFit> ranked = rank_models(models, table.header(), evidence, most_models);
    for (const ModelFit& model : ranked) {
        if (model.fit < least_fit) break;
        const syntax::Text& label = model.model->label;
        const bool english = language == Language::en && !label.en.empty();
        profile.models.push_back({model.model->name, english ? label.en : label.ja, model.fit});
    }
    if (profile.models.empty()) return;
    profile.items = items_of(*ranked.front().model, table, profile.table, evidence, language);
}

Exit profile(const ProfileOptions& options, const Session& session) {
    const auto table = open_table(require_input(options.input), options.read);
    FileProfile profile;
    profile.path = options.input;
    profile.table = profile_table(*table, {.addresses = &known_places()});
    profile.dialect = table->dialect();
    add_models(profile, *table, session.language);
    session.out << (options.form == ReportForm::json ? profile_json(profile, session)
                                                     : profile_text(profile, session));
    return profile.table.records == 0 ? Exit::findings : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_profile(OptionList& list) {
    auto action = std::make_unique<ActionOf<ProfileOptions>>(profile);
    ProfileOptions& options = action->options;
    list.argument("FILE", options.input, {"表のファイル（- は標準入力）", "Table file (-: standard input)"});
    add_report_form(list, options.form);
    add_read_options(list, options.read, "");
    return action;
}

}  // namespace daicho
