#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "grammars/base/os.hpp"

namespace daicho {

/// Where a document of XML is not as its schema has it.
struct XmlViolation {
    std::uint64_t line = 0;
    std::uint64_t record = 0;  ///< number of the record that it is in, from 1; 0: in none
    std::string path;  ///< of the element or attribute, by local names: "/list/item[3]/name", "/list/@id"
    bool of_value = false;  ///< its text or the value of an attribute, not what elements there are
    std::string given;      ///< the value
    /// What the schema has: "opened, code", "@id", "xs:date", "[0-9]{4}", "maxLength 3".
    std::string expected;
    std::string what;  ///< where that cannot be told so, what libxml2 says of it
};

/// A schema of XML (XSD 1.0). What it imports and includes is read from files; nothing is fetched.
class XmlSchema {
 public:
    /// Reads it, while no other thread reads XML. Throws Error with file and line where it is no schema.
    explicit XmlSchema(const std::string& path);
    ~XmlSchema();
    XmlSchema(const XmlSchema&) = delete;
    XmlSchema& operator=(const XmlSchema&) = delete;

    /// Reads `document` (rewindable, at its start) from front to back, in memory that does not depend on its
    /// length, and tells each violation. `records` is the path of the elements that are records
    /// ("/list/item"). Throws Error where the document cannot be read.
    void check(ByteSource& document, const std::string& records,
               const std::function<void(const XmlViolation&)>& tell) const;

 private:
    struct Compiled;
    std::unique_ptr<Compiled> compiled_;
};

}  // namespace daicho
