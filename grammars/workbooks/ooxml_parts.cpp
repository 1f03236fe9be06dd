#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "grammars/formats/xml_reader.hpp"
#include "grammars/workbooks/ooxml_sheet.hpp"
#include "grammars/workbooks/sheet_cell.hpp"

namespace daicho {

namespace {

std::optional<std::uint64_t> id_in(std::optional<std::string_view> text) {
    return text ? unsigned_in(*text) : std::nullopt;
}

bool is_white(const XmlReader& color) {
    const auto rgb = color.attribute("rgb");
    return (rgb && rgb->ends_with("FFFFFF")) ||
           (color.attribute("theme") == "0" && !color.attribute("tint")) ||
           color.attribute("indexed") == "9" || color.attribute("indexed") == "65";
}

/// The part with the styles, from top to bottom.
class StyleReader {
 public:
    explicit StyleReader(XmlReader& xml) : xml_(xml) {}

    CellStyles read() {
        for (XmlEvent event = xml_.next_tag(); event != XmlEvent::finished; event = xml_.next_tag()) {
            const std::string_view name = xml_.name();
            if (name == "cellXfs" || name == "fonts" || name == "fills")
                section_ = event == XmlEvent::start ? std::string(name) : std::string();
            if (event == XmlEvent::start) begin(name);
        }
        return std::move(styles_);
    }

 private:
    void begin(std::string_view name) {
        if (name == "numFmt") {
            const auto id = id_in(xml_.attribute("numFmtId"));
            if (id) own_.insert_or_assign(*id, NumberFormat(xml_.attribute("formatCode").value_or("")));
        } else if (section_ == "fonts") {
            if (name == "font") struck_.push_back(false);
            if (name == "strike" && !struck_.empty())
                struck_.back() = xml_.attribute("val") != "0" && xml_.attribute("val") != "false";
        } else if (section_ == "fills") {
            if (name == "fill") filled_.push_back(false);
            if (name == "patternFill" && !filled_.empty())
                filled_.back() = xml_.attribute("patternType") == "solid";
            if (name == "fgColor" && !filled_.empty() && is_white(xml_)) filled_.back() = false;
        } else if (section_ == "cellXfs" && name == "xf") {
            add_style();
        }
    }

    void add_style() {
        const std::uint64_t id = id_in(xml_.attribute("numFmtId")).value_or(0);
        const auto known = own_.find(id);
        styles_.formats.push_back(known != own_.end() ? known->second
                                                      : NumberFormat::built_in(static_cast<unsigned>(
                                                            std::min<std::uint64_t>(id, 1000))));
        const bool filled = has(filled_, id_in(xml_.attribute("fillId")));
        const bool struck = has(struck_, id_in(xml_.attribute("fontId")));
        styles_.looks.push_back(
            static_cast<std::uint8_t>((filled ? cell_trait::filled : 0) | (struck ? cell_trait::struck : 0)));
    }

    static bool has(const std::vector<bool>& all, std::optional<std::uint64_t> id) {
        return id && *id < all.size() && all[*id];
    }

    XmlReader& xml_;
    std::string section_;
    std::map<std::uint64_t, NumberFormat> own_;
    std::vector<bool> struck_, filled_;
    CellStyles styles_;
};

}  // namespace

CellStyles read_cell_styles(ByteSource& part) {
    XmlReader xml(part);
    return StyleReader(xml).read();
}

std::vector<SheetExtras::Comment> read_comments(ByteSource& part) {
    constexpr std::size_t most_comments = 10'000, most_texts = 3;
    std::vector<SheetExtras::Comment> comments;
    std::string reading;  // nobody needs it
    XmlReader xml(part);
    for (XmlEvent event = xml.next_tag(); event != XmlEvent::finished; event = xml.next_tag()) {
        if (event != XmlEvent::start || comments.size() == most_comments) continue;
        if (xml.name() == "comment") comments.push_back({std::string(xml.attribute("ref").value_or("")), {}});
        if (xml.name() == "text" && !comments.empty() && comments.size() <= most_texts)
            append_rich_text(xml, comments.back().text, reading);
    }
    return comments;
}

std::uint64_t count_objects(ByteSource& part) {
    std::uint64_t objects = 0;
    XmlReader xml(part);
    for (XmlEvent event = xml.next_tag(); event != XmlEvent::finished; event = xml.next_tag())
        objects += event == XmlEvent::start &&
                   (xml.name().ends_with("CellAnchor") || xml.name() == "absoluteAnchor");
    return objects;
}

}  // namespace daicho
