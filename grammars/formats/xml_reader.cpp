#include "grammars/formats/xml_reader.hpp"

#include <cassert>

#include "grammars/formats/xml_parser.hpp"
#include "grammars/formats/xml_refusal.hpp"

namespace daicho {

XmlReader::XmlReader(ByteSource& source) : parser_(std::make_unique<Parser>(source)) {}
XmlReader::~XmlReader() = default;

XmlEvent XmlReader::next() {
    const XmlStep* step = parser_->next();
    attributes_.clear();
    if (!step) {
        name_ = uri_ = text_ = {};
        depth_ = 0;
        return event_ = XmlEvent::finished;
    }
    name_ = step->name;
    uri_ = step->uri;
    depth_ = step->depth;
    line_ = step->line;
    text_ = step->event == XmlEvent::text ? parser_->text(*step) : std::string_view{};
    if (step->event == XmlEvent::start) {
        for (std::uint32_t i = 0; i < step->count; ++i)
            attributes_.push_back(parser_->attribute(step->first + i));
    }
    return event_ = step->event;
}

void XmlReader::read_one_by_one(unsigned depth) {
    parser_->pause_behind(depth);
}

bool XmlReader::take_like(unsigned depth, XmlShapes& shapes, XmlLike& like) {
    return parser_->take_like(depth, shapes, like);
}

std::string_view XmlReader::last_element(unsigned depth) const {
    return parser_->last_element(depth);
}

bool XmlReader::has_told_all() const {
    return parser_->has_told_all();
}

const std::map<std::string, std::uint64_t>& XmlReader::passed_over() const {
    return parser_->passed_over();
}

XmlEvent XmlReader::next_tag() {
    while (next() == XmlEvent::text) {
    }
    return event_;
}

std::optional<std::string_view> XmlReader::attribute(std::string_view wanted) const {
    for (const Attribute& one : attributes_) {
        if (one.name == wanted && one.uri.empty()) return one.value;
    }
    return std::nullopt;
}

std::string XmlReader::read_text(std::size_t limit) {
    assert(event_ == XmlEvent::start);
    const unsigned depth = depth_;
    std::string all;
    while (next() != XmlEvent::end || depth_ != depth) {
        if (event_ != XmlEvent::text || depth_ != depth) continue;
        if (all.size() + text_.size() > limit) {
            refuse_xml(parser_->name(), static_cast<long>(line_), "要素の文字列が長すぎます。",
                       "the text of an element is too long");
        }
        all += text_;
    }
    return all;
}

void XmlReader::skip() {
    assert(event_ == XmlEvent::start);
    const unsigned depth = depth_;
    while (next() != XmlEvent::end || depth_ != depth) {
    }
}

}  // namespace daicho
