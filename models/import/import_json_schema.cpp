#include "models/import/import_json_schema.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <unordered_map>

#include "grammars/base/error.hpp"
#include "grammars/base/path_names.hpp"
#include "models/import/import_words.hpp"
#include "models/import/json_parts.hpp"
#include "models/import/json_schema_document.hpp"
#include "models/import/json_schema_types.hpp"

namespace daicho {

namespace {

constexpr int most_nested_schemas = 32;
constexpr std::size_t most_parts = 1000;         // that a class is put together from
constexpr std::size_t most_looked_through = 64;  // of those for what one of them adds

/// What limits an object and has no place in a model.
constexpr std::string_view unsaid_of_objects[] = {"patternProperties",
                                                  "dependentRequired",
                                                  "dependentSchemas",
                                                  "dependencies",
                                                  "minProperties",
                                                  "maxProperties",
                                                  "propertyNames",
                                                  "not",
                                                  "if"};

constexpr std::pair<std::string_view, syntax::Requirement> requirement_words[] = {
    {"recommended", syntax::Requirement::recommended},
    {"required", syntax::Requirement::required},
    {"required when assigned", syntax::Requirement::when_assigned},
    {"forbidden", syntax::Requirement::forbidden}};

syntax::Text labels_of(const JsonValue& schema) {
    const JsonValue* own = schema.find("x-label-ja");
    if (!own) return label_of(schema.text_of("title"));
    return {own->text, std::string(schema.text_of("x-label-en"))};
}

/// What the program's own schemas say of an item beside its values.
void take_annotations(const JsonValue& schema, syntax::Item& item) {
    item.label = labels_of(schema);
    item.number = schema.text_of("x-number");
    item.registry = schema.text_of("x-registry");
    if (schema.find("x-extension")) item.standing = syntax::Standing::extension;
    item.confidential = schema.find("x-confidential") != nullptr;
    std::string_view words = schema.text_of("x-requirement");
    constexpr std::string_view exchange = " for exchange";
    item.for_exchange = words.ends_with(exchange);
    if (item.for_exchange) words.remove_suffix(exchange.size());
    for (const auto& [word, requirement] : requirement_words) {
        if (word == words) item.requirement = requirement;
    }
    if (const JsonValue* aliases = schema.find("x-aliases")) {
        for (const JsonValue& alias : aliases->items)
            item.aliases.push_back({syntax::AliasScope::alias, alias.text});
    }
}

class SchemaImporter {
 public:
    SchemaImporter(const JsonValue& root, std::string path)
        : path_(std::move(path)),
          document_(root),
          types_(
              document_,
              [this](const JsonValue& object, const std::string& wanted) { return class_of(object, wanted); },
              out_) {}

    ImportedModel import(const std::string& name) {
        out_.model.name.text = name;
        out_.model.sources.push_back({std::string(name_of_path(path_)), {}, {}});
        ask_for_classes(name);
        while (!open_.empty()) {
            const Open next = open_.front();
            open_.pop_front();
            read_class(next);
        }
        if (out_.model.classes.empty()) {
            throw Error{ErrorKind::input,
                        path_ + ": properties のある object がないため、モデルにできません。",
                        path_ + ": there is no object with properties to make a model of"};
        }
        for (const Requirements& one : requirements_) require_parts(one);
        for (const auto& [tree, path] : beyond_) require_beyond(path, class_named(tree));
        return std::move(out_);
    }

 private:
    struct Open {
        const JsonValue* schema;
        std::string name;
    };
    /// What a schema requires of a class. One that narrows the class says so of what is nested in it, too.
    struct Requirements {
        const JsonValue* schema;
        std::string tree;
        bool narrows;
    };

    syntax::Class& class_named(const std::string& name) { return out_.model.classes[numbers_.at(name)]; }

    /// The record, and what the document defines beside it.
    void ask_for_classes(const std::string& name) {
        for (const JsonValue* one : document_.definitions()) {
            if (const JsonValue* to = document_.target(*one)) defined_.emplace(to, name_from(one->name));
        }
        std::set<const JsonValue*> looked_at;
        if (const JsonValue* record = record_of(document_.root(), looked_at)) {
            const std::string_view title = document_.root().text_of("title");
            const bool english = !title.empty() && label_of(title).ja.empty();
            class_of(*record,
                     name_from(english ? title : std::string_view(name).substr(name.rfind('.') + 1)));
        }
        for (const JsonValue* one : document_.definitions()) {
            if (document_.is_object(*one) && !is_code_object(*one)) class_of(*one, name_from(one->name));
        }
    }

    /// The schema of a record: the root, or what its arrays hold.
    const JsonValue* record_of(const JsonValue& schema, std::set<const JsonValue*>& looked_at) const {
        const JsonValue* to = document_.target(schema);
        if (!to || looked_at.size() > most_parts || !looked_at.insert(to).second) return nullptr;
        if (document_.is_object(*to)) return to;
        for (const char* inside : {"items", "else", "then"}) {
            const JsonValue* one = to->find(inside);
            const JsonValue* found = one ? record_of(*one, looked_at) : nullptr;
            if (found) return found;
        }
        return nullptr;
    }

    /// The name of the class that `schema` is. A class with nothing but requirements added is that class.
    std::string class_of(const JsonValue& schema, const std::string& wanted) {
        const JsonValue* to = document_.target(schema);
        std::vector<const JsonValue*> narrowing;
        for (int depth = 0; depth < most_nested_schemas; ++depth) {
            const JsonValue* base = narrowed(*to);
            if (!base) break;
            narrowing.push_back(to);
            to = base;
        }
        const auto known = names_.find(to);
        const std::string name = known == names_.end() ? new_class(*to, wanted) : known->second;
        for (const JsonValue* part : narrowing) {
            if (narrowed_.insert(part).second) requirements_.push_back({part, name, true});
        }
        return name;
    }

    std::string new_class(const JsonValue& schema, const std::string& wanted) {
        const auto defined = defined_.find(&schema);
        const std::string first = defined == defined_.end() ? wanted : defined->second;
        std::string name = first;
        for (int i = 2; !taken_.insert(name).second; ++i) name = first + "_" + std::to_string(i);
        names_.emplace(&schema, name);
        open_.push_back({&schema, name});
        return name;
    }

    /// The one class of an `allOf` whose other parts have no property that it lacks.
    const JsonValue* narrowed(const JsonValue& schema) const {
        const JsonValue* parts = schema.find("allOf");
        if (!parts || schema.find("properties")) return nullptr;
        const JsonValue* base = nullptr;
        for (const JsonValue& part : parts->items) {
            const JsonValue* to = document_.target(part);
            if (!part.find("$ref") || !to || !document_.is_object(*to)) continue;
            if (base) return nullptr;
            base = to;
        }
        if (!base || base == &schema) return nullptr;
        std::set<std::string_view> names;
        for (const JsonValue& part : parts->items) {
            const JsonValue* own = part.find("$ref") ? nullptr : part.find("properties");
            if (!own) continue;
            for (const JsonValue& one : own->members) names.insert(one.name);
        }
        std::set<const JsonValue*> looked_at;
        take_known(*base, names, looked_at);
        return names.empty() ? base : nullptr;
    }

    /// Takes the names away that are properties of an object, until none is left.
    void take_known(const JsonValue& schema, std::set<std::string_view>& names,
                    std::set<const JsonValue*>& looked_at) const {
        if (names.empty() || looked_at.size() > most_looked_through) return;
        const JsonValue* to = document_.target(schema);
        if (!to || !looked_at.insert(to).second) return;
        if (const JsonValue* properties = to->find("properties")) {
            for (const JsonValue& one : properties->members) names.erase(one.name);
        }
        if (const JsonValue* parts = to->find("allOf")) {
            for (const JsonValue& part : parts->items) take_known(part, names, looked_at);
        }
    }

    static bool has_new_properties(const JsonValue& part) {
        const JsonValue* properties = part.find("properties");
        const JsonValue* required = part.find("required");
        return properties && std::ranges::any_of(properties->members, [&](const JsonValue& one) {
                   return !required || !std::ranges::count(required->items, one.name, &JsonValue::text);
               });
    }

    void read_class(const Open& open) {
        syntax::Class tree;
        tree.name.text = open.name;
        tree.label = labels_of(*open.schema);
        read_.clear();
        items_.clear();
        read_object(*open.schema, tree);
        numbers_.emplace(tree.name.text, out_.model.classes.size());
        out_.model.classes.push_back(std::move(tree));
        requirements_.push_back({open.schema, open.name, false});
    }

    void read_object(const JsonValue& schema, syntax::Class& tree) {
        if (read_.size() > most_parts || !read_.insert(&schema).second) return;
        if (const JsonValue* parts = schema.find("allOf")) {
            for (const JsonValue& part : parts->items) read_part(part, tree);
        }
        if (const JsonValue* properties = schema.find("properties")) {
            for (const JsonValue& one : properties->members) add_item(one, tree);
        }
        for (const char* word : {"additionalProperties", "unevaluatedProperties"}) {
            if (schema.text_of(word) == "false") tree.closed = true;
        }
        for (const std::string_view word : unsaid_of_objects) {
            if (schema.find(word)) note_unsaid(out_.notes, tree.name.text, word);
        }
    }

    /// The first class that is referred to is extended; what the others have is added.
    void read_part(const JsonValue& part, syntax::Class& tree) {
        const JsonValue* to = document_.target(part);
        if (!to) return note_unsaid(out_.notes, tree.name.text, part.text_of("$ref"));
        if (!part.find("$ref") || !document_.is_object(*to) || tree.extends) return read_object(*to, tree);
        const std::string base = class_of(*to, tree.name.text + "_base");
        if (leads_to(base, tree.name.text))
            return note_unsaid(out_.notes, tree.name.text, part.text_of("$ref"));
        tree.extends = syntax::Name{base, {}};
        bases_[tree.name.text] = base;
    }

    /// Whether `from` is, or extends by whatever way, the class of that name, which itself extends none yet.
    bool leads_to(const std::string& from, const std::string& name) {
        std::vector<const std::string*> passed;
        const std::string* at = &from;
        for (auto next = bases_.find(*at); next != bases_.end(); next = bases_.find(*at)) {
            passed.push_back(&next->first);
            at = &next->second;
        }
        const std::string last = *at;
        for (const std::string* one : passed) bases_[*one] = last;  // the next one has a short way
        return last == name;
    }

    void add_item(const JsonValue& property, syntax::Class& tree) {
        syntax::Item item;
        item.name.text = name_from(property.name);
        if (!items_.insert(item.name.text).second) return;
        take_annotations(property, item);
        const JsonValue* to = document_.target(property);
        if (item.label.ja.empty() && item.label.en.empty() && to && !document_.is_object(*to))
            item.label = labels_of(*to);
        if (item.label.ja.empty() && item.name.text != property.name) item.label.ja = property.name;
        types_.read(property, tree.name.text, item);
        tree.items.push_back(std::move(item));
    }

    // ---- what is required

    void require_parts(const Requirements& all) {
        syntax::Class& tree = class_named(all.tree);
        require(*all.schema, tree, all.narrows);
        if (const JsonValue* parts = all.schema->find("allOf")) {
            for (const JsonValue& part : parts->items) {
                if (!part.find("$ref")) require(part, tree, all.narrows);
            }
        }
    }

    /// `required` of all records, and alternatives of it, which are required patterns.
    void require(const JsonValue& schema, syntax::Class& tree, bool narrows) {
        for (const auto& path : required_paths_of(schema, narrows, 0)) require_path(path, tree);
        const JsonValue* any = schema.find("anyOf") ? schema.find("anyOf") : schema.find("oneOf");
        if (!any) return;
        for (const JsonValue& one : any->items) {
            const auto paths = required_paths_of(one, true, 0);
            if (paths.empty()) {
                note_unsaid(out_.notes, tree.name.text, "anyOf");
            } else {
                add_pattern(one.text_of("title"), paths, tree);
            }
        }
    }

    static void add_pattern(std::string_view title, const std::vector<std::string>& paths,
                            syntax::Class& tree) {
        const std::string number = std::to_string(tree.patterns.size() + 1);
        const bool named = title.starts_with("MP") && title.size() < 8;
        syntax::Pattern pattern;
        pattern.name.text = named ? name_from(title) : (number.size() < 2 ? "MP0" : "MP") + number;
        if (!named) pattern.label = label_of(title);
        for (const auto& path : paths) pattern.items.push_back({{path, {}}, false});
        tree.patterns.push_back(std::move(pattern));
    }

    void require_path(const std::string& path, syntax::Class& tree) {
        auto& numbers = item_numbers_[tree.name.text];
        if (numbers.empty()) {
            for (std::size_t i = 0; i < tree.items.size(); ++i) numbers.emplace(tree.items[i].name.text, i);
        }
        const auto number = numbers.find(path);
        if (number == numbers.end()) {
            beyond_.emplace_back(tree.name.text, path);
            return;
        }
        tree.items[number->second].requirement = syntax::Requirement::required;
        tree.items[number->second].cardinality.minimum = 1;
    }

    /// An item of a nested class, or of the one that this extends, is required by all patterns.
    void require_beyond(const std::string& path, syntax::Class& tree) {
        const std::string first = path.substr(0, path.find('.'));
        const bool own =
            std::ranges::count(tree.items, first, [](const auto& one) { return one.name.text; }) > 0;
        if (!own && !tree.extends) return note_unsaid(out_.notes, tree.name.text + "." + path, "required");
        if (tree.patterns.empty()) add_pattern("MP01", {}, tree);
        for (auto& pattern : tree.patterns) pattern.items.push_back({{path, {}}, false});
    }

    /// "a", and "a.b" where what narrows a class requires a property within one that it requires.
    std::vector<std::string> required_paths_of(const JsonValue& schema, bool narrows, int depth) const {
        std::vector<std::string> paths;
        const JsonValue* required = schema.find("required");
        if (!required || depth > most_nested_schemas) return paths;
        const JsonValue* properties = narrows ? schema.find("properties") : nullptr;
        for (const JsonValue& one : required->items) {
            const JsonValue* property = properties ? properties->find(one.text) : nullptr;
            const JsonValue* inner = property ? narrowing_part(*property, 0) : nullptr;
            const auto below =
                inner ? required_paths_of(*inner, true, depth + 1) : std::vector<std::string>{};
            const std::string name = name_from(one.text);
            if (below.empty()) paths.push_back(name);
            for (const auto& path : below) paths.push_back(name + "." + path);
        }
        return paths;
    }

    /// The part of a property's schema, which another place defines, that only requires something.
    const JsonValue* narrowing_part(const JsonValue& schema, int depth) const {
        if (depth > most_nested_schemas || schema.find("$ref")) return nullptr;
        if (schema.find("required") && !has_new_properties(schema)) return &schema;
        for (const char* word : {"allOf", "anyOf"}) {
            const JsonValue* parts = schema.find(word);
            if (!parts) continue;
            for (const JsonValue& part : parts->items) {
                if (const JsonValue* found = narrowing_part(part, depth + 1)) return found;
            }
        }
        const JsonValue* contained = schema.find("contains");
        return contained ? narrowing_part(*contained, depth + 1) : nullptr;
    }

    std::string path_;
    ImportedModel out_;
    JsonSchemaDocument document_;
    JsonSchemaTypes types_;
    std::map<const JsonValue*, std::string> defined_, names_;  // of definitions, of classes
    std::unordered_map<std::string, std::size_t> numbers_;     // of classes, in the model
    std::map<std::string, std::string> bases_;  // of a class, the last one known that it extends
    std::set<std::string> taken_;
    std::deque<Open> open_;
    std::set<const JsonValue*> narrowed_;
    std::set<const JsonValue*> read_;  // parts of the class that is being read
    std::set<std::string> items_;      // and its items
    std::vector<Requirements> requirements_;
    std::unordered_map<std::string, std::unordered_map<std::string, std::size_t>> item_numbers_;  // by class
    std::vector<std::pair<std::string, std::string>> beyond_;  // class, and path of an item not its own
};

}  // namespace

ImportedModel import_json_schema(const JsonValue& document, const std::string& path,
                                 const std::string& name) {
    return SchemaImporter(document, path).import(name);
}

}  // namespace daicho
