#include <algorithm>
#include <map>
#include <set>

#include "models/export/export_parts.hpp"
#include "models/export/jsonld_context.hpp"
#include "models/export/value_form.hpp"

namespace daicho {

std::string export_jsonld_context(const ExportRequest& request);

namespace {

/// The IRI that terms of a class without a namespace begin with.
std::string base_of(const ExportedClass& one) {
    if (!one.uri.empty()) return one.prefix + ":";
    return "urn:gifm:" + one.found.source->tree.name.text + "#";
}

class ContextWriter {
 public:
    ContextWriter(JsonWriter& json, const ExportedModel& model, const std::set<std::string>* paths)
        : json_(json), model_(model), paths_(paths) {}

    void write() {
        json_.begin_object().key("@version").decimal("1.1");
        std::map<std::string, std::string> prefixes = {{"xsd", "http://www.w3.org/2001/XMLSchema#"}};
        for (const ExportedClass& one : model_.classes) {
            if (!one.uri.empty()) prefixes.emplace(one.prefix, one.uri + "#");
        }
        for (const auto& [prefix, uri] : prefixes) json_.key(prefix).string(uri);
        const ExportedClass& root = model_.root();
        const std::string name = record_name(model_);
        std::string key;
        append_json_escaped(key, name);
        json_.key(key).string(base_of(root) + root.found.tree->name.text);
        std::set<std::string> taken = {name};
        for (const ExportedItem& item : root.items) {
            if (is_wanted(item.tree->name.text) && taken.insert(item.name).second)
                write_term(root, item, {&root}, item.tree->name.text);
        }
        json_.end_object();
    }

 private:
    bool is_wanted(const std::string& path) const {
        if (!paths_ || paths_->contains(path)) return true;
        const auto next = paths_->lower_bound(path + ".");
        return next != paths_->end() && next->starts_with(path + ".");
    }

    void write_term(const ExportedClass& of, const ExportedItem& item,
                    const std::vector<const ExportedClass*>& way, const std::string& path) {
        std::string key;
        append_json_escaped(key, item.name);
        json_.key(key).begin_object().key("@id").string(base_of(of) + item.tree->name.text);
        const std::string type = type_of(item);
        if (!type.empty()) json_.key("@type").string(type);
        if (item.repeats()) json_.key("@container").string("@set");
        write_nested(item, way, path);
        json_.end_object();
    }

    void write_nested(const ExportedItem& item, const std::vector<const ExportedClass*>& way,
                      const std::string& path) {
        if (item.classes.empty()) return;
        json_.key("@context").begin_object();
        std::set<std::string> known;
        for (const std::size_t number : item.classes) {
            const ExportedClass& nested = model_.classes[number];
            if (std::ranges::find(way, &nested) != way.end() || way.size() > 4) continue;
            std::vector<const ExportedClass*> further = way;
            further.push_back(&nested);
            for (const ExportedItem& below : nested.items) {
                const std::string longer = path + "." + below.tree->name.text;
                if (is_wanted(longer) && known.insert(below.name).second)
                    write_term(nested, below, further, longer);
            }
        }
        json_.end_object();
    }

    static std::string type_of(const ExportedItem& item) {
        if (!item.kind || !item.tree->separator.empty() || !item.tree->unknowns.empty()) return {};
        const std::string& type = value_form(*item.kind).xsd;
        return type.empty() || type == "string" ? "" : "xsd:" + type;
    }

    JsonWriter& json_;
    const ExportedModel& model_;
    const std::set<std::string>* paths_;
};

/// Where the namespace of a class is a document, its terms are published there.
bool has_published_context(const ExportedModel& model) {
    return model.root().uri.ends_with(".jsonld");
}

}  // namespace

std::string record_name(const ExportedModel& model) {
    const syntax::Class& tree = *model.root().found.tree;
    return (model.japanese || has_published_context(model)) && !tree.label.ja.empty() ? tree.label.ja
                                                                                      : tree.name.text;
}

void write_jsonld_context(JsonWriter& json, const ExportedModel& model, const std::set<std::string>* paths) {
    if (has_published_context(model)) {
        json.string(model.root().uri);
        return;
    }
    ContextWriter(json, model, paths).write();
}

std::string export_jsonld_context(const ExportRequest& request) {
    std::string text;
    JsonWriter json(text);
    json.begin_object().key("@context");
    write_jsonld_context(json, request.model);
    json.end_object();
    return indented_json(text);
}

}  // namespace daicho
