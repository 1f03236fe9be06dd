#include <algorithm>
#include <map>

#include "models/dictionary/item_words.hpp"
#include "models/export/export_parts.hpp"

namespace daicho {

namespace {

/// Required names of an object, and what is required below them.
struct RequiredTree {
    std::map<std::string, RequiredTree> below;
};

RequiredTree required_tree(const std::vector<std::string>& paths) {
    RequiredTree root;
    for (std::string_view path : paths) {
        RequiredTree* at = &root;
        while (!path.empty()) {
            const std::size_t end = std::min(path.find('.'), path.size());
            at = &at->below[std::string(path.substr(0, end))];
            path.remove_prefix(std::min(end + 1, path.size()));
        }
    }
    return root;
}

bool is_integer(std::string_view text) {
    if (text == "0") return true;
    return !text.empty() && text.size() < 16 && text[0] != '0' &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// JSON Schema 2020-12 of a model.
class Definitions {
 public:
    Definitions(JsonWriter& json, const ExportedModel& model, std::string_view prefix)
        : json_(json), model_(model), prefix_(prefix) {}

    void write() {
        write_record();
        for (const ExportedClass& one : model_.classes) write_class(one);
        for (std::size_t i = 0; i < model_.codes.size(); ++i) write_codes(i);
        json_.key("empty").begin_object().key("description").string("値がないこと / no value");
        json_.key("enum").begin_array().string("").null().end_array().end_object();
        json_.key("filled").begin_object().key("description").string("値があること / a value");
        write_not_blank();
        json_.key("if").begin_object().key("type").string("array").end_object();
        json_.key("then").begin_object().key("contains").begin_object();
        write_not_blank();
        json_.end_object().end_object().end_object();
    }

 private:
    void write_not_blank() {
        json_.key("not").begin_object().key("enum").begin_array().string("").null();
        json_.begin_array().end_array().begin_object().end_object().end_array().end_object();
    }

    void refer(std::string_view name) {
        json_.begin_object().key("$ref").string(std::string(prefix_) + std::string(name)).end_object();
    }

    void write_titles(const syntax::Text& label) {
        if (!label.ja.empty()) json_.key("title").string(label.ja).key("x-label-ja").string(label.ja);
        if (!label.en.empty()) json_.key("x-label-en").string(label.en);
    }

    /// The first class with what is required of a record.
    void write_record() {
        const ExportedClass& root = model_.root();
        const RequiredPaths paths = required_paths(model_);
        json_.key(record_definition(model_)).begin_object();
        json_.key("title").string(root.found.tree->label.ja).key("allOf").begin_array();
        refer(root.name);
        if (!paths.always.empty()) write_required(required_tree(paths.always), root, {});
        if (!paths.alternatives.empty()) {
            json_.begin_object().key("anyOf").begin_array();
            for (const auto& one : paths.alternatives)
                write_required(required_tree(one.paths), root, one.name);
            json_.end_array().end_object();
        }
        json_.end_array();
        if (root.found.tree->closed) json_.key("unevaluatedProperties").boolean(false);
        json_.end_object();
    }

    void write_required(const RequiredTree& tree, const ExportedClass& of, const std::string& title) {
        json_.begin_object();
        if (!title.empty()) json_.key("title").string(title);
        json_.key("required").begin_array();
        for (const auto& [name, below] : tree.below) {
            if (const ExportedItem* item = of.find(name)) json_.string(item->name);
        }
        json_.end_array().key("properties").begin_object();
        for (const auto& [name, below] : tree.below) {
            const ExportedItem* item = of.find(name);
            if (!item) continue;
            json_.key(item->name);
            write_required_value(below, *item);
        }
        json_.end_object().end_object();
    }

    void write_required_value(const RequiredTree& below, const ExportedItem& item) {
        if (below.below.empty() || item.classes.empty()) {
            refer("filled");
            return;
        }
        const ExportedClass& nested = model_.classes[item.classes.front()];
        if (!item.repeats()) {
            json_.begin_object().key("type").string("object").key("allOf").begin_array();
            write_required(below, nested, {});
            json_.end_array().end_object();
            return;
        }
        json_.begin_object().key("anyOf").begin_array();
        json_.begin_object().key("type").string("object").key("allOf").begin_array();
        write_required(below, nested, {});
        json_.end_array().end_object();
        json_.begin_object().key("type").string("array").key("contains");
        write_required(below, nested, {});
        json_.end_object().end_array().end_object();
    }

    void write_class(const ExportedClass& one) {
        const syntax::Class& tree = *one.found.tree;
        json_.key(one.name).begin_object();
        write_titles(tree.label);
        json_.key("type").string("object");
        if (tree.extends) json_.key("x-extends").string(tree.extends->text);
        json_.key("properties").begin_object();
        for (const ExportedItem& item : one.items) {
            json_.key(item.name).begin_object();
            write_annotations(item);
            write_item(item);
            json_.end_object();
        }
        json_.end_object().end_object();
    }

    void write_annotations(const ExportedItem& item) {
        const syntax::Item& tree = *item.tree;
        write_titles(tree.label);
        if (tree.type.kind == syntax::TypeKind::value)
            json_.key("x-kind").string(tree.type.names.front().text);
        if (!tree.number.empty()) json_.key("x-number").string(tree.number);
        constexpr std::string_view words[] = {"", "recommended", "required", "required when assigned",
                                              "forbidden"};
        const std::string_view word = words[static_cast<int>(tree.requirement)];
        if (!word.empty())
            json_.key("x-requirement").string(std::string(word) + (tree.for_exchange ? " for exchange" : ""));
        if (tree.standing == syntax::Standing::extension) json_.key("x-extension").boolean(true);
        if (tree.confidential) json_.key("x-confidential").boolean(true);
        if (!tree.registry.empty()) json_.key("x-registry").string(tree.registry);
        if (tree.aliases.empty()) return;
        json_.key("x-aliases").begin_array();
        for (const auto& alias : tree.aliases) json_.string(alias.text);
        json_.end_array();
    }

    void write_item(const ExportedItem& item) {
        if (!item.repeats()) {
            write_one(item);
            return;
        }
        json_.key("anyOf")
            .begin_array()
            .begin_object()
            .key("type")
            .string("array")
            .key("items")
            .begin_object();
        write_one(item);
        json_.end_object();
        if (item.tree->cardinality.maximum != syntax::Cardinality::unlimited)
            json_.key("maxItems").number(item.tree->cardinality.maximum);
        json_.end_object().begin_object();
        write_one(item);
        json_.end_object().end_array();
    }

    /// The members of the schema of one value.
    void write_one(const ExportedItem& item) {
        if (!item.classes.empty()) {
            json_.key("anyOf").begin_array();
            for (const std::size_t number : item.classes) refer(model_.classes[number].name);
            refer("empty");
            json_.end_array();
        } else if (is_plain_code(model_, item)) {
            json_.key("anyOf").begin_array();
            const std::string name = codes_name(model_, item.codes);
            if (item.tree->type.form != syntax::CodeForm::label) refer(name);
            if (item.tree->type.form != syntax::CodeForm::code) refer(name + "_label");
            refer(name + "_object");
            refer("empty");
            json_.end_array();
        } else {
            write_text(item);
        }
    }

    void write_text(const ExportedItem& item) {
        const syntax::Type& type = item.tree->type;
        json_.key("type").begin_array();
        if (is_number(item)) json_.string("number");
        json_.string("string").string("null").end_array();
        const std::string pattern = cell_pattern(model_, item);
        if (!pattern.empty()) json_.key("pattern").string("^(" + pattern + ")?$");
        if (!is_number(item)) return;
        if (type.minimum) json_.key("minimum").decimal(*type.minimum);
        if (type.maximum) json_.key("maximum").decimal(*type.maximum);
    }

    /// The codes of a list, their labels, and both in an object.
    void write_codes(std::size_t number) {
        const FoundCodes& list = model_.codes[number];
        const std::string name = codes_name(model_, number);
        json_.key(name).begin_object();
        write_titles(list.tree->label);
        const bool closed = list.tree->closed && !list.codes.empty();
        if (closed) {
            json_.key("enum").begin_array();
            for (const auto& code : list.codes) json_.string(code.code);
            for (const auto& code : list.codes) {
                if (is_integer(code.code)) json_.decimal(code.code);
            }
            json_.end_array();
        } else {
            json_.key("type").begin_array().string("string").string("integer").end_array();
        }
        json_.key("x-codes").begin_object();
        for (const auto& code : list.codes) json_.key(escaped(code.code)).string(code.label.ja);
        json_.end_object().end_object();
        write_labels(list, name);
        json_.key(name + "_object")
            .begin_object()
            .key("type")
            .string("object")
            .key("properties")
            .begin_object();
        for (const std::string_view key : {"code", "コード"}) {
            json_.key(key);
            refer(name);
        }
        for (const std::string_view key : {"value", "値", "名称"}) {
            json_.key(key).begin_object().key("type").string("string").end_object();
        }
        json_.end_object()
            .key("additionalProperties")
            .boolean(false)
            .key("minProperties")
            .number(2)
            .end_object();
    }

    void write_labels(const FoundCodes& list, const std::string& name) {
        json_.key(name + "_label").begin_object();
        if (list.tree->closed && !list.codes.empty()) {
            json_.key("enum").begin_array();
            std::vector<std::string_view> known;
            for (const auto& code : list.codes) {
                const std::string_view label = code.label.ja.empty() ? code.label.en : code.label.ja;
                if (label.empty() || std::ranges::find(known, label) != known.end()) continue;
                known.push_back(label);
                json_.string(label);
            }
            if (known.empty()) json_.null();
            json_.end_array();
        } else {
            json_.key("type").string("string");
        }
        json_.end_object();
    }

    static std::string escaped(std::string_view text) {
        std::string out;
        append_json_escaped(out, text);
        return out;
    }

    JsonWriter& json_;
    const ExportedModel& model_;
    std::string_view prefix_;
};

}  // namespace

std::string record_definition(const ExportedModel& model) {
    return model.root().name + "_record";
}

void write_definitions(JsonWriter& json, const ExportedModel& model, std::string_view prefix) {
    Definitions(json, model, prefix).write();
}

}  // namespace daicho
