#include "models/dataset/output_kind.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <string>

#include "models/export/exported_model.hpp"
#include "models/export/jsonld_context.hpp"

namespace daicho {

namespace {

using Way = OutputKind::Way;

class KindMaker {
 public:
    KindMaker(const ExportedModel& model, const std::set<std::string>& paths)
        : model_(model), paths_(paths) {}

    OutputKind make() {
        const ExportedClass& root = model_.root();
        kind_.name = record_name(model_);
        kind_.prefix = root.prefix;
        kind_.uri = root.uri;
        for (const FoundCodes& list : model_.codes) {
            const auto& spaces = list.source->tree.namespaces;
            if (!spaces.empty() && kind_.codes_uri.empty()) kind_.codes_uri = spaces.front().uri;
        }
        JsonWriter json(kind_.context);
        write_jsonld_context(json, model_, &paths_);
        add_patterns(root, {}, 0);
        return std::move(kind_);
    }

 private:
    /// As deep as a compiled model goes.
    static constexpr std::size_t deepest = 4;

    void add_patterns(const ExportedClass& of, const Way& way, std::size_t depth) {
        if (depth == deepest) return;
        std::vector<OutputKind::Pattern> patterns;
        for (const auto* pattern : of.patterns) {
            OutputKind::Pattern& made = patterns.emplace_back();
            made.name = pattern->name.text;
            for (const auto& item : pattern->items)
                (item.may_be_empty ? made.may_be_empty : made.required).push_back(way_to(of, item.path.text));
        }
        if (!patterns.empty()) kind_.patterns.emplace(way, std::move(patterns));
        for (const ExportedItem& item : of.items) {
            if (item.classes.size() != 1) continue;
            Way below = way;
            below.push_back(item.name);
            add_patterns(model_.classes[item.classes.front()], below, depth + 1);
        }
    }

    Way way_to(const ExportedClass& of, const std::string& path) const {
        Way way;
        for (const ExportedItem* item : way_of(model_, of, path)) way.push_back(item->name);
        return way;
    }

    const ExportedModel& model_;
    const std::set<std::string>& paths_;
    OutputKind kind_;
};

/// The column that tells records apart: of the first key of one item.
std::optional<std::size_t> key_column(const Model& model, std::span<const TargetColumn> targets) {
    for (const auto& unique : model.uniques) {
        if (unique.size() != 1) continue;
        const auto found = std::ranges::find(targets, std::optional(unique.front()), &TargetColumn::slot);
        if (found != targets.end()) return static_cast<std::size_t>(found - targets.begin());
    }
    return std::nullopt;
}

void add_codes(const ExportedModel& model, const Model& compiled, std::span<const TargetColumn> targets,
               std::vector<OutputColumn>& columns) {
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (!targets[i].slot) continue;
        const Slot& slot = compiled.slots[*targets[i].slot];
        if (!slot.codes || slot.form != syntax::CodeForm::both || !slot.separator.empty()) continue;
        const auto way = way_of(model, model.root(), slot.path);
        if (way.empty() || way.back()->codes == ExportedItem::none) continue;
        auto codes = std::make_shared<std::vector<std::pair<std::string, std::string>>>();
        for (const auto& code : model.codes[way.back()->codes].codes)
            codes->emplace_back(code.code, code.label.ja);
        columns[i].codes = std::move(codes);
    }
}

}  // namespace

OutputKind output_kind(ModelSet& models, const Model& model, std::string_view reference,
                       std::span<const TargetColumn> targets, bool english_names,
                       std::vector<OutputColumn>& columns) {
    const ExportedModel exported = exported_model(models, models.find(reference), !english_names);
    add_codes(exported, model, targets, columns);
    std::set<std::string> paths;
    for (const TargetColumn& target : targets) {
        if (target.slot) paths.insert(model.slots[*target.slot].path);
    }
    OutputKind kind = KindMaker(exported, paths).make();
    kind.id = key_column(model, targets);
    return kind;
}

}  // namespace daicho
