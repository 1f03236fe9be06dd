#include "grammars/formats/xml_root.hpp"

#include "grammars/base/error.hpp"
#include "grammars/formats/text_source.hpp"
#include "grammars/formats/xml_reader.hpp"

namespace daicho {

std::optional<XmlRoot> xml_root(std::string_view head) {
    MemorySource source(std::string(head), "");
    try {
        XmlReader reader(source);
        if (reader.next_tag() != XmlEvent::start) return std::nullopt;
        return XmlRoot{std::string(reader.name()), std::string(reader.uri())};
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace daicho
