#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace daicho {

struct XmlRoot {
    std::string name;  ///< without prefix
    std::string uri;   ///< of its namespace; empty: none
};
/// The root of a document of which `head` are the first bytes; nothing where they are no XML.
std::optional<XmlRoot> xml_root(std::string_view head);

}  // namespace daicho
