#include "models/import/import_table_schema.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "grammars/base/error.hpp"
#include "grammars/base/path_names.hpp"
#include "models/import/import_words.hpp"
#include "models/import/json_parts.hpp"

namespace daicho {

namespace {

/// What limits values of a field and has no place in a model.
constexpr std::string_view unsaid_of_fields[] = {"minLength", "maxLength", "jsonSchema"};

/// The names in a member that is one name or a list of them.
std::vector<std::string> names_in(const JsonValue& value, std::string_view member) {
    std::vector<std::string> names;
    const JsonValue* found = value.find(member);
    if (!found) return names;
    if (found->kind == JsonKind::string) names.push_back(found->text);
    for (const JsonValue& one : found->items) names.push_back(one.text);
    return names;
}

class TableSchemaImporter {
 public:
    TableSchemaImporter(const std::string& path, const std::string& name) {
        out_.model.name.text = name;
        out_.model.sources.push_back({std::string(name_of_path(path)), {}, {}});
    }

    /// A resource that holds codes in place.
    void add_codes(const JsonValue& resource) {
        const JsonValue* data = resource.find("data");
        const JsonValue* schema = resource.find("schema");
        if (!data || !schema) return;
        const auto keys = names_in(*schema, "primaryKey");
        if (keys.size() != 1) return;
        syntax::CodeList list;
        list.name.text = name_from(resource.text_of("name"));
        list.label = label_of(resource.text_of("title"));
        for (const JsonValue& row : data->items) {
            const std::string_view code = row.text_of(keys.front());
            if (code.empty()) continue;
            list.codes.push_back({std::string(code),
                                  {std::string(row.text_of("label")), std::string(row.text_of("label_en"))},
                                  {}});
        }
        if (list.codes.empty()) return;
        lists_.emplace(resource.text_of("name"), list.name.text);
        out_.model.code_lists.push_back(std::move(list));
    }

    bool has_codes(std::string_view resource) const { return lists_.contains(std::string(resource)); }

    void add_class(const JsonValue& schema, const std::string& name, const syntax::Text& label) {
        syntax::Class tree;
        tree.name.text = name;
        tree.label = label;
        const JsonValue* fields = schema.find("fields");
        std::map<std::string, std::string> items;  // of fields
        if (fields) {
            for (const JsonValue& field : fields->items) {
                if (!field.text_of("name").empty()) add_item(field, schema, tree, items);
            }
        }
        add_key(names_in(schema, "primaryKey"), items, tree);
        if (const JsonValue* keys = schema.find("uniqueKeys")) {
            for (const JsonValue& key : keys->items) {
                std::vector<std::string> names;
                for (const JsonValue& one : key.items) names.push_back(one.text);
                add_key(names, items, tree);
            }
        }
        if (const JsonValue* keys = schema.find("foreignKeys")) {
            for (const JsonValue& key : keys->items) add_foreign_key(key, items, tree);
        }
        out_.model.classes.push_back(std::move(tree));
    }

    ImportedModel take() { return std::move(out_); }

 private:
    void add_item(const JsonValue& field, const JsonValue& schema, syntax::Class& tree,
                  std::map<std::string, std::string>& items) {
        const std::string field_name(field.text_of("name"));
        syntax::Item item;
        item.name.text = name_from(field_name);
        for (int i = 2; !std::ranges::none_of(
                 tree.items, [&](const auto& one) { return one.name.text == item.name.text; });
             ++i) {
            item.name.text = name_from(field_name) + "_" + std::to_string(i);
        }
        item.label = label_of(field.text_of("title"));
        if (item.name.text != field_name) {
            if (item.label.ja.empty()) {
                item.label.ja = field_name;
            } else if (item.label.ja != field_name) {
                item.aliases.push_back({syntax::AliasScope::alias, field_name});
            }
        }
        read_type(field, tree.name.text, item);
        for (const std::string& missing : names_in(schema, "missingValues")) {
            if (!missing.empty()) item.unknowns.push_back(missing);
        }
        items.emplace(field_name, item.name.text);
        tree.items.push_back(std::move(item));
    }

    void read_type(const JsonValue& field, const std::string& owner, syntax::Item& item) {
        const std::string place = owner + "." + item.name.text;
        static const JsonValue none;
        const JsonValue* found = field.find("constraints");
        const JsonValue& limits = found ? *found : none;
        item.type = import_type(syntax::TypeKind::value, kind_of(field, place));
        if (limits.text_of("required") == "true") {
            item.requirement = syntax::Requirement::required;
            item.cardinality.minimum = 1;
        }
        for (const std::string_view word : unsaid_of_fields) {
            if (limits.find(word)) note_unsaid(out_.notes, place, word);
        }
        if (const JsonValue* values = limits.find("enum")) {
            std::vector<syntax::Code> codes;
            for (const JsonValue& one : values->items) {
                if (!one.text.empty()) codes.push_back({one.text, {}, {}});
            }
            item.type =
                import_type(syntax::TypeKind::code,
                            list_with_codes(out_.model, owner + "_" + item.name.text, std::move(codes)));
            return;
        }
        if (field.text_of("type") == "boolean") {
            item.type = import_type(
                syntax::TypeKind::code,
                list_with_codes(out_.model, "TrueOrFalse", {{"true", {}, {}}, {"false", {}, {}}}));
            return;
        }
        const std::string& kind = item.type.names.front().text;
        if (kind == "integer" || kind == "decimal") {
            take_range(limits, kind == "integer", item.type, place, out_.notes);
        } else if (limits.find("minimum") || limits.find("maximum")) {
            note_unsaid(out_.notes, place, "minimum, maximum");
        }
        // The pattern of Table Schema is of the whole value.
        const std::string pattern(limits.text_of("pattern"));
        const bool of_all = pattern.starts_with("^(") && pattern.ends_with(")$");
        if (!pattern.empty())
            take_pattern(of_all ? pattern : "^(" + pattern + ")$", item.type, place, out_.notes);
    }

    std::string kind_of(const JsonValue& field, const std::string& place) {
        const std::string_view type = field.text_of("type"), format = field.text_of("format");
        const bool text = type.empty() || type == "string";
        std::string_view kind = text ? import_word("format", format) : import_word("field", type);
        if (!text && !format.empty() && format != "default" && format != "any")
            note_unsaid(out_.notes, place, "format");
        if (kind.empty() && !text && type != "boolean")
            note_unsaid(out_.notes, place, "type " + std::string(type));
        return std::string(kind.empty() ? "text" : kind);
    }

    static void add_key(const std::vector<std::string>& fields,
                        const std::map<std::string, std::string>& items, syntax::Class& tree) {
        syntax::Unique unique;
        for (const std::string& field : fields) {
            const auto item = items.find(field);
            if (item == items.end()) return;
            unique.items.push_back({item->second, {}});
        }
        if (!unique.items.empty()) tree.uniques.push_back(std::move(unique));
    }

    /// Within the table a reference, to a resource of codes a code; else nothing that a model says.
    void add_foreign_key(const JsonValue& key, const std::map<std::string, std::string>& items,
                         syntax::Class& tree) {
        const JsonValue* to = key.find("reference");
        const auto fields = names_in(key, "fields");
        const auto item = fields.size() == 1 ? items.find(fields.front()) : items.end();
        if (!to || item == items.end()) return note_unsaid(out_.notes, tree.name.text, "foreignKeys");
        const auto list = lists_.find(std::string(to->text_of("resource")));
        const auto targets = names_in(*to, "fields");
        const auto target = targets.size() == 1 ? items.find(targets.front()) : items.end();
        if (list != lists_.end()) {
            const auto of =
                std::ranges::find(tree.items, item->second, [](const auto& one) { return one.name.text; });
            of->type = import_type(syntax::TypeKind::code, list->second);
        } else if (to->text_of("resource").empty() && target != items.end()) {
            tree.references.push_back({{item->second, {}}, {target->second, {}}});
        } else {
            note_unsaid(out_.notes, tree.name.text + "." + item->second, "foreignKeys");
        }
    }

    ImportedModel out_;
    std::map<std::string, std::string> lists_;  // by resource
};

/// The resources that fields of others refer to.
std::set<std::string> resources_referred_to(const JsonValue& resources) {
    std::set<std::string> names;
    for (const JsonValue& resource : resources.items) {
        const JsonValue* schema = resource.find("schema");
        const JsonValue* keys = schema ? schema->find("foreignKeys") : nullptr;
        if (!keys) continue;
        for (const JsonValue& key : keys->items) {
            const JsonValue* to = key.find("reference");
            if (to) names.insert(std::string(to->text_of("resource")));
        }
    }
    return names;
}

/// A resource with a row for each code in place, as the program writes its code lists.
bool is_table_of_codes(const JsonValue& resource) {
    const JsonValue* schema = resource.find("schema");
    return resource.find("data") && schema &&
           names_in(*schema, "primaryKey") == std::vector<std::string>{"code"};
}

}  // namespace

ImportedModel import_table_schema(const JsonValue& document, const std::string& path,
                                  const std::string& name) {
    TableSchemaImporter importer(path, name);
    importer.add_class(document, name_from(std::string_view(name).substr(name.rfind('.') + 1)),
                       label_of(document.text_of("title")));
    return importer.take();
}

ImportedModel import_data_package(const JsonValue& document, const std::string& path,
                                  const std::string& name) {
    TableSchemaImporter importer(path, name);
    const JsonValue& resources = *document.find("resources");
    const auto referred = resources_referred_to(resources);
    for (const JsonValue& resource : resources.items) {
        const bool codes =
            is_table_of_codes(resource) || referred.contains(std::string(resource.text_of("name")));
        if (codes) importer.add_codes(resource);
    }
    std::set<std::string> taken;
    for (const JsonValue& resource : resources.items) {
        const JsonValue* schema = resource.find("schema");
        if (!schema || !schema->find("fields") || importer.has_codes(resource.text_of("name"))) continue;
        const std::string first = name_from(resource.text_of("name"));
        std::string tree = first;
        for (int i = 2; !taken.insert(tree).second; ++i) tree = first + "_" + std::to_string(i);
        importer.add_class(*schema, tree, label_of(resource.text_of("title")));
    }
    ImportedModel imported = importer.take();
    auto& classes = imported.model.classes;
    if (classes.size() == 1 && classes[0].label.ja.empty() && classes[0].label.en.empty()) {
        classes[0].label = label_of(document.text_of("title"));
    }
    if (classes.empty()) {
        throw Error{ErrorKind::input, path + ": schema に fields のある resources がありません。",
                    path + ": there is no resource whose schema has fields"};
    }
    return imported;
}

}  // namespace daicho
