#include "grammars/formats/xml_survey.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/formats/document_members.hpp"
#include "grammars/text/digits.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_paths = 10'000;
constexpr std::size_t most_spellings = 8;  ///< of one name that are told

std::string pattern_of(std::string_view name) {
    const std::size_t size = without_pattern(name).size();
    return size == name.size() ? "-" : std::string(name.substr(size + 1));
}

std::string told_uri(std::string_view uri) {
    return uri.empty() ? "-" : std::string(uri);
}

}  // namespace

std::string_view without_pattern(std::string_view name) {
    if (name.size() < 6) return name;
    const std::string_view end = name.substr(name.size() - 5);
    const bool pattern = end.starts_with("_MP") && is_ascii_digit(end[3]) && is_ascii_digit(end[4]);
    return pattern ? name.substr(0, name.size() - end.size()) : name;
}

bool is_of_schema(const XmlReader::Attribute& attribute) {
    return attribute.uri == "http://www.w3.org/2001/XMLSchema-instance";
}

void XmlSurvey::see(const XmlReader& xml) {
    if (xml.event() == XmlEvent::start) {
        begin(xml);
    } else if (open_.empty()) {
        return;
    } else if (xml.event() == XmlEvent::end) {
        Node& node = nodes_[open_.back()];
        node.facts.mixed = node.facts.mixed || (node.has_text && node.has_elements);
        open_.pop_back();
    } else if (Node& node = nodes_[open_.back()]; !node.has_text && says_something(xml.text())) {
        node.has_text = true;
        ++node.facts.own_values;
    }
}

void XmlSurvey::begin(const XmlReader& xml) {
    const std::string_view name = without_pattern(xml.name());
    std::size_t at = place_of(name);
    if (at == nodes_.size()) at = add(name, xml);
    Node& node = nodes_[at];
    if (!open_.empty()) count(node, nodes_[open_.back()]);
    note_element(node, xml);
    ++node.facts.elements;
    node.number = ++begun_;
    node.likely = 0;
    node.has_text = node.has_elements = false;
    open_.push_back(at);
    if (!met_.empty()) met_.push_back(at);
    for (const XmlReader::Attribute& attribute : xml.attributes()) note_attribute(node, attribute);
}

/// An element in another.
void XmlSurvey::count(Node& node, Node& parent) {
    if (node.parent != parent.number) node.together = 0;
    node.parent = parent.number;
    node.facts.most_together = std::max(node.facts.most_together, ++node.together);
    parent.facts.holds_values = true;
    parent.has_elements = true;
}

/// What is written in such a record, and in what way, was noted with the first one.
void XmlSurvey::see_like(const XmlShape& shape, std::span<const std::size_t> paths,
                         std::span<const std::string_view> values) {
    const std::vector<XmlShape::Element>& elements = shape.elements();
    for (std::size_t i = 0; i < elements.size(); ++i) {
        Node& node = nodes_[paths[i]];
        const std::size_t parent = elements[i].parent;
        if (parent != XmlShape::none) {
            count(node, nodes_[paths[parent]]);
        } else if (!open_.empty()) {
            count(node, nodes_[open_.back()]);
        }
        ++node.facts.elements;
        node.number = ++begun_;
        node.facts.own_values += elements[i].attributes;
        const std::size_t leaf = elements[i].leaf;
        if (leaf != XmlShape::none && says_something(values[leaf])) ++node.facts.own_values;
    }
}

/// The path to an element in the one that is open; the number of paths where there is none yet.
std::size_t XmlSurvey::place_of(std::string_view name) {
    if (open_.empty()) return !nodes_.empty() && nodes_.front().facts.name == name ? 0 : nodes_.size();
    Node& parent = nodes_[open_.back()];
    const std::vector<std::size_t>& children = parent.children;
    for (const std::size_t guess : {parent.likely, parent.likely - 1}) {
        if (guess >= children.size() || nodes_[children[guess]].facts.name != name) continue;
        parent.likely = guess + 1;
        return children[guess];
    }
    const auto known = places_.find({open_.back(), name});
    if (known == places_.end()) return nodes_.size();
    const auto child = std::ranges::lower_bound(children, known->second);
    parent.likely = static_cast<std::size_t>(child - children.begin()) + 1;
    return known->second;
}

std::size_t XmlSurvey::add(std::string_view name, const XmlReader& xml) {
    const std::size_t at = nodes_.size();
    if (at == most_paths) {
        throw Error{ErrorKind::limit, document_ + ": XML の要素の種類が多すぎます（10,000 まで）。",
                    document_ + ": too many kinds of elements (at most 10,000)"};
    }
    Node& node = nodes_.emplace_back();
    XmlPath& facts = node.facts;
    facts.name = name;
    facts.depth = open_.size() + 1;
    node.written = xml.name();
    node.uri = xml.uri();
    if (!open_.empty()) {
        Node& parent = nodes_[open_.back()];
        facts.parent = open_.back();
        facts.path = parent.facts.path;
        facts.about = parent.facts.about || is_about_document(xml.name());
        parent.children.push_back(at);
        parent.likely = parent.children.size();
        places_.emplace(std::pair(open_.back(), std::string_view(facts.name)), at);
    }
    facts.path.append("/").append(name);
    return at;
}

void XmlSurvey::note(Several& all, const std::string& path, std::string first, std::string other) {
    std::vector<std::string>& ways = all[path];
    if (ways.empty()) ways.push_back(std::move(first));
    if (ways.size() < most_spellings && std::ranges::find(ways, other) == ways.end())
        ways.push_back(std::move(other));
}

void XmlSurvey::note_element(const Node& node, const XmlReader& xml) {
    if (xml.uri() != node.uri) note(namespaces_, node.facts.path, told_uri(node.uri), told_uri(xml.uri()));
    if (xml.name() != node.written)
        note(patterns_, node.facts.path, pattern_of(node.written), pattern_of(xml.name()));
}

void XmlSurvey::note_attribute(Node& node, const XmlReader::Attribute& attribute) {
    if (is_of_schema(attribute)) {
        std::string told = node.facts.path + "/@xsi:";
        told += attribute.name;
        if (std::ranges::find(of_schema_, told) == of_schema_.end()) of_schema_.push_back(std::move(told));
        return;
    }
    node.facts.holds_values = true;
    ++node.facts.own_values;
    const auto known =
        std::ranges::find(node.attributes, attribute.name, &std::pair<std::string, std::string>::first);
    if (known == node.attributes.end()) {
        node.attributes.emplace_back(attribute.name, attribute.uri);
    } else if (known->second != attribute.uri) {
        note(namespaces_, node.facts.path + "/@" + known->first, told_uri(known->second),
             told_uri(attribute.uri));
    }
}

std::vector<XmlPath> XmlSurvey::paths() const {
    std::vector<XmlPath> all;
    for (const Node& node : nodes_) all.push_back(node.facts);
    for (std::size_t i = all.size(); i-- > 0;) {
        all[i].values += all[i].own_values;
        if (i > 0) all[all[i].parent].values += all[i].values;
    }
    return all;
}

std::vector<std::string> XmlSurvey::several(const Several& all) {
    std::vector<std::string> told;
    for (const auto& [path, ways] : all) {
        told.push_back(path + " (");
        for (std::size_t i = 0; i < ways.size(); ++i) told.back().append(i ? ", " : "").append(ways[i]);
        told.back() += ")";
    }
    return told;
}

}  // namespace daicho
