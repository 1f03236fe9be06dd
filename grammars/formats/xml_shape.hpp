#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/known_shapes.hpp"

namespace daicho {

/// What a record of XML has beside its values (the texts of its innermost elements and those of attributes),
/// byte by byte: tags and what sets them apart. Programs write one record like the other, so that records of
/// a known shape need no look at their names.
class XmlShape {
 public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    struct Element {
        std::size_t parent = none;   ///< its place among the elements; `none`: it is the record
        std::size_t leaf = none;     ///< the place of its text among the values; `none`: it has none
        std::size_t attributes = 0;  ///< how many it has; their values are in front of its text
    };

    /// Learns of `text`: blanks and one element, which a scanner has found to be in order. False where
    /// elements have texts beside others, or there is one element alone, without attributes.
    bool learn(std::string_view text);

    /// Elements in the order in which they begin.
    const std::vector<Element>& elements() const { return elements_; }
    std::size_t values() const { return values_.size(); }
    /// Line ends that such a record has, and those up to the end of its start tag.
    std::uint64_t lines() const { return lines_; }
    std::uint64_t lines_before() const { return lines_before_; }

    /// Bytes at the start of `text` that are a record of this shape; 0: it is another, or the text ends
    /// within it. `values` are its values, as they are written. An element with attributes has no value where
    /// it has no text, so that it is of this shape only with one.
    std::size_t match(std::string_view text, std::vector<std::string_view>& values) const;

 private:
    struct Value {
        char ending = 0;                 ///< the sign behind it; 0: it is that of an empty element
        bool beside_attributes = false;  ///< a text without spaces around it
        std::size_t before = 0;          ///< end, in `text_`, of what stands in front of it
    };

    void add_value(std::string_view text, std::size_t begin, std::size_t end, Value value);
    void learn_attributes(std::string_view text, std::size_t begin, std::size_t end);

    std::string text_;
    std::size_t learned_ = 0;  ///< bytes of what is learned
    std::vector<Value> values_;
    std::vector<Element> elements_;
    std::uint64_t lines_ = 0, lines_before_ = 0;
};

/// A record that was read, and what is known of those like it.
struct KnownXml {
    XmlShape shape;
    std::vector<std::size_t> ways;   ///< of its values
    std::vector<std::size_t> paths;  ///< of its elements, in the survey of the document, if there is one
};

/// Of the records of a document, as long as prefixes stand for the same namespaces.
struct XmlShapes final : KnownShapes<KnownXml> {
    std::uint64_t scope = 0;  ///< changes of what they stand for, so far
};

/// A record like a known one. Its texts live until the reader goes on.
struct XmlLike {
    const KnownXml* known = nullptr;  ///< null: there is none
    std::string_view text;
    std::vector<std::string_view> values;  ///< in their order
    std::uint64_t line = 0;                ///< on which its start tag ends
};

}  // namespace daicho
