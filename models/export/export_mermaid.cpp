#include "models/dictionary/item_words.hpp"
#include "models/export/export_parts.hpp"

namespace daicho {

std::string export_mermaid(const ExportRequest& request);

namespace {

/// A text in a diagram: signs that Mermaid reads are left out.
std::string diagram_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("\"`{}<>~:;\n").find(c) == std::string_view::npos) out += c;
    }
    return out;
}

std::string diagram_type(const ExportedModel& model, const ExportedItem& item) {
    if (item.codes != ExportedItem::none) return codes_name(model, item.codes);
    return plain_name(item.tree->type.names.front().text, "value", 0);
}

std::string diagram_class(const ExportedModel& model, const ExportedClass& one, Language language) {
    std::string out =
        "    class " + one.name + "[\"" + diagram_text(label_in(one.found.tree->label, language)) + "\"] {\n";
    for (const ExportedItem& item : one.items) {
        if (!item.classes.empty()) continue;
        out += "        +" + diagram_type(model, item) + (item.repeats() ? "[]" : "") + " " +
               diagram_text(item.name);
        out += item.required() ? " 必須\n" : "\n";
    }
    return out + "    }\n";
}

std::string diagram_lines(const ExportedModel& model, const ExportedClass& one) {
    std::string out;
    for (const ExportedItem& item : one.items) {
        for (const std::size_t number : item.classes) {
            out += "    " + one.name + " --> \"" + cardinality_in_words(item.tree->cardinality) + "\" " +
                   model.classes[number].name + " : " + diagram_text(item.name) + "\n";
        }
    }
    return out;
}

}  // namespace

std::string export_mermaid(const ExportRequest& request) {
    std::string out = "classDiagram\n";
    for (const ExportedClass& one : request.model.classes)
        out += diagram_class(request.model, one, request.language);
    for (std::size_t i = 0; i < request.model.codes.size(); ++i) {
        const FoundCodes& list = request.model.codes[i];
        if (list.codes.empty() || list.codes.size() > 30) continue;
        out += "    class " + codes_name(request.model, i) + " {\n        <<enumeration>>\n";
        for (const auto& code : list.codes)
            out += "        " + diagram_text(code.code) + " " + diagram_text(code.label.ja) + "\n";
        out += "    }\n";
    }
    for (const ExportedClass& one : request.model.classes) out += diagram_lines(request.model, one);
    return out + loss_lines(request, "    %% ");
}

}  // namespace daicho
