#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace daicho {

/// An element of an XML document, with everything below it.
struct XmlElement {
    struct Attribute {
        std::string name;  ///< without prefix
        std::string uri;   ///< of its namespace; empty: none
        std::string value;
    };

    std::string name;  ///< without prefix
    std::string uri;   ///< of its namespace; empty: none
    std::vector<Attribute> attributes;
    std::vector<std::pair<std::string, std::string>> namespaces;  ///< prefix and URI declared here
    std::string text;  ///< of this element itself, that of the elements below left out
    std::vector<XmlElement> children;
    std::uint32_t line = 0;

    /// The attribute `name` that is in no namespace, or null.
    const std::string* attribute(std::string_view name) const;
    /// The first child of that name in the element's own namespace, or null.
    const XmlElement* child(std::string_view name) const;
};

/// Reads a document and gives its root. Nothing is fetched, no entity is looked up and a document with a DTD
/// is refused; at most 64 MiB. Throws Error with `path` and line.
XmlElement read_xml(std::string_view bytes, const std::string& path);

}  // namespace daicho
