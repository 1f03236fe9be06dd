#include "grammars/formats/output_tree.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace daicho {

namespace {

/// Makes the tree, and knows where the members of its objects are, so that a table of very many columns
/// costs no more for each.
class TreeMaker {
 public:
    OutputNode make(const std::vector<OutputColumn>& columns) {
        objects_.emplace_back();
        for (std::size_t i = 0; i < columns.size(); ++i) add_column(columns[i], i);
        return std::move(root_);
    }

 private:
    /// Places in an object by key, and what is known of each part: `places` goes along with the tree.
    struct Known {
        std::unordered_map<std::string, std::size_t> places;
        std::vector<std::size_t> parts;  ///< in `objects_`
    };

    /// The part of a node, which comes with what is known of it.
    struct At {
        OutputNode* node;
        std::size_t known;
    };

    At part(const At& of, std::size_t place) {
        Known& known = objects_[of.known];
        if (known.parts.size() <= place) known.parts.resize(place + 1, none);
        if (known.parts[place] == none) {
            known.parts[place] = objects_.size();
            objects_.emplace_back();
        }
        return {&of.node->parts[place], objects_[of.known].parts[place]};
    }

    At member(const At& of, std::string key, bool holds_more, std::size_t column) {
        for (;;) {
            const std::size_t next = of.node->parts.size();
            const auto [place, is_new] = objects_[of.known].places.emplace(key, next);
            if (is_new) {
                of.node->parts.emplace_back().key = key;
                return part(of, next);
            }
            if (holds_more && !of.node->parts[place->second].column) return part(of, place->second);
            key += "_" + std::to_string(column + 1);
        }
    }

    At element(const At& of, std::uint32_t number) {
        of.node->array = true;
        if (of.node->parts.size() < number) of.node->parts.resize(number);
        return part(of, number - 1);
    }

    void add_column(const OutputColumn& column, std::size_t index) {
        At at{&root_, 0};
        std::vector<OutputStep> path = column.path;
        if (path.empty()) path.push_back({column.header.empty() ? std::to_string(index + 1) : column.header});
        const bool always = column.always_written && std::ranges::all_of(path, [](const OutputStep& step) {
                                return step.element == 0;
                            });
        for (std::size_t i = 0; i < path.size(); ++i) {
            const bool holds_more = i + 1 < path.size() || path[i].element != 0;
            at = member(at, path[i].name, holds_more, index);
            at.node->always_written |= always;
            if (path[i].element != 0) at = element(at, path[i].element);
        }
        at.node->column = index;
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    OutputNode root_;
    std::vector<Known> objects_;
};

}  // namespace

const OutputNode* OutputNode::part(std::string_view name) const {
    const auto found = std::ranges::find(parts, name, &OutputNode::key);
    return found == parts.end() ? nullptr : &*found;
}

OutputNode output_tree(const std::vector<OutputColumn>& columns) {
    return TreeMaker().make(columns);
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
