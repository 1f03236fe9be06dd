#include "models/export/export_form.hpp"

#include <algorithm>

namespace daicho {

// What the files of the forms define: export_FORM.cpp.
std::string export_json_schema(const ExportRequest& request);
std::string export_openapi(const ExportRequest& request);
std::string export_table_schema(const ExportRequest& request);
std::string export_data_package(const ExportRequest& request);
std::string export_csvw(const ExportRequest& request);
std::string export_xsd(const ExportRequest& request);
std::string export_linkml(const ExportRequest& request);
std::string export_jsonld_context(const ExportRequest& request);
std::string export_sql(const ExportRequest& request);
std::string export_markdown(const ExportRequest& request);
std::string export_html(const ExportRequest& request);
std::string export_workbook(const ExportRequest& request);
std::string export_mermaid(const ExportRequest& request);

namespace {

using enum ModelFact;

constexpr ModelFacts all_facts = (ModelFacts{1} << model_facts) - 1;
constexpr ModelFacts schema_facts = facts_of(
    {patterns, ranges, required, alternatives, recommended, code_values, code_labels, open_codes, lists,
     repetition, nesting, deep_nesting, unions, other_names, unknowns, confidentiality, own_columns});
constexpr ModelFacts table_facts =
    facts_of({patterns, ranges, required, code_values, lists, unknowns, uniqueness, references});
/// Pages for people have the item table: what only a program needs is not in it.
constexpr ModelFacts page_facts =
    all_facts & ~facts_of({value_rules, patterns, characters, calculations, deep_nesting});

// One line a form; the order is that of the help.
constexpr ExportForm forms[] = {
    {"json-schema", "JSON Schema", schema_facts, false, export_json_schema},
    {"table-schema", "Table Schema", table_facts | facts_of({own_columns}), true, export_table_schema},
    {"data-package", "Data Package", table_facts | facts_of({code_labels, own_columns}), true,
     export_data_package},
    {"csvw", "CSVW", table_facts | facts_of({other_names}), true, export_csvw},
    {"xsd", "XML Schema",
     facts_of({patterns, ranges, required, alternatives, code_values, code_labels, open_codes, lists,
               unknowns, repetition, nesting, deep_nesting}),
     false, export_xsd},
    {"linkml", "LinkML",
     facts_of({patterns, ranges, required, recommended, code_values, code_labels, lists, unknowns, repetition,
               nesting, deep_nesting, unions, uniqueness, other_names}),
     false, export_linkml},
    {"jsonld-context", "JSON-LD", facts_of({nesting, deep_nesting, unions, repetition, own_columns}), false,
     export_jsonld_context},
    {"sql", "SQL",
     facts_of({ranges, required, alternatives, code_values, code_labels, repetition, uniqueness, nesting}),
     true, export_sql},
    {"openapi-schema", "OpenAPI", schema_facts, false, export_openapi},
    {"markdown", "Markdown", page_facts, true, export_markdown},
    {"html", "HTML", page_facts, true, export_html},
    {"xlsx", "Excel (xlsx)", page_facts, true, export_workbook},
    {"mermaid", "Mermaid", facts_of({required, repetition, nesting, deep_nesting, unions, code_values}),
     false, export_mermaid},
};

}  // namespace

std::span<const ExportForm> export_forms() {
    return forms;
}

const ExportForm* find_export_form(std::string_view name) {
    const auto found = std::ranges::find(forms, name, &ExportForm::name);
    return found == std::end(forms) ? nullptr : &*found;
}

Export export_model(ModelSet& models, const FoundClass& found, const ExportForm& form,
                    const ExportOptions& options) {
    const ExportedModel model = exported_model(models, found, options.japanese_names);
    const ClassSheet sheet = class_sheet(models, found, options.sheet);
    Export out;
    out.losses = export_losses(model, sheet, form);
    out.text = form.write({model, sheet, options.language, form.label, out.losses});
    return out;
}

}  // namespace daicho
