#include "models/import/xsd_schema.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/text/spaces.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_files = 64;

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

/// Only files beside the schema or below it are read.
bool is_beside(std::string_view location) {
    return !location.empty() && location.front() != '/' && location.find(':') == std::string_view::npos &&
           location.find("..") == std::string_view::npos;
}

}  // namespace

XsdSchema::XsdSchema(const std::string& path) {
    read(path);
}

void XsdSchema::read(const std::string& path) {
    const auto is_known = [&](const auto& file) { return file->path == path; };
    if (std::ranges::any_of(files_, is_known)) return;
    if (files_.size() == most_files) {
        throw Error{ErrorKind::limit, path + ": 読み込むスキーマが多すぎます。",
                    path + ": too many schemas import one another"};
    }
    auto file = std::make_unique<XsdFile>();
    file->path = path;
    file->root = read_xml(read_file(path), path);
    const XmlElement& root = file->root;
    if (root.name != "schema" || root.uri != xsd_uri) {
        refuse_xsd(*file, root, "XML スキーマ（xsd:schema）ではありません。",
                   "this is not an XML schema (xsd:schema)");
    }
    if (const std::string* target = root.attribute("targetNamespace")) file->target = *target;
    for (const XmlElement& one : root.children) {
        const std::string* name = one.attribute("name");
        if (name) components_.insert({{one.name, {file->target, *name}}, {&one, file.get()}});
    }
    files_.push_back(std::move(file));
    read_others(*files_.back());
}

void XsdSchema::read_others(const XsdFile& file) {
    for (const XmlElement& one : file.root.children) {
        if (one.name != "import" && one.name != "include") continue;
        const std::string* location = one.attribute("schemaLocation");
        if (!location) continue;
        if (!is_beside(*location)) {
            refuse_xsd(file, one, "同じフォルダーにないスキーマは読みません: " + *location,
                       "only schemas beside this one are read, not " + *location);
        }
        read(folder_of(file.path) + *location);
    }
}

XsdComponent XsdSchema::find(std::string_view kind, const XsdName& name) const {
    const auto found = components_.find({std::string(kind), name});
    return found == components_.end() ? XsdComponent{} : found->second;
}

XsdName XsdSchema::resolve(const XsdFile& file, const XmlElement& at, const std::string& name) {
    const auto colon = name.find(':');
    const std::string prefix = colon == std::string::npos ? "" : name.substr(0, colon);
    for (const auto* element : {&at, &file.root}) {
        for (const auto& [declared, uri] : element->namespaces) {
            if (declared == prefix) return {uri, name.substr(colon + 1)};
        }
    }
    if (prefix.empty()) return {file.target, name};
    refuse_xsd(file, at, "接頭辞 '" + prefix + "' の名前空間が分かりません。",
               "the prefix '" + prefix + "' has no namespace");
}

std::string documentation_of(const XmlElement& element, std::string_view language) {
    const XmlElement* annotation = element.child("annotation");
    if (!annotation) return {};
    for (const XmlElement& one : annotation->children) {
        if (one.name != "documentation") continue;
        const auto said = std::ranges::find(one.attributes, "lang", &XmlElement::Attribute::name);
        const std::string_view of = said == one.attributes.end() ? "ja" : std::string_view(said->value);
        if (of == language) return std::string(trimmed(one.text));
    }
    return {};
}

void refuse_xsd(const XsdFile& file, const XmlElement& at, const std::string& ja, const std::string& en) {
    const std::string place = file.path + ":" + std::to_string(at.line) + ": ";
    throw Error{ErrorKind::input, place + ja, place + en};
}

}  // namespace daicho
