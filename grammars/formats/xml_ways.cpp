#include "grammars/formats/xml_ways.hpp"

#include "grammars/base/record_place.hpp"

namespace daicho {

void XmlWays::begin(std::size_t way) {
    nodes_[way].begun = ++begun_;
    nodes_[way].likely = 0;
}

std::size_t XmlWays::kind_of(Node& node, std::string_view name, bool is_attribute) {
    const auto is_called = [&](std::size_t i) {
        return i < node.kinds.size() && node.kinds[i].is_attribute == is_attribute &&
               node.kinds[i].name == name;
    };
    if (is_called(node.likely)) return node.likely;
    if (node.likely > 0 && is_called(node.likely - 1)) return node.likely - 1;
    std::string step(is_attribute ? "@" : "");
    step += name;
    const auto [known, fresh] = node.places.emplace(std::move(step), node.kinds.size());
    if (fresh) node.kinds.push_back({std::string(name), is_attribute, 0, 0, {}});
    return known->second;
}

std::size_t XmlWays::next(std::size_t way, std::string_view name, bool is_attribute) {
    Node& node = nodes_[way];
    const std::size_t at = kind_of(node, name, is_attribute);
    node.likely = at + 1;
    Kind& kind = node.kinds[at];
    if (kind.begun != node.begun) kind.count = 0;
    kind.begun = node.begun;
    const std::size_t number = kind.count++;
    if (number < kind.ways.size()) return kind.ways[number];
    kind.ways.push_back(nodes_.size());
    std::string text = node.text;
    append_pointer_step(text, is_attribute ? "@" + kind.name : kind.name);
    if (number > 0) text.append("/").append(std::to_string(number));
    nodes_.emplace_back().text = std::move(text);
    return nodes_.size() - 1;
}

}  // namespace daicho
