#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/formats/xml_reader.hpp"
#include "grammars/formats/xml_shape.hpp"

namespace daicho {

/// What there is of the elements of one path.
struct XmlPath {
    std::string path;  ///< by local names: "/list/item"
    std::string name;  ///< its last step
    std::size_t depth = 0;
    std::size_t parent = 0;  ///< its place among all paths; of the root 0 as well
    std::uint64_t elements = 0;
    std::uint64_t most_together = 0;  ///< in one parent
    std::uint64_t values = 0;         ///< attributes and texts in them, at any depth
    std::uint64_t own_values = 0;     ///< those that are not of elements below
    bool about = false;               ///< they speak of the document
    bool holds_values = false;        ///< of elements below, or attributes
    bool mixed = false;               ///< one has both text and elements

    bool repeats() const { return most_together > 1 && holds_values; }
};

/// Looks over a document: which paths there are, and what of it columns do not keep.
class XmlSurvey {
 public:
    /// `name`: of the document, for messages.
    explicit XmlSurvey(std::string name) : document_(std::move(name)) {}

    /// Takes the event that `xml` is at. Throws Error beyond 10,000 paths.
    void see(const XmlReader& xml);
    /// A record begins with the element that began last.
    void begin_record() { met_.assign(1, open_.back()); }
    /// The paths of the elements of the record so far, by number.
    const std::vector<std::size_t>& met() const { return met_; }
    /// The record is over.
    void end_record() { met_.clear(); }
    /// Takes a record like one whose elements were of these paths. `values`: of its innermost elements.
    void see_like(const XmlShape& shape, std::span<const std::size_t> paths,
                  std::span<const std::string_view> values);
    /// Paths of elements, each behind its parent, with `values` counted.
    std::vector<XmlPath> paths() const;

    /// Names that are written with several namespaces, or required patterns, in the same place:
    /// "/list/item/@id (-, urn:x)", "/list/item/address (MP01, MP02)".
    std::vector<std::string> namespaces() const { return several(namespaces_); }
    std::vector<std::string> patterns() const { return several(patterns_); }
    /// Attributes for programs that check, with their paths: "/list/@xsi:schemaLocation".
    const std::vector<std::string>& of_schema() const { return of_schema_; }

 private:
    struct Node {
        XmlPath facts;
        std::vector<std::size_t> children;
        std::size_t likely = 0;    ///< the child behind the last one
        std::uint64_t number = 0;  ///< of its element that is open or was the last
        std::uint64_t parent = 0;  ///< the number of the parent that `together` counts in
        std::uint64_t together = 0;
        bool has_text = false;
        bool has_elements = false;
        std::string written, uri;  ///< name and namespace of the first element
        std::vector<std::pair<std::string, std::string>> attributes;  ///< names, first namespace of each
    };
    /// What is written differently in one place, and how.
    using Several = std::map<std::string, std::vector<std::string>, std::less<>>;

    static std::vector<std::string> several(const Several& all);
    static void note(Several& all, const std::string& path, std::string first, std::string other);
    void begin(const XmlReader& xml);
    void count(Node& node, Node& parent);
    std::size_t place_of(std::string_view name);
    std::size_t add(std::string_view name, const XmlReader& xml);
    void note_element(const Node& node, const XmlReader& xml);
    void note_attribute(Node& node, const XmlReader::Attribute& attribute);

    std::string document_;
    std::deque<Node> nodes_;
    std::map<std::pair<std::size_t, std::string_view>, std::size_t> places_;  ///< by parent and name
    std::vector<std::size_t> open_;
    std::uint64_t begun_ = 0;
    std::vector<std::size_t> met_;  ///< empty: in no record
    Several namespaces_, patterns_;
    std::vector<std::string> of_schema_;
};

/// A name without the required pattern that GIF's schema puts behind it: address of address_MP01.
std::string_view without_pattern(std::string_view name);

/// Whether there is more in a text than the blanks of XML.
inline bool says_something(std::string_view text) {
    for (const char c : text) {
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r') return true;
    }
    return false;
}

/// Attributes that say how the document is made and are no data.
bool is_of_schema(const XmlReader::Attribute& attribute);

}  // namespace daicho
