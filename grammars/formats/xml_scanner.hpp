#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammars/formats/xml_steps.hpp"

namespace daicho {

/// Reads whole elements in the shape in which programs write them, several times as fast as a parser of all
/// of XML: in UTF-8, of names that the parser has met, with no references but to the five characters that
/// XML names, without comments, CDATA sections and declarations of namespaces. It takes nothing that the
/// parser would not take, and makes the same events of it.
class XmlScanner {
 public:
    /// That the parser met an element or attribute. `name`, `uri`: what is told of it, which must live as
    /// long as the scanner.
    void know_element(std::string_view prefix, std::string_view local, std::string_view name,
                      std::string_view uri) {
        know(elements_, prefix, local, name, uri);
    }
    void know_attribute(std::string_view prefix, std::string_view local, std::string_view name,
                        std::string_view uri) {
        know(attributes_, prefix, local, name, uri);
    }
    /// From now on it stops behind each element at `depth`.
    void pause_behind(unsigned depth) { pause_ = depth; }
    /// Prefixes begin or cease to stand for namespaces: names have another meaning.
    void forget();

    /// Reads what stands between two tags within `depth` elements, as far as it can, behind which `line`
    /// began; `text[text.size()]` must be there, and 0. Gives the number of bytes read: they end between two
    /// tags of the same element. `steps` must not be changed but by this between two calls.
    std::size_t scan(std::string_view text, unsigned depth, std::uint64_t line, XmlSteps& steps);
    /// Where the bytes read ended: line, and whether what stopped it was the end of the text.
    std::uint64_t line() const { return line_; }
    bool was_cut() const { return cut_; }

 private:
    /// A name as it is written, and what it says.
    struct Name {
        std::string written;
        std::string_view name, uri;
        Name* next = nullptr;  ///< the element that began behind it the last time
    };
    struct Names {
        std::deque<Name> all;
        std::unordered_map<std::string_view, Name*> places;
    };

    static void know(Names& names, std::string_view prefix, std::string_view local, std::string_view name,
                     std::string_view uri);
    void take_all(XmlSteps& steps);
    bool take_text(XmlSteps& steps);
    bool take_text_with_signs(const char* begin, XmlSteps& steps);
    bool take_reference(XmlSteps& steps);
    bool take_start(XmlSteps& steps);
    bool take_attributes(XmlSteps& steps);
    bool take_attribute(std::size_t first, XmlSteps& steps);
    bool take_end(XmlSteps& steps);
    Name* take_name(const Names& names);
    bool stands_here(const Name& name) const;
    void take_blanks();
    void pass_plain();
    void add_text(const char* begin, XmlSteps& steps);
    void add(XmlEvent event, std::size_t first, std::size_t count, XmlSteps& steps, const Name* name);
    void keep(const XmlSteps& steps);

    Names elements_, attributes_;
    Name before_first_;  ///< stands before the first element of all
    Name* last_ = &before_first_;

    std::vector<const Name*> open_;
    const char *begin_ = nullptr, *at_ = nullptr, *end_ = nullptr;
    unsigned depth_ = 0;
    unsigned pause_ = 0;  ///< depth of elements behind which it stops; 0: of none
    bool ascii_ = true;   ///< all bytes so far
    bool cut_ = false;
    std::uint64_t line_ = 0;
    /// Up to where it stands within `depth` elements.
    struct Kept {
        const char* at;
        std::uint64_t line;
        XmlSteps::Mark steps;
    } kept_{};
};

}  // namespace daicho
