#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/formats/nested_columns.hpp"
#include "grammars/formats/xml_reader.hpp"

namespace daicho {

/// Where the records of an XML document are.
struct XmlLayout {
    std::string name;                  ///< of the document, for messages
    std::string path;                  ///< of the elements that are records, by local names: "/list/item"
    std::vector<std::string> others;   ///< paths of other elements that repeat, which are not read
    std::vector<std::string> outside;  ///< paths of elements beside these and the records that hold values
};

/// Finds the elements that are records in the document that `xml` is at the start of, which is read: those of
/// the outermost path where elements with values in them repeat, where they hold half of all values and what
/// stands beside them speaks of the document (`is_about_document`), or is little beside much; else the root.
/// `wanted` is a path ("/": the root), or the name of an element, that somebody named; nothing: "". Throws
/// Error where there is no such element, with the paths that there are.
XmlLayout find_xml_records(XmlReader& xml, const std::string& name, const std::string& wanted);

/// Hears of the values of a record.
class XmlValues {
 public:
    virtual ~XmlValues() = default;
    /// `way`: from the record down, as a JSON pointer: "/住所/連結表記", "/電話番号/1" the second of several,
    /// "/Code/@type" an attribute.
    virtual void value(const std::string& way, std::string_view text) = 0;
};

/// Walks over the records.
class XmlRecords {
 public:
    /// Both must outlive it.
    XmlRecords(XmlReader& xml, const XmlLayout& layout) : xml_(xml), layout_(layout) {}

    /// Goes to the next record, which must then be read; false at the end.
    bool next();
    /// Line on which the start tag of the record ends.
    std::uint64_t line() const { return line_; }
    /// Passes over the record; blanks around values are left out.
    void read(XmlValues& values);

 private:
    struct Open {
        std::size_t way;  ///< size of the way to the element
        std::size_t parts = 0;
        std::string text;
        std::vector<std::pair<std::string, std::uint32_t>>
            children;  ///< names of elements in it, and how many
    };

    void open(XmlValues& values);
    void take_attributes(XmlValues& values);
    void close(XmlValues& values);

    XmlReader& xml_;
    const XmlLayout& layout_;
    std::string path_;
    std::vector<std::size_t> sizes_;
    std::vector<Open> open_;
    std::string way_;
    std::uint64_t line_ = 0;
};

}  // namespace daicho
