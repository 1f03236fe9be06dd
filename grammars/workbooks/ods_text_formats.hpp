#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "grammars/formats/xml_reader.hpp"

namespace daicho {

/// The value of an attribute by its name without the prefix; empty: it has none. No element of a sheet has
/// two of one name that matter. Valid until the reader goes on.
std::string_view ods_attribute(const XmlReader& xml, std::string_view name);

/// What the format of a text shows around it: "山口県"@ (number:text-style, OpenDocument 1.3 part
/// 3, 16.29.26).
struct OdsTextFormat {
    std::string before, after;

    bool shows_more() const;
    /// A text that stands in a cell alone, without the value that it shows (office:string-value). Some
    /// programs write there what is shown: what the text has already is not added again.
    std::string shown(std::string_view text) const;
};

/// Formats of texts by the names of the styles of cells that have them.
class OdsTextFormats {
 public:
    /// Takes what the element is that the reader is at the start of: a style, or a format, to whose end it
    /// goes. They may come in any order.
    void take(XmlReader& xml);

    /// Null: a text is shown as it is. Valid as long as these formats.
    const OdsTextFormat* of(std::string_view style) const;
    /// No text is shown otherwise than it is.
    bool empty() const;

 private:
    struct Style {
        std::string format, parent;  ///< names; the parent's format where it has none of its own
    };

    void take_format(XmlReader& xml);

    std::map<std::string, OdsTextFormat, std::less<>> formats_;
    std::map<std::string, Style, std::less<>> styles_;
};

}  // namespace daicho
