#include "grammars/workbooks/ods_text_formats.hpp"

#include <algorithm>

#include "grammars/text/spaces.hpp"

namespace daicho {

std::string_view ods_attribute(const XmlReader& xml, std::string_view name) {
    for (const XmlReader::Attribute& one : xml.attributes()) {
        if (one.name == name) return one.value;
    }
    return {};
}

bool OdsTextFormat::shows_more() const {
    return !trimmed(before).empty() || !trimmed(after).empty();
}

std::string OdsTextFormat::shown(std::string_view text) const {
    std::string all(text.starts_with(before) ? "" : before);
    all += text;
    return text.ends_with(after) ? all : all + after;
}

void OdsTextFormats::take(XmlReader& xml) {
    if (xml.name() == "text-style") return take_format(xml);
    if (xml.name() != "style") return;
    Style& style = styles_[std::string(ods_attribute(xml, "name"))];
    style.format = ods_attribute(xml, "data-style-name");
    style.parent = ods_attribute(xml, "parent-style-name");
}

void OdsTextFormats::take_format(XmlReader& xml) {
    const unsigned depth = xml.depth();
    OdsTextFormat& format = formats_[std::string(ods_attribute(xml, "name"))];
    std::string* side = &format.before;
    bool in_text = false;
    for (XmlEvent event = xml.next(); event != XmlEvent::finished; event = xml.next()) {
        if (event == XmlEvent::end && xml.depth() == depth) return;
        if (event == XmlEvent::text && in_text) *side += xml.text();
        if (event == XmlEvent::start && xml.name() == "text-content") side = &format.after;
        if (event != XmlEvent::text) in_text = event == XmlEvent::start && xml.name() == "text";
    }
}

const OdsTextFormat* OdsTextFormats::of(std::string_view style) const {
    constexpr int most_ancestors = 16;  // of a circle, too
    for (int i = 0; i < most_ancestors; ++i) {
        const auto named = styles_.find(style);
        if (named == styles_.end()) return nullptr;
        if (!named->second.format.empty()) {
            const auto format = formats_.find(named->second.format);
            return format != formats_.end() && format->second.shows_more() ? &format->second : nullptr;
        }
        style = named->second.parent;
    }
    return nullptr;
}

bool OdsTextFormats::empty() const {
    return std::ranges::none_of(formats_, [](const auto& one) { return one.second.shows_more(); });
}

}  // namespace daicho
