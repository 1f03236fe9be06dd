#include "models/import/import_tsv.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "grammars/base/error.hpp"
#include "grammars/base/path_names.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/value_type.hpp"
#include "models/engine/tsv.hpp"

namespace daicho {

namespace {

/// What the forms of the DMD are called here. One line a form; a kind of value may stand there by its name.
constexpr std::pair<std::string_view, std::string_view> tsv_kinds[] = {
    {"string", "text"},
    {"string.kana", "kana"},
    {"string.kana_space", "kana_space"},
    {"string.kana_title", "kana_title"},
    {"string.half", "half"},
    {"string.half_alnum", "half_alnum"},
    {"string.half_digits", "half_digits"},
    {"number", "decimal"},
    {"uri", "url"},
};

constexpr std::string_view class_prefix = "class:";
constexpr std::string_view open_pattern_of_tables = "_MP00";

/// "1,2,7?" -> the pattern and whether the value may be empty.
std::vector<std::pair<std::string, bool>> pattern_numbers(std::string_view cell) {
    std::vector<std::pair<std::string, bool>> numbers;
    while (!cell.empty()) {
        const auto end = std::min(cell.find(','), cell.size());
        std::string_view one = cell.substr(0, end);
        const bool may_be_empty = one.ends_with('?');
        if (may_be_empty) one.remove_suffix(1);
        if (!one.empty()) numbers.emplace_back(std::string(one), may_be_empty);
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return numbers;
}

/// "1" -> MP01
std::string pattern_name(const std::string& number) {
    const bool digits = number.find_first_not_of("0123456789") == std::string::npos;
    return !digits ? number : (number.size() < 2 ? "MP0" : "MP") + number;
}

class TsvImporter {
 public:
    TsvImporter(const std::string& path, const std::string& name) : path_(path) {
        model_.name.text = name;
        model_.sources.push_back({std::string(name_of_path(path)), {}, {}});
    }

    void add(const TsvRow& row) {
        const std::string kind = row.get("row_kind");
        if (kind == "class") {
            class_named(row);
        } else if (kind == "class_extension") {
            class_named(row).extends = syntax::Name{unprefixed(row.get("refines")), {}};
        } else if (kind == "class_restriction") {
            add_pattern_label(row);
        } else if (kind.empty() || kind == "field" || kind == "extension_field") {
            add_item(row, class_named(row));
        } else if (kind == "field_dmd_only") {
            // The sheet of a class that extends another repeats the items of that one.
            if (syntax::Class& tree = class_named(row); !tree.extends) add_item(row, tree);
        } else if (kind == "code") {
            add_code(row);
        } else if (!skipped_.contains(kind)) {
            refuse(row, "row_kind '" + kind + "' は使えません。", "there is no row_kind '" + kind + "'");
        }
    }

    syntax::Model take() {
        for (auto& tree : model_.classes) sort_patterns(tree);
        declare_missing_code_lists();
        return std::move(model_);
    }

 private:
    [[noreturn]] void refuse(const TsvRow& row, const std::string& ja, const std::string& en) const {
        const std::string place = path_ + ": " + row.get("class") + "." + row.get("name") + ": ";
        throw Error{ErrorKind::input, place + ja, place + en};
    }

    static std::string unprefixed(const std::string& name) { return name.substr(name.find(':') + 1); }

    syntax::Class& class_named(const TsvRow& row) {
        const std::string name = row.get("class");
        if (name.empty()) refuse(row, "class の列が空です。", "the column 'class' is empty");
        const auto known =
            std::ranges::find(model_.classes, name, [](const auto& one) { return one.name.text; });
        if (known != model_.classes.end()) return *known;
        syntax::Class tree;
        tree.name.text = name;
        tree.label.ja = row.get("class_ja");
        return model_.classes.emplace_back(std::move(tree));
    }

    void add_pattern_label(const TsvRow& row) {
        const std::string base = unprefixed(row.get("refines"));
        const std::string name = row.get("class");
        if (name.starts_with(base + "_")) {
            labels_[{base, name.substr(base.size() + 1)}] = row.get("class_ja");
        }
    }

    void add_item(const TsvRow& row, syntax::Class& tree) {
        syntax::Item item;
        item.name.text = row.get("name");
        if (item.name.text.ends_with(open_pattern_of_tables)) {
            item.name.text.resize(item.name.text.size() - open_pattern_of_tables.size());
        }
        item.label.ja = row.get("name_ja");
        item.type = type_of(row);
        item.cardinality = {count_of(row, "min", 0), count_of(row, "max", 1)};
        if (item.cardinality.maximum == 0 || item.cardinality.minimum > item.cardinality.maximum) {
            refuse(row, "min と max が矛盾しています。", "min and max contradict each other");
        }
        const bool extension = row.get("row_kind") == "extension_field" || row.get("part") == "extension";
        if (extension) item.standing = syntax::Standing::extension;
        add_requirement(row, item, tree);
        tree.items.push_back(std::move(item));
    }

    void add_requirement(const TsvRow& row, syntax::Item& item, syntax::Class& tree) {
        const std::string cell = row.get("required_patterns");
        if (cell == "all" || cell == "all?" || (cell.empty() && item.cardinality.minimum > 0)) {
            item.requirement = syntax::Requirement::required;
            item.may_be_empty = cell == "all?";
            return;
        }
        for (const auto& [number, may_be_empty] : pattern_numbers(cell)) {
            const std::string name = pattern_name(number);
            auto pattern =
                std::ranges::find(tree.patterns, name, [](const auto& one) { return one.name.text; });
            if (pattern == tree.patterns.end()) {
                tree.patterns.push_back({{name, {}}, {}, {}});
                pattern = tree.patterns.end() - 1;
            }
            pattern->items.push_back({item.name, may_be_empty});
        }
    }

    std::uint32_t count_of(const TsvRow& row, const char* column, std::uint32_t usual) const {
        const std::string text = row.get(column);
        if (text.empty()) return usual;
        if (text == "n") return syntax::Cardinality::unlimited;
        if (text.size() < 9 && text.find_first_not_of("0123456789") == std::string::npos) {
            return static_cast<std::uint32_t>(std::stoul(text));
        }
        refuse(row, "個数 '" + text + "' は数でも n でもありません。",
               "the count '" + text + "' is neither a number nor n");
    }

    syntax::Type type_of(const TsvRow& row) {
        const std::string written = row.get("type");
        syntax::Type type;
        if (written.starts_with(class_prefix)) {
            type.kind = syntax::TypeKind::reference;
            type.names.push_back({written.substr(class_prefix.size()), {}});
            return type;
        }
        if (written == "code") {
            type.kind = syntax::TypeKind::code;
            type.names.push_back({row.get("code_list"), {}});
            if (type.names.front().text.empty()) {
                refuse(row, "code_list の列が空です。", "the column 'code_list' is empty");
            }
            if (row.get("code_return") == "code+label") type.form = syntax::CodeForm::both;
            if (row.get("code_return") == "label") type.form = syntax::CodeForm::label;
            lists_named_.push_back(type.names.front().text);
            return type;
        }
        const auto kind =
            std::ranges::find(tsv_kinds, written, &std::pair<std::string_view, std::string_view>::first);
        const std::string name = kind == std::end(tsv_kinds) ? written : std::string(kind->second);
        if (!find_value_type(name)) {
            refuse(row, "型 '" + written + "' はありません。", "there is no type '" + written + "'");
        }
        type.names.push_back({name, {}});
        return type;
    }

    void add_code(const TsvRow& row) {
        const std::string name = row.get("class");
        auto list = std::ranges::find(model_.code_lists, name, [](const auto& one) { return one.name.text; });
        if (list == model_.code_lists.end()) {
            syntax::CodeList one;
            one.name.text = name;
            one.label.ja = row.get("class_ja");
            model_.code_lists.push_back(std::move(one));
            list = model_.code_lists.end() - 1;
        }
        list->codes.push_back({row.get("name"), {row.get("name_ja"), {}}, {}});
    }

    void sort_patterns(syntax::Class& tree) {
        std::ranges::stable_sort(tree.patterns, {}, [](const auto& one) { return one.name.text; });
        for (auto& pattern : tree.patterns) {
            const auto label = labels_.find({tree.name.text, pattern.name.text});
            if (label != labels_.end()) pattern.label.ja = label->second;
        }
    }

    /// The table names code lists without their codes: the model says so.
    void declare_missing_code_lists() {
        for (const auto& name : lists_named_) {
            const bool known = std::ranges::any_of(model_.code_lists, [&](const auto& list) {
                return list.name.text == name || list.label.ja == name;
            });
            if (known) continue;
            syntax::CodeList list;
            list.name.text = name;
            list.closed = false;
            list.unknown_values = true;
            model_.code_lists.push_back(std::move(list));
        }
    }

    std::string path_;
    syntax::Model model_;
    std::map<std::pair<std::string, std::string>, std::string> labels_;  // of patterns, by class and name
    std::vector<std::string> lists_named_;
    const std::set<std::string> skipped_{"pattern_field", "global_element", "attribute"};
};

}  // namespace

syntax::Model import_tsv(std::string_view text, const std::string& path, const std::string& name) {
    if (find_invalid_utf8(text) != std::string_view::npos) {
        throw Error{ErrorKind::input, path + ": UTF-8 として正しくない文字があります。",
                    path + ": this is not valid UTF-8"};
    }
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    TsvImporter importer(path, name);
    const TsvTable table(text);
    for (const auto& row : table) importer.add(row);
    return importer.take();
}

}  // namespace daicho
