#include "grammars/formats/output_tree.hpp"

#include <algorithm>

namespace daicho {

namespace {

OutputNode& member(OutputNode& node, const std::string& key, bool holds_more, std::size_t column) {
    const auto found = std::ranges::find(node.parts, key, &OutputNode::key);
    if (found == node.parts.end()) {
        OutputNode& made = node.parts.emplace_back();
        made.key = key;
        return made;
    }
    if (holds_more && !found->column) return *found;
    return member(node, key + "_" + std::to_string(column + 1), holds_more, column);
}

OutputNode& element(OutputNode& node, std::uint32_t number) {
    node.array = true;
    if (node.parts.size() < number) node.parts.resize(number);
    return node.parts[number - 1];
}

void add_column(OutputNode& root, const OutputColumn& column, std::size_t index) {
    OutputNode* node = &root;
    std::vector<OutputStep> path = column.path;
    if (path.empty()) path.push_back({column.header.empty() ? std::to_string(index + 1) : column.header});
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool holds_more = i + 1 < path.size() || path[i].element != 0;
        node = &member(*node, path[i].name, holds_more, index);
        if (path[i].element != 0) node = &element(*node, path[i].element);
    }
    node->column = index;
}

}  // namespace

const OutputNode* OutputNode::part(std::string_view name) const {
    const auto found = std::ranges::find(parts, name, &OutputNode::key);
    return found == parts.end() ? nullptr : &*found;
}

OutputNode output_tree(const std::vector<OutputColumn>& columns) {
    OutputNode root;
    for (std::size_t i = 0; i < columns.size(); ++i) add_column(root, columns[i], i);
    return root;
}

bool has_values(const OutputNode& node, OutputCells cells) {
    if (node.column) return !output_cell(cells, *node.column).empty();
    return std::ranges::any_of(node.parts, [&](const OutputNode& part) { return has_values(part, cells); });
}

CodeAndLabel code_and_label(const OutputColumn& column, std::string_view cell) {
    if (!column.codes) return {};
    for (const auto& [code, label] : *column.codes) {
        if (code == cell) return {code, label};
    }
    for (const auto& [code, label] : *column.codes) {
        if (label == cell) return {code, label};
    }
    return {};
}

}  // namespace daicho
