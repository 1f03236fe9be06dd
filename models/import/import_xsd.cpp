#include "models/import/import_xsd.hpp"

#include <algorithm>
#include <set>

#include "grammars/base/path_names.hpp"
#include "models/import/xsd_schema.hpp"
#include "models/import/xsd_types.hpp"

namespace daicho {

namespace {

/// GIF names an element whose pattern is left open NAME_MP00.
constexpr std::string_view open_pattern_of_schemas = "_MP00";

constexpr int most_groups = 64;

std::string without_suffix(const std::string& text, std::string_view suffix) {
    return text.ends_with(suffix) ? text.substr(0, text.size() - suffix.size()) : text;
}

class XsdImporter {
 public:
    explicit XsdImporter(const std::string& path) : schema_(path), types_(schema_) {}

    ImportedModel import(const std::string& name) {
        out_.model.name.text = name;
        add_head();
        for (const auto& file : schema_.files()) {
            for (const XmlElement& one : file->root.children) {
                if (one.name == "complexType") add_complex_type({&one, file.get()});
            }
        }
        for (const auto& file : schema_.files()) {
            for (const XmlElement& one : file->root.children) {
                if (one.name == "simpleType") types_.add_code_list({&one, file.get()}, out_.model.code_lists);
            }
        }
        note_elements_left_out();
        return std::move(out_);
    }

 private:
    void add_head() {
        const XsdFile& file = schema_.main();
        syntax::Model& model = out_.model;
        syntax::Source source;
        if (const XmlElement* annotation = file.root.child("annotation")) {
            if (const XmlElement* facts = annotation->child("appinfo")) {
                for (const XmlElement& fact : facts->children) add_fact(fact, source);
            }
        }
        if (source.document.empty()) source.document = name_of_path(file.path);
        model.sources.push_back(source);
        for (const auto& [prefix, uri] : file.root.namespaces) {
            const bool ours = std::ranges::any_of(
                schema_.files(), [&uri = uri](const auto& one) { return one->target == uri; });
            if (ours && !prefix.empty()) {
                model.namespaces.push_back({{prefix, {}}, uri, uri.starts_with("http://xxx/")});
            }
        }
    }

    void add_fact(const XmlElement& fact, syntax::Source& source) {
        syntax::Model& model = out_.model;
        const auto language = std::ranges::find(fact.attributes, "lang", &XmlElement::Attribute::name);
        const bool english = language != fact.attributes.end() && language->value == "en";
        if (fact.name == "title" && english) model.label.en = fact.text;
        if (fact.name == "title" && !english) model.label.ja = source.document = fact.text;
        if (fact.name == "issued") model.version = fact.text;
        if (fact.name == "license") source.license = fact.text;
    }

    // ---- classes

    void add_complex_type(const XsdComponent& type) {
        const std::string& name = *type.element->attribute("name");
        if (types_.code_list_of({type.file->target, name})) return;
        const XmlElement* content = type.element->child("complexContent");
        if (const XmlElement* narrowed = content ? content->child("restriction") : nullptr) {
            add_pattern(type, *narrowed);
            return;
        }
        syntax::Class tree;
        tree.name.text = name;
        tree.label = {documentation_of(*type.element, "ja"), documentation_of(*type.element, "en")};
        const XmlElement* members = type.element;
        if (const XmlElement* widened = content ? content->child("extension") : nullptr) {
            members = widened;
            tree.extends = syntax::Name{base_of(type, *widened).local, {}};
        }
        add_items({members, type.file}, tree.items);
        out_.model.classes.push_back(std::move(tree));
    }

    static XsdName base_of(const XsdComponent& type, const XmlElement& derived) {
        const std::string* base = derived.attribute("base");
        if (!base) refuse_xsd(*type.file, derived, "base がありません。", "there is no base");
        return XsdSchema::resolve(*type.file, derived, *base);
    }

    /// The elements of a type or a group, those of the groups that it names included.
    void add_items(const XsdComponent& content, std::vector<syntax::Item>& items, int depth = 0) {
        if (depth == most_groups) {
            refuse_xsd(*content.file, *content.element,
                       "グループの入れ子が深すぎるか、自分自身を含んでいます。",
                       "groups are nested too deep, or in themselves");
        }
        for (const XmlElement& one : content.element->children) {
            const XsdComponent part{&one, content.file};
            if (one.name == "annotation" || one.name == "attribute") continue;
            if (one.name == "sequence" || one.name == "all") {
                add_items(part, items, depth + 1);
            } else if (one.name == "group") {
                add_items(named(part, "group"), items, depth + 1);
            } else if (one.name == "element") {
                items.push_back(item_of(part));
            } else {
                refuse_xsd(*content.file, one, "xsd:" + one.name + " はモデルに表せません。",
                           "xsd:" + one.name + " cannot be expressed in a model");
            }
        }
    }

    XsdComponent named(const XsdComponent& at, std::string_view kind) const {
        const std::string* ref = at.element->attribute("ref");
        const XsdComponent found =
            ref ? schema_.find(kind, XsdSchema::resolve(*at.file, *at.element, *ref)) : XsdComponent{};
        if (found.element) return found;
        const std::string name = ref ? *ref : "";
        refuse_xsd(*at.file, *at.element, "'" + name + "' がありません。", "there is no '" + name + "'");
    }

    syntax::Item item_of(const XsdComponent& use) {
        const bool elsewhere = use.element->attribute("ref") != nullptr;
        const XsdComponent element = elsewhere ? named(use, "element") : use;
        const std::string* name = element.element->attribute("name");
        if (!name) refuse_xsd(*element.file, *element.element, "名前がありません。", "there is no name");
        if (elsewhere) placed_.insert(element.element);
        syntax::Item item;
        item.name.text = without_suffix(*name, open_pattern_of_schemas);
        item.label = {documentation_of(*element.element, "ja"), documentation_of(*element.element, "en")};
        item.type = types_.type_of(element);
        item.cardinality = cardinality_of(use);
        if (item.cardinality.minimum > 0) item.requirement = syntax::Requirement::required;
        return item;
    }

    static syntax::Cardinality cardinality_of(const XsdComponent& use) {
        const auto count = [&](const char* attribute) -> std::uint32_t {
            const std::string* text = use.element->attribute(attribute);
            if (!text) return 1;
            if (*text == "unbounded") return syntax::Cardinality::unlimited;
            if (!text->empty() && text->size() < 9 &&
                text->find_first_not_of("0123456789") == std::string::npos) {
                return static_cast<std::uint32_t>(std::stoul(*text));
            }
            refuse_xsd(*use.file, *use.element, "個数 '" + *text + "' は数ではありません。",
                       "the count '" + *text + "' is not a number");
        };
        const syntax::Cardinality cardinality{count("minOccurs"), count("maxOccurs")};
        if (cardinality.minimum <= cardinality.maximum && cardinality.maximum > 0) return cardinality;
        refuse_xsd(*use.file, *use.element, "minOccurs と maxOccurs が矛盾しています。",
                   "minOccurs and maxOccurs contradict each other");
    }

    // ---- required patterns

    /// A restriction of a class that asks for more items than the class does.
    void add_pattern(const XsdComponent& type, const XmlElement& narrowed) {
        const XsdName base = base_of(type, narrowed);
        const auto tree = std::ranges::find(out_.model.classes, base.local,
                                            [](const syntax::Class& one) { return one.name.text; });
        if (tree == out_.model.classes.end()) {
            refuse_xsd(*type.file, narrowed, "クラス '" + base.local + "' が前にありません。",
                       "there is no class '" + base.local + "' before this one");
        }
        const std::string& name = *type.element->attribute("name");
        syntax::Pattern pattern;
        pattern.name.text = name.starts_with(base.local + "_") ? name.substr(base.local.size() + 1) : name;
        pattern.label = {documentation_of(*type.element, "ja"), documentation_of(*type.element, "en")};
        std::vector<syntax::Item> items;
        add_items({&narrowed, type.file}, items);
        for (const auto& item : items) {
            const auto same = std::ranges::find(tree->items, item.name.text,
                                                [](const syntax::Item& one) { return one.name.text; });
            if (same == tree->items.end()) {
                refuse_xsd(*type.file, narrowed, "項目 '" + item.name.text + "' がもとのクラスにありません。",
                           "the class that is restricted has no item '" + item.name.text + "'");
            }
            if (item.cardinality.minimum > same->cardinality.minimum) {
                pattern.items.push_back({item.name, false});
            }
        }
        tree->patterns.push_back(std::move(pattern));
    }

    /// Elements that stand for a whole class, or for another element with its pattern chosen, are no loss.
    void note_elements_left_out() {
        for (const XmlElement& one : schema_.main().root.children) {
            if (one.name != "element" || placed_.contains(&one) || one.attribute("substitutionGroup"))
                continue;
            const XsdComponent element{&one, &schema_.main()};
            syntax::Item item = item_of(element);
            const auto same = [&](const syntax::Class& tree) { return tree.name.text == item.name.text; };
            if (std::ranges::none_of(out_.model.classes, same)) out_.left_out.push_back(std::move(item));
        }
    }

    XsdSchema schema_;
    XsdTypes types_;
    ImportedModel out_;
    std::set<const XmlElement*> placed_;
};

}  // namespace

ImportedModel import_xsd(const std::string& path, const std::string& name) {
    return XsdImporter(path).import(name);
}

}  // namespace daicho
