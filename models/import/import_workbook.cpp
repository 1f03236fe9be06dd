#include "models/import/import_workbook.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "grammars/base/error.hpp"
#include "grammars/base/path_names.hpp"
#include "grammars/formats/file_opener.hpp"
#include "grammars/workbooks/workbook.hpp"
#include "models/engine/header.hpp"
#include "models/import/import_words.hpp"
#include "models/import/item_tables.hpp"

namespace daicho {

namespace {

/// "pd:住所" without its prefix.
std::string_view unprefixed(std::string_view form) {
    const std::size_t colon = form.find(':');
    const bool prefix =
        colon != std::string_view::npos && colon > 0 &&
        form.substr(0, colon).find_first_not_of(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == std::string_view::npos;
    return prefix ? form.substr(colon + 1) : form;
}

/// "国コード一覧（コード、名称）": the list, and which form of a code is meant.
struct CodeUse {
    std::string list;
    syntax::CodeForm form = syntax::CodeForm::code;
};

bool code_use_of(std::string_view form, CodeUse& use) {
    constexpr std::pair<std::string_view, syntax::CodeForm> forms[] = {
        {"（コード、名称）", syntax::CodeForm::both},
        {"（コード）", syntax::CodeForm::code},
        {"（名称）", syntax::CodeForm::label},
        {"", syntax::CodeForm::code}};
    for (const auto& [end, meaning] : forms) {
        const std::string_view list = form.substr(0, form.size() - std::min(end.size(), form.size()));
        if (!form.ends_with(end) || !list.ends_with("コード一覧")) continue;
        use = {std::string(list), meaning};
        return true;
    }
    return false;
}

class WorkbookImporter {
 public:
    WorkbookImporter(const ItemTables& tables, ModelSet& known) : tables_(tables), known_(known) {}

    ImportedModel import(const std::string& path, const std::string& name) {
        out_.notes = tables_.notes;
        syntax::Model& model = out_.model;
        model.name.text = name;
        model.sources.push_back({std::string(name_of_path(path)), {}, {}});
        for (const ItemSheet& sheet : tables_.sheets) names_.push_back(class_name(sheet));
        for (const ListedCodes& table : tables_.lists) add_codes(table);
        for (std::size_t i = 0; i < tables_.sheets.size(); ++i) add_class(tables_.sheets[i], names_[i]);
        for (const std::string& use : uses_) model.uses.push_back({use, {}});
        return std::move(out_);
    }

 private:
    /// The name of the known class with that label whose items go by most of these names; else the label.
    std::string class_name(const ItemSheet& sheet) {
        std::string best = unique_name(name_from(sheet.name));
        std::size_t most = 0;
        for (const ModelSet::Entry& entry : known_.entries()) {
            if (entry.label.ja != sheet.name) continue;
            const std::size_t shared = shared_names(sheet, entry);
            if (shared <= most || std::ranges::find(names_, entry.class_name) != names_.end()) continue;
            most = shared;
            best = entry.class_name;
        }
        return best;
    }

    /// Names of items that the sheet and the class, with what it extends, have in common.
    std::size_t shared_names(const ItemSheet& sheet, const ModelSet::Entry& entry) {
        std::size_t shared = 0;
        FoundClass found = known_.find(entry.model + "/" + entry.class_name);
        while (found.tree) {
            for (const auto& item : found.tree->items) {
                shared += std::ranges::count(sheet.items, item.name.text, &ItemLine::name) > 0;
            }
            if (!found.tree->extends) break;
            found = known_.find_class(*found.source, found.tree->extends->text);
        }
        return shared;
    }

    std::string unique_name(const std::string& wanted) const {
        std::string name = wanted;
        for (int i = 2; std::ranges::find(names_, name) != names_.end(); ++i) {
            name = wanted + "_" + std::to_string(i);
        }
        return name;
    }

    void add_codes(const ListedCodes& table) {
        syntax::CodeList list;
        list.name.text = name_from(table.name.empty() ? table.label : table.name);
        list.label.ja = table.label;
        for (const CodeLine& code : table.codes) list.codes.push_back({code.code, {code.label, {}}, {}});
        list.unknown_values = list.codes.empty();
        list.closed = !list.codes.empty();
        out_.model.code_lists.push_back(std::move(list));
    }

    void add_class(const ItemSheet& sheet, const std::string& name) {
        syntax::Class tree;
        tree.name.text = name;
        tree.label.ja = sheet.name;
        for (const auto& [pattern, label] : sheet.patterns) {
            tree.patterns.push_back({{pattern, {}}, {label, {}}, {}});
        }
        std::set<std::string> names;
        for (const ItemLine& line : sheet.items) {
            syntax::Item item = item_of(line);
            if (!names.insert(item.name.text).second) {
                note(line, "「" + item.name.text + "」が二度あります。初めのものを使いました。",
                     "'" + item.name.text + "' is there twice; the first one was taken");
                continue;
            }
            for (const std::size_t pattern : line.patterns) {
                tree.patterns[pattern].items.push_back({item.name, false});
            }
            tree.items.push_back(std::move(item));
        }
        std::erase_if(tree.patterns, [](const auto& pattern) { return pattern.items.empty(); });
        out_.model.classes.push_back(std::move(tree));
    }

    syntax::Item item_of(const ItemLine& line) {
        syntax::Item item;
        item.name.text = name_from(line.name.empty() ? line.label : line.name);
        item.label.ja = line.label;
        item.type = type_of(line);
        item.cardinality.maximum = maximum_of(line);
        if (line.extension) item.standing = syntax::Standing::extension;
        if (line.requirement == "required") {
            item.requirement = syntax::Requirement::required;
            item.cardinality.minimum = 1;
        }
        if (line.requirement == "recommended") item.requirement = syntax::Requirement::recommended;
        return item;
    }

    std::uint32_t maximum_of(const ItemLine& line) {
        const std::string& text = line.count;
        if (text.empty() || !import_word("count", text).empty()) {
            return text.empty() ? 1 : syntax::Cardinality::unlimited;
        }
        const bool digits = text.size() < 9 && text.find_first_not_of("0123456789") == std::string::npos;
        if (digits && text.find_first_not_of('0') != std::string::npos) {
            return static_cast<std::uint32_t>(std::stoul(text));
        }
        note(line, "最大数「" + text + "」は数でも n でもありません。1 としました。",
             "the count '" + text + "' is neither a number nor n; taken as 1");
        return 1;
    }

    syntax::Type type_of(const ItemLine& line) {
        const std::string_view form = unprefixed(line.form);
        const std::string_view kind = import_word("form", form);
        if (!kind.empty()) return type_named(syntax::TypeKind::value, std::string(kind));
        if (CodeUse use; code_use_of(form, use)) return code_type(use);
        const std::string name = class_labelled(form);
        if (!name.empty()) return type_named(syntax::TypeKind::reference, name);
        if (!line.form.empty()) {
            note(line, "形式「" + line.form + "」は分かりません。文字列としました。",
                 "the form '" + line.form + "' is not known; taken as text");
        }
        return type_named(syntax::TypeKind::value, "text");
    }

    static syntax::Type type_named(syntax::TypeKind kind, const std::string& name) {
        syntax::Type type;
        type.kind = kind;
        type.names.push_back({name, {}});
        return type;
    }

    /// The list of the workbook, the one that is known by that label, or one of which nothing is known.
    syntax::Type code_type(const CodeUse& use) {
        syntax::Type type = type_named(syntax::TypeKind::code, list_labelled(use.list));
        type.form = use.form;
        return type;
    }

    std::string list_labelled(const std::string& label) {
        for (const syntax::CodeList& list : out_.model.code_lists) {
            if (list.label.ja == label) return list.name.text;
        }
        const auto known = known_.code_lists(label);
        if (known.size() == 1) {
            uses_.insert(known.front().source->tree.name.text);
            return known.front().tree->name.text;
        }
        add_codes({label, "", {}});
        out_.notes.push_back({label,
                              {"コード一覧の値が、このファイルにもデータ辞書にもありません。",
                               "the codes of this list are neither in this file nor in the dictionary"}});
        return out_.model.code_lists.back().name.text;
    }

    /// The class of that label: of the workbook, else the only one of the dictionary; empty where there is
    /// none.
    std::string class_labelled(std::string_view label) {
        for (std::size_t i = 0; i < tables_.sheets.size(); ++i) {
            if (header_key(tables_.sheets[i].name) == header_key(label)) return names_[i];
        }
        const ModelSet::Entry* found = nullptr;
        const auto entries = known_.entries();
        for (const ModelSet::Entry& entry : entries) {
            if (label.empty() || entry.label.ja != label) continue;
            if (found) return {};
            found = &entry;
        }
        if (!found) return {};
        uses_.insert(found->model);
        return found->class_name;
    }

    void note(const ItemLine& line, const std::string& ja, const std::string& en) {
        out_.notes.push_back({line.place, {ja, en}});
    }

    const ItemTables& tables_;
    ModelSet& known_;
    ImportedModel out_;
    std::vector<std::string> names_;  // of the classes, in the order of the sheets
    std::set<std::string> uses_;
};

}  // namespace

ImportedModel import_workbook(const std::string& path, const std::string& name, ModelSet& known) {
    const auto workbook = open_workbook(open_file(path));
    const ItemTables tables = read_item_tables(*workbook);
    if (tables.sheets.empty() && tables.lists.empty()) {
        throw Error{
            ErrorKind::input,
            path +
                ": 項目の表（「項目名」と「形式」の列）もコードの表（「コード」と「値」の列）もありません。",
            path +
                ": there is neither a table of items (columns 項目名 and 形式) nor one of codes "
                "(columns Code値 and Value値)"};
    }
    return WorkbookImporter(tables, known).import(path, name);
}

}  // namespace daicho
