#include <algorithm>

#include "grammars/formats/xml_name.hpp"
#include "grammars/formats/xml_text.hpp"
#include "models/export/export_parts.hpp"
#include "models/export/value_form.hpp"

namespace daicho {

std::string export_xsd(const ExportRequest& request);

namespace {

/// A pattern of XML Schema, which has no groups without capture and no signs for digits beyond its own.
std::string xsd_pattern(std::string_view pattern) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern.substr(i, 3) == "(?:") {
            out += '(';
            i += 2;
        } else if (pattern[i] == '\\' && i + 1 < pattern.size() && pattern[i + 1] == '/') {
            out += '/';
            ++i;
        } else if (pattern[i] == '\\' && i + 1 < pattern.size()) {
            out.append(pattern.substr(i++, 2));
        } else {
            out += pattern[i];
        }
    }
    return out;
}

/// Elements nested as the model is, in the namespace of the first class. A class with required patterns has a
/// type for each, and elements that name the pattern behind `_`, as GIF's own schema does.
class XsdWriter {
 public:
    explicit XsdWriter(const ExportRequest& request) : request_(request), model_(request.model) {}

    std::string write() {
        write_head();
        for (const ExportedClass& one : model_.classes) {
            write_type(one, nullptr);
            for (const auto* pattern : one.patterns) write_type(one, pattern);
        }
        for (std::size_t i = 0; i < model_.codes.size(); ++i) write_codes(i);
        line(0, "</xsd:schema>");
        return std::move(out_);
    }

 private:
    void line(std::size_t depth, const std::string& text) {
        out_.append(2 * depth, ' ').append(text).append("\n");
    }

    static std::string escaped(std::string_view text) {
        std::string out;
        append_xml_escaped(out, text);
        return out;
    }

    void document(std::size_t depth, const syntax::Text& label) {
        if (label.ja.empty() && label.en.empty()) return;
        line(depth, "<xsd:annotation>");
        if (!label.ja.empty())
            line(depth + 1,
                 "<xsd:documentation xml:lang=\"ja\">" + escaped(label.ja) + "</xsd:documentation>");
        if (!label.en.empty())
            line(depth + 1,
                 "<xsd:documentation xml:lang=\"en\">" + escaped(label.en) + "</xsd:documentation>");
        line(depth, "</xsd:annotation>");
    }

    void write_head() {
        const ExportedClass& root = model_.root();
        out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        std::string losses = loss_lines(request_, "  ");
        for (std::size_t at = losses.find("--"); at != std::string::npos; at = losses.find("--", at))
            losses.replace(at, 2, "- ");
        if (!losses.empty()) out_ += "<!--\n" + losses + "-->\n";
        std::string space;
        if (!root.uri.empty())
            space = " targetNamespace=\"" + escaped(root.uri) + "\" xmlns=\"" + escaped(root.uri) + "\"";
        line(0, "<xsd:schema xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"" + space +
                    " elementFormDefault=\"qualified\">");
        document(1, root.found.tree->label);
        line(1, "<xsd:element name=\"" + std::string(xml_root_name) + "\">");
        line(2, "<xsd:complexType>");
        line(3, "<xsd:choice minOccurs=\"0\" maxOccurs=\"unbounded\">");
        for (const std::string& name : elements_of(root, xml_name(class_element())))
            line(4, "<xsd:element ref=\"" + name + "\"/>");
        line(3, "</xsd:choice>");
        line(2, "</xsd:complexType>");
        line(1, "</xsd:element>");
        const std::string name = xml_name(class_element());
        line(1, "<xsd:element name=\"" + name + "\" type=\"" + root.name + "\"/>");
        for (const auto* pattern : root.patterns)
            line(1, "<xsd:element name=\"" + name + "_" + pattern->name.text + "\" type=\"" + root.name +
                        "_" + pattern->name.text + "\"/>");
    }

    std::string class_element() const {
        const syntax::Class& tree = *model_.root().found.tree;
        return model_.japanese && !tree.label.ja.empty() ? tree.label.ja : tree.name.text;
    }

    static std::vector<std::string> elements_of(const ExportedClass& one, const std::string& name) {
        std::vector<std::string> names{name};
        for (const auto* pattern : one.patterns) names.push_back(name + "_" + pattern->name.text);
        return names;
    }

    /// `pattern` is null for the type without required items beyond those that a class always has.
    void write_type(const ExportedClass& one, const syntax::Pattern* pattern) {
        const bool root = &one == &model_.root();
        line(1, "<xsd:complexType name=\"" + one.name + (pattern ? "_" + pattern->name.text : "") + "\">");
        document(2, pattern ? pattern->label : one.found.tree->label);
        line(2, "<xsd:sequence>");
        for (const ExportedItem& item : one.items) {
            const bool always = root && item.required() && !item.tree->may_be_empty;
            write_element(item, always || (pattern && names(*pattern, item)));
        }
        line(2, "</xsd:sequence>");
        line(1, "</xsd:complexType>");
    }

    static bool names(const syntax::Pattern& pattern, const ExportedItem& item) {
        return std::ranges::any_of(pattern.items, [&](const syntax::PatternItem& one) {
            const std::string& name = item.tree->name.text;
            return !one.may_be_empty && (one.path.text == name || one.path.text.starts_with(name + "."));
        });
    }

    void write_element(const ExportedItem& item, bool required) {
        const std::uint32_t most = item.tree->cardinality.maximum;
        const std::string occurs =
            " minOccurs=\"" + std::string(required ? "1" : "0") + "\" maxOccurs=\"" +
            (most == syntax::Cardinality::unlimited ? "unbounded" : std::to_string(std::max(most, 1U))) +
            "\"";
        const std::string name = xml_name(item.name);
        if (item.classes.empty()) {
            write_value_element(item, name, occurs);
            return;
        }
        if (item.classes.size() == 1 && model_.classes[item.classes.front()].patterns.empty()) {
            write_class_element(name, model_.classes[item.classes.front()].name, occurs, 3);
            return;
        }
        line(3, "<xsd:choice" + occurs + ">");
        const bool one_of = item.classes.size() > 1;
        if (one_of) {
            line(4, "<xsd:element name=\"" + name + "\"/>");
        } else {
            const ExportedClass& nested = model_.classes[item.classes.front()];
            write_class_element(name, nested.name, "", 4);
            for (const auto* pattern : nested.patterns)
                write_class_element(name + "_" + pattern->name.text, nested.name + "_" + pattern->name.text,
                                    "", 4);
        }
        line(3, "</xsd:choice>");
    }

    void write_class_element(const std::string& name, const std::string& type, const std::string& occurs,
                             std::size_t depth) {
        line(depth, "<xsd:element name=\"" + name + "\" type=\"" + type + "\"" + occurs + "/>");
    }

    void write_value_element(const ExportedItem& item, const std::string& name, const std::string& occurs) {
        if (is_plain_code(model_, item)) {
            constexpr std::string_view forms[] = {"_code", "_value", "_code_value"};
            const std::string type =
                codes_name(model_, item.codes) + std::string(forms[static_cast<int>(item.tree->type.form)]);
            line(3, "<xsd:element name=\"" + name + "\" type=\"" + type + "\"" + occurs + ">");
            document(4, item.tree->label);
            line(3, "</xsd:element>");
            return;
        }
        line(3, "<xsd:element name=\"" + name + "\"" + occurs + ">");
        document(4, item.tree->label);
        if (item.codes != ExportedItem::none && item.tree->type.form == syntax::CodeForm::both) {
            line(4, "<xsd:complexType mixed=\"true\">");
            line(5,
                 "<xsd:sequence><xsd:any namespace=\"##any\" processContents=\"skip\" minOccurs=\"0\" "
                 "maxOccurs=\"2\"/></xsd:sequence>");
            line(4, "</xsd:complexType>");
        } else {
            write_simple_type(item);
        }
        line(3, "</xsd:element>");
    }

    void write_simple_type(const ExportedItem& item) {
        const syntax::Type& type = item.tree->type;
        const bool plain =
            item.kind && item.tree->separator.empty() && item.tree->unknowns.empty() && type.matches.empty();
        const std::string base = plain ? value_form(*item.kind).xsd : "string";
        line(4, "<xsd:simpleType>");
        line(5, "<xsd:restriction base=\"xsd:" + base + "\">");
        const std::string pattern = cell_pattern(model_, item);
        if (!pattern.empty()) line(6, "<xsd:pattern value=\"" + escaped(xsd_pattern(pattern)) + "\"/>");
        if (plain && is_number(item)) {
            if (type.minimum) line(6, "<xsd:minInclusive value=\"" + *type.minimum + "\"/>");
            if (type.maximum) line(6, "<xsd:maxInclusive value=\"" + *type.maximum + "\"/>");
        }
        line(5, "</xsd:restriction>");
        line(4, "</xsd:simpleType>");
    }

    /// The codes, the labels, and an object of both, whose members are in the namespace of the code lists.
    void write_codes(std::size_t number) {
        const FoundCodes& list = model_.codes[number];
        if (!list.tree->closed || list.codes.empty()) return;
        const std::string name = codes_name(model_, number);
        line(1, "<xsd:simpleType name=\"" + name + "_code\">");
        document(2, list.tree->label);
        line(2, "<xsd:restriction base=\"xsd:string\">");
        for (const auto& code : list.codes) {
            line(3, "<xsd:enumeration value=\"" + escaped(code.code) + "\">");
            document(4, code.label);
            line(3, "</xsd:enumeration>");
        }
        line(2, "</xsd:restriction>");
        line(1, "</xsd:simpleType>");
        line(1, "<xsd:simpleType name=\"" + name + "_value\">");
        line(2, "<xsd:restriction base=\"xsd:string\"/>");
        line(1, "</xsd:simpleType>");
        line(1, "<xsd:complexType name=\"" + name + "_code_value\" mixed=\"true\">");
        line(2, "<xsd:sequence>");
        line(3, "<xsd:any namespace=\"##any\" processContents=\"skip\" minOccurs=\"0\" maxOccurs=\"2\"/>");
        line(2, "</xsd:sequence>");
        line(1, "</xsd:complexType>");
    }

    const ExportRequest& request_;
    const ExportedModel& model_;
    std::string out_;
};

}  // namespace

std::string export_xsd(const ExportRequest& request) {
    return XsdWriter(request).write();
}

}  // namespace daicho
