#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/formats/xml_document.hpp"

namespace daicho {

inline constexpr std::string_view xsd_uri = "http://www.w3.org/2001/XMLSchema";

/// A name in a namespace.
struct XsdName {
    std::string uri;
    std::string local;
    auto operator<=>(const XsdName&) const = default;
};

/// A schema file.
struct XsdFile {
    std::string path;
    XmlElement root;
    std::string target;  ///< its namespace
};

/// A named part of a schema: a type, a group, an element.
struct XsdComponent {
    const XmlElement* element = nullptr;
    const XsdFile* file = nullptr;
};

/// A schema with those that it imports and includes: files beside it, nothing is fetched.
class XsdSchema {
 public:
    /// Throws Error.
    explicit XsdSchema(const std::string& path);

    const XsdFile& main() const { return *files_.front(); }
    const std::vector<std::unique_ptr<XsdFile>>& files() const { return files_; }

    /// The component of `kind` ("complexType", "group" …) of that name; `element` is null where there is
    /// none.
    XsdComponent find(std::string_view kind, const XsdName& name) const;
    /// "pd:Address" as it is meant at `at`.
    static XsdName resolve(const XsdFile& file, const XmlElement& at, const std::string& name);

 private:
    void read(const std::string& path);
    void read_others(const XsdFile& file);

    std::vector<std::unique_ptr<XsdFile>> files_;
    std::map<std::pair<std::string, XsdName>, XsdComponent> components_;
};

/// The documentation of `element` in `language`; text that names no language counts as Japanese.
std::string documentation_of(const XmlElement& element, std::string_view language);

/// Throws Error that names file and line.
[[noreturn]] void refuse_xsd(const XsdFile& file, const XmlElement& at, const std::string& ja,
                             const std::string& en);

}  // namespace daicho
