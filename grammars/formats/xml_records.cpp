#include "grammars/formats/xml_records.hpp"

#include <utility>

#include "grammars/base/error.hpp"
#include "grammars/formats/nested_columns.hpp"
#include "grammars/text/spaces.hpp"

namespace daicho {

namespace {

/// The text of an element without others: lines that only set it apart from its tags are not a part of it,
/// spaces are.
std::string_view without_layout(std::string_view text) {
    if (!text.empty() && static_cast<unsigned char>(text.front()) > ' ') return text;
    const std::string_view bare = trimmed(text);
    const auto begin = static_cast<std::size_t>(bare.data() - text.data());
    const bool set_apart =
        bare.empty() ? text.find('\n') != text.npos : text.substr(0, begin).find('\n') != text.npos;
    return set_apart ? bare : text;
}

}  // namespace

XmlRecords::XmlRecords(XmlReader& xml, const std::string& name, const std::string& path, XmlWays& ways,
                       XmlSurvey* survey)
    : xml_(xml), name_(name), ways_(ways), survey_(survey), steps_(pointer_steps(path)) {
    xml_.read_one_by_one(static_cast<unsigned>(steps_.size()));
}

XmlEvent XmlRecords::next_event() {
    const XmlEvent event = xml_.next();
    if (survey_ != nullptr && event != XmlEvent::finished) survey_->see(xml_);
    return event;
}

bool XmlRecords::next() {
    like_.known = nullptr;
    if (matched_ + 1 == steps_.size() && xml_.take_like(static_cast<unsigned>(matched_), shapes_, like_)) {
        line_ = like_.line;
        return true;
    }
    for (XmlEvent event = next_event(); event != XmlEvent::finished; event = next_event()) {
        const std::size_t depth = xml_.depth();
        if (event == XmlEvent::end) {
            if (matched_ >= depth) matched_ = depth - 1;
        } else if (event == XmlEvent::start && matched_ + 1 == depth && depth <= steps_.size() &&
                   without_pattern(xml_.name()) == steps_[matched_]) {
            if (depth == steps_.size()) {
                line_ = xml_.line();
                if (survey_ != nullptr) survey_->begin_record();
                return true;
            }
            ++matched_;
        }
    }
    return false;
}

void XmlRecords::open(XmlValues& values) {
    std::size_t way = XmlWays::record;
    if (depth_ > 0) {
        ++open_[depth_ - 1].parts;
        way = ways_.element(open_[depth_ - 1].way, without_pattern(xml_.name()));
    }
    if (depth_ == open_.size()) open_.emplace_back();
    Open& fresh = open_[depth_++];
    fresh.way = way;
    fresh.parts = 0;
    fresh.text.clear();
    ways_.begin(way);
    if (!xml_.attributes().empty()) take_attributes(values);
}

/// Attributes of one local name, of which others are in a namespace, are several of one name: id and x:id.
void XmlRecords::take_attributes(XmlValues& values) {
    Open& element = open_[depth_ - 1];
    for (const XmlReader::Attribute& attribute : xml_.attributes()) {
        if (is_of_schema(attribute)) continue;
        told_.push_back(ways_.attribute(element.way, attribute.name));
        values.value(told_.back(), attribute.value);
        ++element.parts;
    }
}

void XmlRecords::take_text() {
    constexpr std::size_t longest_value = std::size_t{1} << 20;
    Open& element = open_[depth_ - 1];
    const std::string_view text = xml_.text();
    const bool only_sets_apart = element.parts > 0 && element.text.empty() && !says_something(text);
    if (only_sets_apart) return;
    if (element.text.size() + text.size() > longest_value) {
        throw Error{ErrorKind::limit, name_ + ": 値が長すぎます（1 MiB まで）。",
                    name_ + ": a value is too long (at most 1 MiB)"};
    }
    element.text += text;
}

void XmlRecords::close(XmlValues& values) {
    const Open& done = open_[--depth_];
    const bool leaf = done.parts == 0;
    const std::string_view text = leaf ? without_layout(done.text) : trimmed(done.text);
    // An empty record has no value; any other empty element has one.
    if (text.empty() && !(leaf && done.way != XmlWays::record)) return;
    told_.push_back(done.way);
    values.value(done.way, text);
}

/// No line ends in its values, so that none sets them apart from their tags.
void XmlRecords::read_like(XmlValues& values) {
    const KnownXml& known = *like_.known;
    if (survey_ != nullptr) survey_->see_like(known.shape, known.paths, like_.values);
    values.record_like(like_.text, like_.values, known.ways);
}

/// Takes down the record that was read, for those like it.
void XmlRecords::learn() {
    const std::string_view text = xml_.last_element(static_cast<unsigned>(steps_.size()));
    if (!shapes_.missed() || text.empty()) return;
    KnownXml known;
    if (!known.shape.learn(text) || known.shape.values() != told_.size()) return;
    known.ways = told_;
    if (survey_ != nullptr) known.paths = survey_->met();
    if (survey_ == nullptr || known.paths.size() == known.shape.elements().size())
        shapes_.add(std::move(known));
}

void XmlRecords::read(XmlValues& values) {
    if (like_.known != nullptr) return read_like(values);
    told_.clear();
    depth_ = 0;
    open(values);
    while (depth_ > 0) {
        const XmlEvent event = next_event();
        if (event == XmlEvent::start) {
            open(values);
        } else if (event == XmlEvent::end) {
            close(values);
        } else if (event == XmlEvent::text) {
            take_text();
        } else {
            return;
        }
    }
    learn();
    if (survey_ != nullptr) survey_->end_record();
}

}  // namespace daicho
