#include "grammars/formats/xml_document.hpp"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <memory>

#include "grammars/formats/xml_refusal.hpp"

namespace daicho {

namespace {

constexpr std::size_t max_size = 64u << 20;

struct FreeParser {
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};
struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Parser = std::unique_ptr<xmlParserCtxt, FreeParser>;
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

std::string text_of(const xmlChar* text) {
    return text ? reinterpret_cast<const char*>(text) : "";
}

[[noreturn]] void refuse_document(const std::string& path, xmlParserCtxt* context) {
    const xmlError* error = xmlCtxtGetLastError(context);
    refuse_no_xml(path, error ? error->line : 0, error && error->message ? error->message : "");
}

Document parse(std::string_view bytes, const std::string& path) {
    static const bool ready = (xmlInitParser(), true);
    (void)ready;
    if (bytes.size() > max_size) {
        refuse_xml(path, 0, "XML ファイルが大きすぎます（64 MiB まで）。",
                   "the XML file is too large (at most 64 MiB)");
    }
    constexpr int options =
        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES;
    const Parser context(xmlNewParserCtxt());
    if (!context) throw std::bad_alloc();
    const XmlSilence silence;
    Document document(xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()),
                                        path.c_str(), nullptr, options));
    if (!document) refuse_document(path, context.get());
    // libxml2 drops what it could not convert, be it to the end or not.
    const xmlParserInput* input = context->input;
    if (silence.met_broken_bytes() || (input && input->buf && input->buf->error != 0))
        refuse_no_xml(path, 0, "its encoding cannot be converted");
    if (document->intSubset || document->extSubset) {
        refuse_dtd(path);
    }
    return document;
}

/// libxml2 itself refuses documents that are nested more than 256 deep.
XmlElement element_of(const xmlNode& node) {
    XmlElement element;
    element.name = text_of(node.name);
    element.uri = node.ns ? text_of(node.ns->href) : "";
    element.line = static_cast<std::uint32_t>(std::max(0L, xmlGetLineNo(&node)));
    for (const xmlNs* ns = node.nsDef; ns; ns = ns->next) {
        element.namespaces.emplace_back(text_of(ns->prefix), text_of(ns->href));
    }
    for (const xmlAttr* attribute = node.properties; attribute; attribute = attribute->next) {
        std::string value;
        for (const xmlNode* part = attribute->children; part; part = part->next)
            value += text_of(part->content);
        element.attributes.push_back(
            {text_of(attribute->name), attribute->ns ? text_of(attribute->ns->href) : "", std::move(value)});
    }
    for (const xmlNode* child = node.children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) {
            element.children.push_back(element_of(*child));
        } else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
            element.text += text_of(child->content);
        }
    }
    return element;
}

}  // namespace

const std::string* XmlElement::attribute(std::string_view wanted) const {
    for (const Attribute& one : attributes) {
        if (one.name == wanted && one.uri.empty()) return &one.value;
    }
    return nullptr;
}

const XmlElement* XmlElement::child(std::string_view wanted) const {
    const auto found = std::ranges::find_if(
        children, [&](const XmlElement& one) { return one.name == wanted && one.uri == uri; });
    return found == children.end() ? nullptr : &*found;
}

XmlElement read_xml(std::string_view bytes, const std::string& path) {
    const Document document = parse(bytes, path);
    return element_of(*xmlDocGetRootElement(document.get()));
}

}  // namespace daicho
