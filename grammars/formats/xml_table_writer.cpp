#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/output_form.hpp"
#include "grammars/formats/output_tree.hpp"
#include "grammars/formats/xml_name.hpp"
#include "grammars/formats/xml_text.hpp"
#include "grammars/text/code_point_name.hpp"

namespace daicho {

namespace {

/// An element of the result, or several of one name.
struct XmlNode {
    std::string name;
    const OutputNode* node = nullptr;
    std::vector<XmlNode> parts;  ///< of an object
    const std::vector<OutputKind::Pattern>* patterns = nullptr;
};

/// Records as elements below one root, nested where the columns have paths, in the namespace of the records.
/// An object whose class has required patterns bears the name of the first one that it fulfils, as GIF's
/// schema asks: `address_MP01`. A code with a label is an element with a `code` and a `value`.
class XmlTableWriter final : public TableWriter {
 public:
    XmlTableWriter(std::unique_ptr<ByteSink> sink, OutputRequest request)
        : sink_(std::move(sink)), request_(std::move(request)), tree_(output_tree(request_.columns)) {
        root_ = element_of(tree_, request_.kind.name, {});
        const OutputKind& kind = request_.kind;
        text_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + std::string(xml_root_name);
        if (!kind.uri.empty()) add_namespace("xmlns", kind.uri);
        const bool codes_apart = !kind.codes_uri.empty() && kind.codes_uri != kind.uri;
        if (codes_apart) add_namespace("xmlns:c", kind.codes_uri);
        codes_prefix_ = codes_apart ? "c:" : "";
        text_ += ">\n";
    }

    void write_header(OutputCells) override {}  // the names of the elements are known
    void write_record(OutputCells cells) override {
        ++records_;
        for (std::size_t column = 0; column < cells.size(); ++column)
            require_characters(cells[column], column + 1);
        write_object(root_, *root_.node, cells, 1);
        if (text_.size() < std::size_t{256} << 10) return;
        sink_->write(text_);
        text_.clear();
    }
    void finish() override {
        text_ += "</" + std::string(xml_root_name) + ">\n";
        sink_->write(text_);
        text_.clear();
        sink_->commit();
    }

 private:
    void add_namespace(std::string_view attribute, const std::string& uri) {
        text_.append(" ").append(attribute).append("=\"");
        append_xml_escaped(text_, uri);
        text_ += '"';
    }

    /// Names of elements in one object differ, so that one does not read as several of another.
    XmlNode element_of(const OutputNode& node, const std::string& name, OutputKind::Way way) const {
        XmlNode made{xml_name(name), &node, {}, nullptr};
        const auto patterns = request_.kind.patterns.find(way);
        if (patterns != request_.kind.patterns.end()) made.patterns = &patterns->second;
        const OutputNode& object = node.array && !node.parts.empty() ? widest(node) : node;
        std::set<std::string> taken;
        std::unordered_map<std::string, std::size_t> numbers;  // the last of those that are named alike
        for (const OutputNode& part : object.parts) {
            OutputKind::Way below = way;
            below.push_back(part.key);
            XmlNode& child = made.parts.emplace_back(element_of(part, part.key, std::move(below)));
            const std::string plain = child.name;
            while (!taken.insert(child.name).second)
                child.name = plain + "_" + std::to_string(++numbers.try_emplace(plain, 1).first->second);
        }
        return made;
    }

    /// Of the elements of an array the one with the most members.
    static const OutputNode& widest(const OutputNode& array) {
        const OutputNode* most = &array.parts.front();
        for (const OutputNode& one : array.parts) {
            if (one.parts.size() > most->parts.size()) most = &one;
        }
        return *most;
    }

    static bool is_filled(const OutputNode& node, const OutputKind::Way& way, OutputCells cells) {
        const OutputNode* at = &node;
        for (const std::string& step : way) {
            at = at->part(step);
            if (!at) return false;
        }
        return has_values(*at, cells);
    }

    static const OutputKind::Pattern* fulfilled(const XmlNode& element, const OutputNode& node,
                                                OutputCells cells) {
        if (!element.patterns) return nullptr;
        for (const OutputKind::Pattern& pattern : *element.patterns) {
            bool all = !pattern.required.empty();
            for (const auto& way : pattern.required) all = all && is_filled(node, way, cells);
            if (all) return &pattern;
        }
        return nullptr;
    }

    /// XML 1.0 has no control characters but tab and line ends, however they are written.
    void require_characters(std::string_view text, std::size_t column) const {
        const auto odd = std::ranges::find_if(text, [](char c) {
            return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
        });
        if (odd == text.end()) return;
        const std::string code = code_point_name(static_cast<char32_t>(*odd));
        const std::string record = std::to_string(records_), cell = std::to_string(column);
        throw Error{ErrorKind::input,
                    request_.name + ": 出力の " + record + " 番目のレコード " + cell + " 列目の制御文字 " +
                        code + " は XML に書けません。取り除くか、別の形式で書いてください。",
                    request_.name + ": XML cannot hold the control character " + code + " in record " +
                        record + " of the output, column " + cell + "; take it out or write another form"};
    }

    void add(std::string_view before, std::string_view name, std::string_view behind) {
        text_.append(before).append(name).append(behind);
    }
    void indent(std::size_t depth) { text_.append(2 * depth, ' '); }

    /// `node` is that of the element, or one of the elements of its array.
    void write_object(const XmlNode& element, const OutputNode& node, OutputCells cells, std::size_t depth) {
        const OutputKind::Pattern* pattern = fulfilled(element, node, cells);
        const std::string name = pattern ? element.name + "_" + pattern->name : element.name;
        indent(depth);
        add("<", name, ">\n");
        const bool own = element.node == &node;
        for (const XmlNode& child : element.parts) {
            if (const OutputNode* part = own ? child.node : node.part(child.node->key)) {
                write_node(child, *part, cells, depth + 1, pattern && asks_for(*pattern, part->key));
            }
        }
        indent(depth);
        add("</", name, ">\n");
    }

    /// Whether the element must be there, if only empty.
    static bool asks_for(const OutputKind::Pattern& pattern, const std::string& name) {
        for (const auto& way : pattern.may_be_empty) {
            if (way.size() == 1 && way.front() == name) return true;
        }
        return false;
    }

    void write_node(const XmlNode& element, const OutputNode& node, OutputCells cells, std::size_t depth,
                    bool asked) {
        const bool kept = asked || node.always_written;
        if (request_.leave_out_empty && !kept && !has_values(node, cells)) return;
        if (node.array) {
            for (const OutputNode& one : node.parts) {
                if (!has_values(one, cells)) continue;
                if (one.column) {
                    const auto write = [&](std::string_view value) {
                        write_value(element.name, *one.column, value, depth);
                    };
                    for_each_value(request_.columns[*one.column], cells[*one.column], write);
                } else {
                    write_object(element, one, cells, depth);
                }
            }
        } else if (node.column) {
            write_value(element.name, *node.column, output_cell(cells, *node.column), depth);
        } else {
            write_object(element, node, cells, depth);
        }
    }

    void write_value(const std::string& name, std::size_t column, std::string_view cell, std::size_t depth) {
        indent(depth);
        if (cell.empty()) {
            add("<", name, "/>\n");
            return;
        }
        add("<", name, ">");
        const CodeAndLabel both = code_and_label(request_.columns[column], cell);
        if (both.code.empty()) {
            append_xml_escaped(text_, cell);
        } else {
            write_member("code", both.code);
            write_member("value", both.label);
        }
        add("</", name, ">\n");
    }

    void write_member(std::string_view name, std::string_view text) {
        text_.append("<").append(codes_prefix_).append(name).append(">");
        append_xml_escaped(text_, text);
        text_.append("</").append(codes_prefix_).append(name).append(">");
    }

    std::unique_ptr<ByteSink> sink_;
    OutputRequest request_;
    OutputNode tree_;
    XmlNode root_;
    std::string codes_prefix_;
    std::uint64_t records_ = 0;
    std::string text_;
};

}  // namespace

std::unique_ptr<TableWriter> create_xml(std::unique_ptr<ByteSink> sink, OutputRequest request) {
    return std::make_unique<XmlTableWriter>(std::move(sink), std::move(request));
}

}  // namespace daicho
