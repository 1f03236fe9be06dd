#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/os.hpp"

namespace daicho {

struct XmlShapes;
struct XmlLike;

enum class XmlEvent : std::uint8_t {
    start,     ///< a start tag; an empty element has a start and an end
    text,      ///< text between two tags, or a part of it
    end,       ///< an end tag
    finished,  ///< the document was read to its end
};

/// Reads an XML document of any size from front to back, one event at a time, in bounded memory: 128 KiB of
/// the source and their events.
///
/// Nothing is fetched and no entity is looked up. Refused with an Error that names source and line: what is
/// not well-formed (a document that was cut short included), any DTD, elements nested more than 256 deep, a
/// start tag of more than 64 KiB; a comment, processing instruction or CDATA section of more than 1 MiB; more
/// than 10,000 different names. The Error comes when the events before that place were given. Texts are valid
/// UTF-8 whatever the encoding of the document.
class XmlReader {
 public:
    struct Attribute {
        std::string_view name;  ///< without prefix
        std::string_view uri;   ///< of its namespace; empty: none
        std::string_view value;
    };

    /// `source` must outlive the reader.
    explicit XmlReader(ByteSource& source);
    ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    /// Goes to the next event and tells its kind. Comments and processing instructions are passed over. A
    /// text may come in several events.
    XmlEvent next();
    /// The same, but texts are passed over.
    XmlEvent next_tag();
    /// From now on elements at `depth` are read one by one, so that those like others can be taken as a
    /// whole.
    void read_one_by_one(unsigned depth);
    /// Between two events: takes the element that comes next in `depth` others, if it is like a known one;
    /// there are no events of it.
    bool take_like(unsigned depth, XmlShapes& shapes, XmlLike& like);
    /// Behind the end of an element at `depth`, which are read one by one: the element as it is written, and
    /// blanks in front of it. Empty: it was read in parts, or is not written in UTF-8.
    std::string_view last_element(unsigned depth) const;
    /// Whether the next event is of bytes that the source was not asked for yet, and they stand between two
    /// tags, in no comment, tag or section that was begun. The source may leave elements out there.
    bool has_told_all() const;

    /// What follows tells about the current event; views live until the next call of a function above or
    /// below this group.
    XmlEvent event() const { return event_; }
    /// Of the element that starts or ends, without prefix.
    std::string_view name() const { return name_; }
    /// Of its namespace; empty: none.
    std::string_view uri() const { return uri_; }
    std::string_view text() const { return text_; }
    /// Of the element that starts.
    const std::vector<Attribute>& attributes() const { return attributes_; }
    /// The attribute `name` that is in no namespace.
    std::optional<std::string_view> attribute(std::string_view name) const;
    /// Comments ("<!-- -->") and processing instructions ("<?name?>") so far, and how many of each.
    const std::map<std::string, std::uint64_t>& passed_over() const;
    /// Number of elements that are open around the event, the one that starts or ends included: 1 is the
    /// root.
    unsigned depth() const { return depth_; }
    /// Line on which the event ends, from 1.
    std::uint64_t line() const { return line_; }

    /// At a start: the text of the element, that of the elements below left out; goes to its end. More than
    /// `limit` bytes are refused with an Error.
    std::string read_text(std::size_t limit = 1 << 20);
    /// At a start: goes to the end of the element.
    void skip();

 private:
    class Parser;

    std::unique_ptr<Parser> parser_;
    XmlEvent event_ = XmlEvent::finished;
    std::string_view name_, uri_, text_;
    std::vector<Attribute> attributes_;
    unsigned depth_ = 0;
    std::uint64_t line_ = 0;
};

}  // namespace daicho
