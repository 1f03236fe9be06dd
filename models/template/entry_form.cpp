#include "models/template/entry_form.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "grammars/base/error.hpp"
#include "grammars/formats/csv_cell.hpp"
#include "models/dataset/model_access.hpp"
#include "models/dataset/transform.hpp"
#include "models/dataset/validate.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/header.hpp"
#include "models/template/entry_values.hpp"

namespace daicho {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr int most_corrections = 40;

EntryNeed need_of(const EntryForm& form, std::size_t slot) {
    for (const auto& entry : form.pattern->entries) {
        if (entry.slot == slot) return entry.may_be_empty ? EntryNeed::may_be_empty : EntryNeed::required;
    }
    for (const auto& group : form.pattern->groups) {
        if (std::ranges::find(group.slots, slot) != group.slots.end()) return EntryNeed::one_of_group;
    }
    switch (form.model->slots[slot].requirement) {
        case syntax::Requirement::recommended:
            return EntryNeed::recommended;
        case syntax::Requirement::when_assigned:
            return EntryNeed::when_assigned;
        default:
            return EntryNeed::optional;
    }
}

/// How the files of a class write the items of nested classes side by side: `所在地_都道府県` for an item of
/// `所在地`.
class FlatLayout {
 public:
    explicit FlatLayout(const syntax::Class& tree) {
        for (const syntax::PathAlias& alias : tree.path_aliases) {
            const std::string first = step_of(alias.path.text);
            const auto item =
                std::ranges::find(tree.items, first, [](const auto& one) { return one.name.text; });
            if (item == tree.items.end() || alias.aliases.empty()) continue;
            headers_[alias.path.text] = alias.aliases.front().text;
            if (alias.aliases.front().text.starts_with(item->label.ja + "_")) flat_.insert(first);
        }
    }
    /// Whether the files have the item.
    bool has(const std::string& path) const {
        return !flat_.contains(step_of(path)) || path.find('.') == path.npos || headers_.contains(path);
    }
    /// Its header, or empty where nothing is said.
    std::string header(const std::string& path) const {
        const auto at = headers_.find(path);
        return at == headers_.end() || !flat_.contains(step_of(path)) ? "" : at->second;
    }

 private:
    static std::string step_of(const std::string& path) { return path.substr(0, path.find('.')); }

    std::map<std::string, std::string> headers_;  // of items, by path
    std::set<std::string> flat_;                  // items that are laid out so
};

/// Headers under which a reader finds the items again: the shortest that do. Of the classes of a union
/// several have an item of one name; it has one column.
void name_columns(EntryForm& form, const FlatLayout& layout, bool english_names) {
    std::multiset<std::string> keys;
    for (const EntryColumn& column : form.columns) keys.insert(header_key(form.slot_of(column).label));
    std::vector<std::string> headers;
    for (EntryColumn& column : form.columns) {
        const Slot& slot = form.slot_of(column);
        const bool alone = keys.count(header_key(slot.label)) == 1;
        const std::string flat = layout.header(slot.path);
        column.header = english_names   ? slot.path
                        : !flat.empty() ? flat
                        : alone         ? slot.label
                                        : slot.long_label;
        headers.push_back(column.header);
    }
    const auto names_of = {&Slot::long_label, &Slot::path};
    for (const auto name : names_of) {
        const Binding binding = match_columns(*form.model, headers, {});
        for (std::size_t i = 0; i < headers.size(); ++i) {
            EntryColumn& column = form.columns[i];
            if (binding.columns[i].slot == column.slot) continue;
            headers[i] = column.header = form.slot_of(column).*name;
        }
    }
    const Binding binding = match_columns(*form.model, headers, {});
    std::size_t i = 0;
    std::erase_if(form.columns,
                  [&](const EntryColumn& column) { return binding.columns[i++].slot != column.slot; });
}

/// Items of the classes of a union other than its first one: a record fills those of one class.
std::set<std::size_t> other_alternatives(const Model& model) {
    std::set<std::size_t> slots;
    for (const UnionPlan& plan : model.unions) {
        for (std::size_t i = 1; i < plan.alternatives.size(); ++i)
            slots.insert(plan.alternatives[i].slots.begin(), plan.alternatives[i].slots.end());
    }
    return slots;
}

std::string csv_row(const EntryForm& form, std::string EntryColumn::*text) {
    std::string row;
    for (const EntryColumn& column : form.columns) {
        if (&column != &form.columns.front()) row += ',';
        append_csv_cell(row, column.*text);
    }
    return row + "\r\n";
}

/// The items that a finding about the row of examples is about.
std::vector<std::size_t> slots_of(const Model& model, const Finding& finding) {
    std::vector<std::size_t> slots;
    for (const ModelRule& rule : model.rules) {
        if (rule.id == finding.rule.text) slots = rule.slots;
    }
    if (!slots.empty()) return slots;
    if (const auto slot = model.find_slot(finding.item)) return {*slot};
    return {};
}

/// Takes the example of one optional item away that `finding` is about; whether there was one.
bool take_back(EntryForm& form, const Finding& finding) {
    const std::vector<std::size_t> slots = slots_of(*form.model, finding);
    const auto about = [&](const EntryColumn& column) {
        return !column.example.empty() && column.need < EntryNeed::required &&
               std::ranges::find(slots, column.slot) != slots.end();
    };
    const auto at = std::find_if(form.columns.rbegin(), form.columns.rend(), about);
    if (at == form.columns.rend()) return false;
    at->example.clear();
    return true;
}

void settle_examples(EntryForm& form, Models& models) {
    CheckOptions options;
    options.model = form.reference;
    options.threads = 1;
    for (int i = 0; i < most_corrections; ++i) {
        bool changed = false;
        const CheckResult result = validate(memory_source(entry_csv(form), "form.csv"), options, models);
        for (const Finding& finding : result.findings) {
            if (finding.severity != Severity::info && finding.record > 0)
                changed = take_back(form, finding) || changed;
        }
        if (!changed) return;
    }
}

const RequiredPattern* asked_pattern(const Model& model, const std::string& name) {
    if (name.empty()) return &model.patterns.front();
    if (const RequiredPattern* pattern = model.find_pattern(name)) return pattern;
    std::string names;
    for (const RequiredPattern& one : model.patterns) {
        if (!one.name.empty()) names += (names.empty() ? "" : ", ") + one.name;
    }
    throw Error{ErrorKind::usage,
                model.class_name + " に必須パターン「" + name + "」はありません。使えるもの: " + names,
                model.class_name + " has no required pattern '" + name + "' (choices: " + names + ")"};
}

void refuse_unknown_items(const Model& model) {
    if (!model.unknown_items && !model.slots.empty()) return;
    throw Error{ErrorKind::usage, model.class_name + " の項目は公表されていないため、様式を作れません。",
                "the items of " + model.class_name + " are not published; no form can be made"};
}

}  // namespace

EntryForm entry_form(Models& models, const std::string& name, const EntryOptions& options) {
    EntryForm form;
    const FlatLayout layout(*ModelAccess(models)->find(name).tree);
    form.model = &ModelAccess(models)->get(name);
    refuse_unknown_items(*form.model);
    form.reference = name.find(".gifm") == name.npos ? form.model->name : name;
    form.pattern = asked_pattern(*form.model, options.pattern);
    const std::set<std::size_t> others = other_alternatives(*form.model);
    for (std::size_t i = 0; i < form.model->slots.size(); ++i) {
        const Slot& slot = form.model->slots[i];
        const EntryNeed need = need_of(form, i);
        if (slot.extension && !options.extensions && need < EntryNeed::may_be_empty) continue;
        if (!layout.has(slot.path) && need < EntryNeed::may_be_empty) continue;
        if (slot.requirement == syntax::Requirement::forbidden) continue;
        form.columns.push_back({"", i, need, others.contains(i) ? "" : example_value(slot)});
    }
    if (!form.model->positional) name_columns(form, layout, options.english_names);
    settle_examples(form, models);
    return form;
}

std::string entry_csv(const EntryForm& form) {
    std::string text(byte_order_mark);
    if (!form.model->positional) text += csv_row(form, &EntryColumn::header);
    return text + csv_row(form, &EntryColumn::example);
}

std::string entry_json(Models& models, const EntryForm& form, bool english_names) {
    TransformRequest request;
    request.check.model = form.reference;
    request.check.threads = 1;
    request.form = "json";
    request.english_names = english_names;
    std::string json;
    transform(memory_source(entry_csv(form), "form.csv"), memory_target(json), request, models);
    return json;
}

}  // namespace daicho
