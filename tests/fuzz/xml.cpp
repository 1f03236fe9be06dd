// The XML reader: any bytes are a document or one clear error; starts and ends pair; texts are UTF-8; and
// what it reads is the tree that the reader of whole documents makes of the same bytes.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/text_source.hpp"
#include "grammars/formats/xml_document.hpp"
#include "grammars/formats/xml_reader.hpp"
#include "grammars/text/utf8.hpp"

namespace {

using daicho::XmlElement;
using daicho::XmlEvent;
using daicho::XmlReader;

void require(bool holds, const char* law) {
    if (holds) return;
    std::fprintf(stderr, "%s\n", law);
    std::abort();
}

bool is_utf8(std::string_view text) {
    return daicho::find_invalid_utf8(text) == std::string_view::npos;
}

XmlElement element_of(const XmlReader& reader) {
    XmlElement element;
    element.name = reader.name();
    element.uri = reader.uri();
    for (const auto& one : reader.attributes()) {
        require(is_utf8(one.value), "the value of an attribute is not UTF-8");
        element.attributes.push_back({std::string{one.name}, std::string{one.uri}, std::string{one.value}});
    }
    return element;
}

/// The tree that the events tell of; `open` has a root of its own above that of the document.
XmlElement read_events(const std::string& bytes) {
    daicho::MemorySource source(bytes, "a.xml");
    std::vector<XmlElement> open(1);
    for (XmlReader reader(source); reader.next() != XmlEvent::finished;) {
        if (reader.event() == XmlEvent::start) {
            open.push_back(element_of(reader));
        } else if (reader.event() == XmlEvent::text) {
            require(is_utf8(reader.text()), "a text is not UTF-8");
            open.back().text += reader.text();
        } else {
            require(open.size() > 1 && open.back().name == reader.name(), "an end has no start");
            open[open.size() - 2].children.push_back(std::move(open.back()));
            open.pop_back();
        }
        require(reader.depth() == open.size() - (reader.event() == XmlEvent::end ? 0 : 1),
                "the depth is wrong");
    }
    require(open.size() == 1 && open[0].children.size() == 1, "a document has one root");
    return std::move(open[0].children[0]);
}

bool same(const XmlElement& a, const XmlElement& b) {
    if (a.name != b.name || a.uri != b.uri || a.text != b.text) return false;
    if (a.attributes.size() != b.attributes.size() || a.children.size() != b.children.size()) return false;
    for (std::size_t i = 0; i < a.attributes.size(); ++i) {
        const auto &x = a.attributes[i], &y = b.attributes[i];
        if (x.name != y.name || x.uri != y.uri || x.value != y.value) return false;
    }
    for (std::size_t i = 0; i < a.children.size(); ++i) {
        if (!same(a.children[i], b.children[i])) return false;
    }
    return true;
}

template <class Read>
std::optional<XmlElement> tried(Read&& read) {
    try {
        return read();
    } catch (const daicho::Error&) {
        return std::nullopt;  // one clear message is what broken input deserves
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto streamed = tried([&] { return read_events(bytes); });
    const auto whole = tried([&] { return daicho::read_xml(bytes, "a.xml"); });
    // In memory libxml2 takes a NUL behind the root for the end of the document.
    const bool end_in_doubt = bytes.find('\0') != std::string::npos;
    require(streamed ? whole.has_value() : !whole || end_in_doubt, "one reader takes it, the other does not");
    require(!streamed || same(*streamed, *whole), "the two readers disagree");
    return 0;
}
