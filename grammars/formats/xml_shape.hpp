#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/known_shapes.hpp"

namespace daicho {

/// What a record of XML has beside the texts of its innermost elements, byte by byte: tags and what sets them
/// apart. Programs write one record like the other, so that records of a known shape need no look at their
/// names.
class XmlShape {
 public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    struct Element {
        std::size_t parent;  ///< its place among the elements; `none`: it is the record
        std::size_t leaf;    ///< its place among the innermost ones; `none`: it is not
    };

    /// Learns of `text`: blanks and one element, which a scanner has found to be in order. False where tags
    /// have attributes, elements have texts beside others, or there is one element alone.
    bool learn(std::string_view text);

    /// Elements in the order in which they begin.
    const std::vector<Element>& elements() const { return elements_; }
    std::size_t leaves() const { return leaves_.size(); }
    /// Line ends that such a record has, and those up to the end of its start tag.
    std::uint64_t lines() const { return lines_; }
    std::uint64_t lines_before() const { return lines_before_; }

    /// Bytes at the start of `text` that are a record of this shape; 0: it is another, or the text ends
    /// within it. `values` are the texts of its innermost elements, as they are written.
    std::size_t match(std::string_view text, std::vector<std::string_view>& values) const;

 private:
    /// An innermost element.
    struct Leaf {
        std::size_t end;  ///< in `text_`, of what stands in front of its text
        bool open;        ///< it has a start tag and an end tag
    };

    std::string text_;
    std::vector<Leaf> leaves_;
    std::vector<Element> elements_;
    std::uint64_t lines_ = 0, lines_before_ = 0;
};

/// A record that was read, and what is known of those like it.
struct KnownXml {
    XmlShape shape;
    std::vector<std::size_t> ways;   ///< of its innermost elements
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
    std::vector<std::string_view> values;  ///< of its innermost elements
    std::uint64_t line = 0;                ///< on which its start tag ends
};

}  // namespace daicho
