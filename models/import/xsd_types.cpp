#include "models/import/xsd_types.hpp"

#include <algorithm>

namespace daicho {

namespace {

// What GIF calls the types that belong to one code list.
constexpr std::string_view codes_suffix = "_code_simpleType";
constexpr std::string_view labels_suffix = "_value_simpleType";
constexpr std::string_view pair_suffix = "_code_value";

constexpr int most_derivations = 32;

/// The kinds of value that the types of XML Schema are. One line a type.
constexpr std::pair<std::string_view, std::string_view> xsd_kinds[] = {
    {"string", "text"},
    {"normalizedString", "text"},
    {"token", "text"},
    {"date", "date"},
    {"gMonthDay", "month_day"},
    {"dateTime", "date_time"},
    {"time", "time"},
    {"duration", "elapsed_time"},
    {"decimal", "decimal"},
    {"double", "decimal"},
    {"float", "decimal"},
    {"integer", "integer"},
    {"int", "integer"},
    {"long", "integer"},
    {"short", "integer"},
    {"anyURI", "url"},
    {"nonNegativeInteger", "integer"},
    {"positiveInteger", "integer"},
    {"boolean", "yes_no"},
};

syntax::Type value_of(std::string_view kind) {
    syntax::Type type;
    type.names.push_back({std::string(kind), {}});
    return type;
}

const XmlElement* restriction_of(const XsdComponent& type) {
    const XmlElement* restriction = type.element->child("restriction");
    if (restriction) return restriction;
    refuse_xsd(*type.file, *type.element, "xsd:restriction のない型は読めません。",
               "a simple type without xsd:restriction is not read");
}

void add_facet(const XsdFile& file, const XmlElement& facet, syntax::Type& type) {
    if (facet.name == "annotation" || facet.name == "enumeration") return;
    const std::string* value = facet.attribute("value");
    if (value && facet.name == "minInclusive") {
        type.minimum = *value;
    } else if (value && facet.name == "maxInclusive") {
        type.maximum = *value;
    } else if (value && facet.name == "pattern" && type.matches.empty()) {
        type.matches = *value;
    } else {
        refuse_xsd(file, facet, "xsd:" + facet.name + " はモデルに表せません。",
                   "xsd:" + facet.name + " cannot be expressed in a model");
    }
}

}  // namespace

bool XsdTypes::enumerates(const XsdName& name) const {
    const XsdComponent type = schema_.find("simpleType", name);
    const XmlElement* restriction = type.element ? type.element->child("restriction") : nullptr;
    return restriction && restriction->child("enumeration");
}

std::optional<XsdTypes::CodeUse> XsdTypes::code_list_of(const XsdName& type) const {
    const std::string& name = type.local;
    const auto stem = [&](std::string_view suffix) { return name.substr(0, name.size() - suffix.size()); };
    if (name.ends_with(pair_suffix)) {
        const XsdName codes{type.uri, stem(pair_suffix) + std::string(codes_suffix)};
        if (enumerates(codes)) return CodeUse{stem(pair_suffix), syntax::CodeForm::both};
    }
    if (!enumerates(type)) return std::nullopt;
    if (name.ends_with(codes_suffix)) return CodeUse{stem(codes_suffix), syntax::CodeForm::code};
    if (name.ends_with(labels_suffix)) return CodeUse{stem(labels_suffix), syntax::CodeForm::label};
    return CodeUse{name, syntax::CodeForm::code};
}

void XsdTypes::add_code_list(const XsdComponent& type, std::vector<syntax::CodeList>& lists) const {
    const XsdName name{type.file->target, *type.element->attribute("name")};
    const auto use = code_list_of(name);
    if (!use || use->form == syntax::CodeForm::label) return;
    syntax::CodeList list;
    list.name.text = use->list;
    list.label.ja = documentation_of(*type.element, "ja");
    const std::string tail = "のコード値リスト";
    if (list.label.ja.ends_with(tail)) list.label.ja.resize(list.label.ja.size() - tail.size());
    list.label.en = documentation_of(*type.element, "en");
    for (const XmlElement& one : restriction_of(type)->children) {
        if (one.name != "enumeration") continue;
        const std::string* code = one.attribute("value");
        if (!code) refuse_xsd(*type.file, one, "value がありません。", "there is no value");
        list.codes.push_back({*code, {documentation_of(one, "ja"), documentation_of(one, "en")}, {}});
    }
    lists.push_back(std::move(list));
}

syntax::Type XsdTypes::type_of(const XsdComponent& element, int derivations) const {
    if (const XmlElement* own = element.element->child("simpleType")) {
        return value_type({own, element.file}, derivations);
    }
    const std::string* written = element.element->attribute("type");
    if (!written) {
        refuse_xsd(*element.file, *element.element, "type がないか、名前のない complexType です。",
                   "there is no type, or a complexType without a name");
    }
    const XsdName name = XsdSchema::resolve(*element.file, *element.element, *written);
    if (const auto use = code_list_of(name)) {
        syntax::Type type = value_of(use->list);
        type.kind = syntax::TypeKind::code;
        type.form = use->form;
        return type;
    }
    const auto kind =
        std::ranges::find(xsd_kinds, name.local, &std::pair<std::string_view, std::string_view>::first);
    if (name.uri == xsd_uri && kind != std::end(xsd_kinds)) return value_of(kind->second);
    const XsdComponent simple = schema_.find("simpleType", name);
    return simple.element ? value_type(simple, derivations) : class_type(element, name);
}

syntax::Type XsdTypes::value_type(const XsdComponent& type, int derivations) const {
    const XmlElement* restriction = restriction_of(type);
    const std::string* base = restriction->attribute("base");
    if (!base) refuse_xsd(*type.file, *restriction, "base がありません。", "there is no base");
    // A base is read like the type of an element.
    XmlElement of_base;
    of_base.line = restriction->line;
    of_base.namespaces = restriction->namespaces;
    of_base.attributes.push_back({"type", "", *base});
    if (derivations == most_derivations) {
        refuse_xsd(*type.file, *restriction, "型の派生が深すぎるか、自分自身をもとにしています。",
                   "the type is derived too often, or from itself");
    }
    syntax::Type out = type_of({&of_base, type.file}, derivations + 1);
    for (const XmlElement& facet : restriction->children) add_facet(*type.file, facet, out);
    return out;
}

/// A restriction of a class stands for the class with that pattern required.
syntax::Type XsdTypes::class_type(const XsdComponent& at, const XsdName& name) const {
    const XsdComponent found = schema_.find("complexType", name);
    if (!found.element) {
        refuse_xsd(*at.file, *at.element, "型 '" + name.local + "' がありません。",
                   "there is no type '" + name.local + "'");
    }
    syntax::Type type = value_of(name.local);
    type.kind = syntax::TypeKind::reference;
    const XmlElement* content = found.element->child("complexContent");
    const XmlElement* narrowed = content ? content->child("restriction") : nullptr;
    const std::string* base = narrowed ? narrowed->attribute("base") : nullptr;
    if (!base) return type;
    const std::string of = XsdSchema::resolve(*found.file, *narrowed, *base).local;
    type.names.front().text = of;
    type.pattern = name.local.starts_with(of + "_") ? name.local.substr(of.size() + 1) : name.local;
    return type;
}

}  // namespace daicho
