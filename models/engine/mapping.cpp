#include "models/engine/mapping.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/parse_number.hpp"
#include "grammars/model_language/parse_model.hpp"
#include "grammars/text/join.hpp"
#include "grammars/text/nearest.hpp"
#include "grammars/values/no_such_kind.hpp"
#include "models/engine/header.hpp"

namespace daicho {

namespace {

/// How a value of the parameter looks: its limits where it has some, else an example of its kind.
std::string form_of(const syntax::Type& type, const ValueType& kind) {
    if (!type.minimum && !type.maximum) return std::string(kind.form);
    return type.minimum.value_or("") + ".." + type.maximum.value_or("");
}

std::string label_of(const syntax::Text& label, const std::string& name, bool ja) {
    const std::string& text = ja || label.en.empty() ? label.ja : label.en;
    return text.empty() ? name : text;
}

}  // namespace

Mapping::Mapping(const TransformSource& source, const Model& target, std::span<const std::string> headers,
                 const Settings& settings, bool keep_unmapped, const Model* origin)
    : source_(source),
      model_(target),
      origin_(origin),
      source_headers_(headers.begin(), headers.end()),
      settings_(settings),
      mentioned_(headers.size()) {
    if (origin_ != nullptr) bound_ = match_columns(*origin_, headers, {});
    check_settings();
    read_tables();
    plan_pivots();
    plan_unpivots();
    plan_assignments();
    plan_own_columns(keep_unmapped);
    if (pivot_) keep_pivoted();
}

void Mapping::fail(Span where, std::string_view ja, std::string_view en) const {
    throw Error{ErrorKind::input, point_at(source_.path, source_.text, where, ja),
                point_at(source_.path, source_.text, where, en)};
}

// ---- what the user sets ----

void Mapping::check_settings() const {
    std::vector<std::string> names;
    for (const auto& one : source_.tree.parameters) names.push_back(one.name.text);
    for (const auto& one : source_.tree.tables) names.push_back(one.name.text);
    for (const auto& [name, value] : settings_) {
        if (std::ranges::find(names, name) != names.end()) continue;
        throw Error{ErrorKind::usage,
                    source_.path + ": 設定できる名前に「" + name +
                        "」はありません。使えるもの: " + joined(names, ", "),
                    source_.path + ": there is nothing named '" + name +
                        "' to set; there are: " + joined(names, ", ")};
    }
    for (const auto& declared : source_.tree.parameters) {
        const std::string& name = declared.name.text;
        if (declared.type.kind != syntax::TypeKind::value) {
            fail(declared.name.where, "パラメーターの型は値の種類です。",
                 "the type of a parameter is a kind of value");
        }
        const std::string& type = declared.type.names.front().text;
        const ValueType* kind = find_value_type(type);
        if (!kind) {
            const BothTexts none = no_such_kind(type);
            fail(declared.name.where, none.ja, none.en);
        }
        const auto value = parameter(name);
        const std::string form = form_of(declared.type, *kind);
        if (!value) {
            throw Error{ErrorKind::usage,
                        source_.path + ": 「" + label_of(declared.label, name, true) + "」（" + form +
                            "）を設定してください: " + name + "=値",
                        source_.path + ": give a value for '" + label_of(declared.label, name, false) +
                            "' (" + form + "): " + name + "=VALUE",
                        ErrorHint::setting};
        }
        if (value->empty() && declared.fallback && declared.fallback->empty()) continue;  // may be left out
        Slot limits;  // the same limits that an item may have
        limits.kind = kind;
        if (declared.type.minimum) limits.minimum = parse_number(*declared.type.minimum);
        if (declared.type.maximum) limits.maximum = parse_number(*declared.type.maximum);
        if (limits.is_canonical(*value, {})) continue;
        throw Error{ErrorKind::usage,
                    source_.path + ": " + name + "=" + *value + ": " + label_of(declared.label, name, true) +
                        "（" + form + "）として読めません。",
                    source_.path + ": " + name + "=" + *value + ": not a value of '" +
                        label_of(declared.label, name, false) + "' (" + form + ")",
                    ErrorHint::setting};
    }
}

std::optional<std::string> Mapping::parameter(std::string_view name) const {
    for (const auto& declared : source_.tree.parameters) {
        if (declared.name.text != name) continue;
        const auto set = settings_.find(name);
        return set != settings_.end() ? std::optional(set->second) : declared.fallback;
    }
    return std::nullopt;
}

void Mapping::read_tables() {
    for (const auto& declared : source_.tree.tables) {
        const std::string& name = declared.name.text;
        const auto set = settings_.find(name);
        if (set == settings_.end() && declared.file.empty()) {
            throw Error{ErrorKind::usage,
                        source_.path + ": 「" + label_of(declared.label, name, true) +
                            "」のファイルを設定してください: " + name + "=ファイル.tsv",
                        source_.path + ": name the file of '" + label_of(declared.label, name, false) +
                            "': " + name + "=FILE.tsv",
                        ErrorHint::setting};
        }
        const bool by_user = set != settings_.end();
        const std::string path = by_user ? set->second : declared.file;
        const std::string text = by_user ? daicho::read_file(path) : source_.read_file(path);
        tables_.emplace(name, LookupTable(text, path));
    }
}

// ---- the columns of the result ----

std::optional<std::uint32_t> Mapping::column_of_item(std::string_view name) const {
    const std::string key = header_key(name);
    const auto is_named = [&](const Slot& slot) {
        return slot.path == name || header_key(slot.long_label) == key;
    };
    const auto& slots = origin_->slots;
    const auto slot = std::ranges::find_if(slots, is_named);
    if (slot == slots.end()) return std::nullopt;
    return bound_.column_of_slot[static_cast<std::size_t>(slot - slots.begin())].value_or(absent());
}

std::optional<std::uint32_t> Mapping::find_column(std::string_view header) const {
    if (origin_ != nullptr) return column_of_item(header);
    const std::string key = header_key(header);
    for (std::uint32_t i = 0; i < source_headers_.size(); ++i) {
        if (source_headers_[i] == header && !is_pivoted(i)) return i;
    }
    for (std::uint32_t i = 0; i < source_headers_.size(); ++i) {
        if (header_key(source_headers_[i]) == key && !is_pivoted(i)) return i;
    }
    return std::nullopt;
}

std::uint32_t Mapping::need_column(const std::string& header, Span where) const {
    if (const auto column = find_column(header)) return *column;
    refuse_pivoted(header, where);
    if (origin_ != nullptr) {
        fail(where, "クラス「" + origin_->class_name + "」に項目「" + header + "」はありません。",
             "the class '" + origin_->class_name + "' has no item '" + header + "'");
    }
    const std::vector<std::string_view> known(source_headers_.begin(), source_headers_.end());
    const std::string near(nearest(header, known));
    fail(where,
         "変換する表に列「" + header + "」がありません。" +
             (near.empty() ? "" : "「" + near + "」のことですか。"),
         "the table has no column '" + header + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?"));
}

std::size_t Mapping::item_column(std::string_view path, Span where) {
    const auto slot = model_.find_slot(path);
    if (!slot) {
        fail(where, "クラス「" + model_.class_name + "」に項目「" + std::string(path) + "」はありません。",
             "the class '" + model_.class_name + "' has no item '" + std::string(path) + "'");
    }
    const auto known = std::ranges::find(columns_, slot, &MappedColumn::slot);
    if (known != columns_.end()) return static_cast<std::size_t>(known - columns_.begin());
    columns_.push_back({model_.slots[*slot].long_label, slot, {}, false});
    return columns_.size() - 1;
}

std::size_t Mapping::column_of(const syntax::Assignment& assignment) {
    if (!assignment.own) return item_column(assignment.target.text, assignment.target.where);
    const auto is_own = [&](const MappedColumn& c) { return !c.slot && c.header == assignment.target.text; };
    const auto known = std::ranges::find_if(columns_, is_own);
    if (known != columns_.end()) return static_cast<std::size_t>(known - columns_.begin());
    columns_.push_back({assignment.target.text, std::nullopt, {}, false});
    return columns_.size() - 1;
}

void Mapping::plan_unpivots() {
    const auto& written = source_.tree.unpivots;
    if (written.empty()) return;
    if (written.size() > 1) {
        fail(written[1].where, "unpivot は一つだけ書けます。", "there can be one unpivot only");
    }
    Unpivoted plan;
    for (const auto& header : written.front().columns) {
        plan.columns.push_back(need_column(header, written.front().where));
        mentioned_[plan.columns.back()] = true;
    }
    plan.key = item_column(written.front().key.text, written.front().key.where);
    plan.value = item_column(written.front().value.text, written.front().value.where);
    columns_[plan.value].from = plan.columns;
    columns_[plan.key].may_fill = columns_[plan.value].may_fill = true;
    unpivot_ = std::move(plan);
}

void Mapping::plan_assignments() {
    Scope scope;
    scope.column = [this](std::string_view header) -> std::optional<std::size_t> {
        return find_column(header);
    };
    scope.parameter = [this](std::string_view name) { return parameter(name); };
    scope.table = [this](std::string_view name) {
        const auto table = tables_.find(name);
        return table == tables_.end() ? nullptr : &table->second;
    };
    scope.fail = [this](Span where, std::string_view ja, std::string_view en) { fail(where, ja, en); };
    const auto is_left_out = [this](const syntax::Expression& value) {
        const auto* one = std::get_if<syntax::Parameter>(&value.node);
        return one && parameter(one->name) == "";
    };
    for (const auto& assignment : source_.tree.assignments) {
        if (is_left_out(assignment.value)) continue;  // a parameter that was not given fills no column
        const std::size_t column = column_of(assignment);
        refuse_pivoted_in(assignment.value);
        if (assignment.when) refuse_pivoted_in(*assignment.when);
        Rule rule{column, Program(assignment.value, scope), std::nullopt, {}};
        if (assignment.when) rule.when.emplace(Program::condition(*assignment.when, scope));
        for (const auto& header : column_headers(assignment.value)) {
            const std::uint32_t from = need_column(header, assignment.value.where);
            if (from == absent()) continue;
            mentioned_[from] = true;
            rule.from.push_back(from);
            auto& known = columns_[column].from;
            if (std::ranges::find(known, from) == known.end()) known.push_back(from);
        }
        const bool plain = std::holds_alternative<syntax::Column>(assignment.value.node);
        if (!plain || !rule.from.empty()) columns_[column].may_fill = true;
        rules_.push_back(std::move(rule));
    }
}

void Mapping::plan_own_columns(bool keep_unmapped) {
    for (const auto& drop : source_.tree.drops) {
        const std::uint32_t column = need_column(drop.column, drop.where);
        if (column == absent()) continue;
        if (!mentioned_[column]) dropped_.push_back({column, drop.reason});
        mentioned_[column] = true;
    }
    for (std::uint32_t i = 0; i < source_headers_.size(); ++i) {
        if (mentioned_[i]) continue;
        if (keep_unmapped) {
            columns_.push_back({source_headers_[i], std::nullopt, {i}, true});
        } else {
            dropped_.push_back({i, {}});
        }
    }
    bind_carried_columns();
}

/// A column that is carried along under a name of an item that nothing else fills (the columns that the
/// mapping would make it from are not there), or of a further value of one (連絡先電話番号（2）), is that
/// item: whoever reads the result takes it for it.
void Mapping::bind_carried_columns() {
    const auto stays_empty = [](const MappedColumn& one) {
        return one.slot && !one.carried && !one.may_fill;
    };
    std::vector<std::string> names = headers();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (stays_empty(columns_[i])) names[i].clear();
    }
    const Binding read = match_columns(model_, names, {});
    std::vector<std::size_t> taken;  // columns that are another one now
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const auto slot = read.columns[i].slot;
        if (!columns_[i].carried || !slot) continue;
        const auto known = std::ranges::find(columns_, slot, &MappedColumn::slot);
        const bool filled = known != columns_.end();
        const std::uint32_t repetition = read.columns[i].repetition;
        if (filled && repetition <= 1 && stays_empty(*known)) {
            known->from = columns_[i].from;
            known->carried = true;
            taken.push_back(i);
            continue;
        }
        if (filled != (repetition > 1)) continue;
        columns_[i].slot = slot;
        columns_[i].repetition = repetition;
    }
    for (auto at = taken.rbegin(); at != taken.rend(); ++at)
        columns_.erase(columns_.begin() + static_cast<std::ptrdiff_t>(*at));
}

std::vector<std::string> Mapping::headers() const {
    std::vector<std::string> all;
    for (const auto& column : columns_) all.push_back(column.header);
    return all;
}

Binding Mapping::binding() const {
    Binding binding;
    binding.columns.resize(columns_.size());
    binding.column_of_slot.resize(model_.slots.size());
    for (std::uint32_t i = 0; i < columns_.size(); ++i) {
        if (!columns_[i].slot) continue;
        binding.columns[i].slot = columns_[i].slot;
        binding.columns[i].how = BoundBy::mapping;
        binding.columns[i].repetition = columns_[i].repetition;
        if (columns_[i].repetition <= 1) binding.column_of_slot[*columns_[i].slot] = i;
    }
    return binding;
}

}  // namespace daicho
