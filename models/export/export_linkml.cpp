#include <algorithm>
#include <map>

#include "models/export/export_parts.hpp"
#include "models/export/value_form.hpp"
#include "models/export/yaml_of_json.hpp"

namespace daicho {

std::string export_linkml(const ExportRequest& request);

namespace {

std::string_view linkml_range(const ExportedItem& item) {
    if (!item.kind || !item.tree->separator.empty() || !item.tree->unknowns.empty()) return "string";
    const ValueForm& form = value_form(*item.kind);
    if (form.xsd == "date") return "date";
    if (form.xsd == "anyURI") return "uri";
    if (form.xsd == "integer") return "integer";
    return form.number ? "decimal" : "string";
}

class LinkmlWriter {
 public:
    LinkmlWriter(JsonWriter& json, const ExportedModel& model) : json_(json), model_(model) {}

    void write() {
        const FoundClass& found = model_.root().found;
        const syntax::Model& tree = found.source->tree;
        std::string name = tree.name.text + "_" + model_.root().name;
        std::ranges::replace(name, '.', '_');
        json_.begin_object().key("id").string("urn:gifm:" + tree.name.text + "/" + model_.root().name);
        json_.key("name").string(name);
        write_texts(tree.label);
        if (!tree.version.empty()) json_.key("version").string(tree.version);
        write_prefixes();
        json_.key("imports").begin_array().string("linkml:types").end_array();
        json_.key("default_range").string("string").key("classes").begin_object();
        for (const ExportedClass& one : model_.classes) write_class(one);
        json_.end_object();
        write_enums();
        json_.end_object();
    }

 private:
    void write_texts(const syntax::Text& label) {
        if (!label.ja.empty()) json_.key("title").string(label.ja);
        if (!label.en.empty()) json_.key("description").string(label.en);
    }

    void write_prefixes() {
        std::map<std::string, std::string> prefixes = {{"linkml", "https://w3id.org/linkml/"},
                                                       {"gifm", "urn:gifm:"}};
        for (const ExportedClass& one : model_.classes) {
            if (!one.uri.empty()) prefixes.emplace(one.prefix, one.uri + "#");
        }
        json_.key("prefixes").begin_object();
        for (const auto& [prefix, uri] : prefixes) json_.key(prefix).string(uri);
        json_.end_object();
        const ExportedClass& root = model_.root();
        json_.key("default_prefix").string(root.uri.empty() ? "gifm" : root.prefix);
    }

    void write_class(const ExportedClass& one) {
        json_.key(one.name).begin_object();
        write_texts(one.found.tree->label);
        if (&one == &model_.root()) json_.key("tree_root").boolean(true);
        json_.key("attributes").begin_object();
        for (const ExportedItem& item : one.items) write_item(one, item);
        json_.end_object();
        write_keys(one);
        json_.end_object();
    }

    void write_item(const ExportedClass& of, const ExportedItem& item) {
        const syntax::Item& tree = *item.tree;
        json_.key(item.name).begin_object();
        write_texts(tree.label);
        if (!of.uri.empty()) json_.key("slot_uri").string(of.prefix + ":" + tree.name.text);
        write_range(item);
        const bool root = &of == &model_.root();
        if (root && item.required() && !tree.may_be_empty) json_.key("required").boolean(true);
        if (tree.requirement == syntax::Requirement::recommended) json_.key("recommended").boolean(true);
        if (item.repeats()) json_.key("multivalued").boolean(true);
        if (!tree.aliases.empty()) {
            json_.key("aliases").begin_array();
            for (const auto& alias : tree.aliases) json_.string(alias.text);
            json_.end_array();
        }
        json_.end_object();
    }

    void write_range(const ExportedItem& item) {
        const syntax::Type& type = item.tree->type;
        if (item.classes.size() > 1) {
            json_.key("any_of").begin_array();
            for (const std::size_t number : item.classes)
                json_.begin_object().key("range").string(model_.classes[number].name).end_object();
            json_.end_array();
        } else if (!item.classes.empty()) {
            json_.key("range").string(model_.classes[item.classes.front()].name);
            json_.key("inlined").boolean(true);
        } else if (is_plain_code(model_, item) && type.form == syntax::CodeForm::code) {
            json_.key("range").string(codes_name(model_, item.codes));
        } else {
            const std::string_view range = linkml_range(item);
            json_.key("range").string(range);
            const std::string pattern = cell_pattern(model_, item);
            if (range == "string" && !pattern.empty()) json_.key("pattern").string("^(" + pattern + ")$");
            if (range == "integer") {
                if (type.minimum) json_.key("minimum_value").decimal(*type.minimum);
                if (type.maximum) json_.key("maximum_value").decimal(*type.maximum);
            }
        }
    }

    void write_keys(const ExportedClass& one) {
        std::size_t number = 0;
        for (const auto* unique : one.uniques) {
            std::vector<std::string> names;
            for (const auto& item : unique->items) {
                const ExportedItem* found = one.find(item.text);
                if (found) names.push_back(found->name);
            }
            if (names.size() != unique->items.size()) continue;
            if (number == 0) json_.key("unique_keys").begin_object();
            json_.key("key_" + std::to_string(++number)).begin_object().key("unique_key_slots").begin_array();
            for (const std::string& name : names) json_.string(name);
            json_.end_array().end_object();
        }
        if (number > 0) json_.end_object();
    }

    void write_enums() {
        if (model_.codes.empty()) return;
        json_.key("enums").begin_object();
        for (std::size_t i = 0; i < model_.codes.size(); ++i) {
            const FoundCodes& list = model_.codes[i];
            json_.key(codes_name(model_, i)).begin_object();
            write_texts(list.tree->label);
            json_.key("permissible_values").begin_object();
            std::vector<std::string_view> known;
            for (const auto& code : list.codes) {
                if (std::ranges::find(known, code.code) != known.end()) continue;
                known.push_back(code.code);
                std::string key;
                append_json_escaped(key, code.code);
                json_.key(key).begin_object();
                write_texts(code.label);
                json_.end_object();
            }
            json_.end_object().end_object();
        }
        json_.end_object();
    }

    JsonWriter& json_;
    const ExportedModel& model_;
};

}  // namespace

std::string export_linkml(const ExportRequest& request) {
    std::string text;
    JsonWriter json(text);
    LinkmlWriter(json, request.model).write();
    return loss_lines(request, "# ") + yaml_of_json(text);
}

}  // namespace daicho
