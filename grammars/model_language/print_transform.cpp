#include "grammars/model_language/parse_model.hpp"
#include "grammars/model_language/print_parts.hpp"

namespace daicho {

namespace {

using namespace syntax;

std::string parameter_of(const ParameterDeclaration& parameter) {
    Words words;
    words << "param" << parameter.name.text << ":" << print_type(parameter.type) << label_of(parameter.label);
    if (parameter.fallback) words << "default" << print_string(*parameter.fallback);
    return words.text() + ";";
}

std::string table_of(const LookupTable& table) {
    Words words;
    words << "table" << table.name.text << label_of(table.label);
    words.say("from", table.file);
    return words.text() + ";";
}

std::string unpivot_of(const Unpivot& unpivot) {
    Words words;
    words << "unpivot";
    for (const auto& column : unpivot.columns) words << print_string(column);
    words << "->" << unpivot.key.text << unpivot.value.text;
    return words.text() + ";";
}

std::string pivot_of(const Pivot& pivot) {
    Words words;
    words << "pivot";
    for (const auto& name : pivot.names) words << print_string(name.text);
    words << "<-" << print_string(pivot.key.text) << print_string(pivot.value.text) << "by";
    for (const auto& group : pivot.groups) words << print_string(group.text);
    return words.text() + ";";
}

std::string drop_of(const Drop& drop) {
    Words words;
    words << "drop" << print_string(drop.column);
    if (!drop.reason.empty()) words << print_string(drop.reason);
    return words.text() + ";";
}

std::string assignment_of(const Assignment& assignment) {
    Words words;
    words << (assignment.own ? print_string(assignment.target.text) : assignment.target.text) << "<-"
          << print_expression(assignment.value);
    if (assignment.when) words << "when" << print_expression(*assignment.when);
    return words.text() + ";";
}

}  // namespace

std::string print_transform(const Transform& transform) {
    Words header;
    header << "transform" << transform.name.text;
    header.say("version", transform.version);
    header << label_of(transform.label);
    if (!transform.origin.text.empty()) header << "from" << transform.origin.text;
    header << "to"
           << (transform.target_is_path ? print_string(transform.target.text) : transform.target.text);
    Page page;
    page.open(header);
    print_sources(page, transform.sources);
    for (const auto& parameter : transform.parameters) page.line(parameter_of(parameter));
    for (const auto& table : transform.tables) page.line(table_of(table));
    for (const auto& unpivot : transform.unpivots) page.line(unpivot_of(unpivot));
    for (const auto& pivot : transform.pivots) page.line(pivot_of(pivot));
    for (const auto& drop : transform.drops) page.line(drop_of(drop));
    for (const auto& assignment : transform.assignments) page.line(assignment_of(assignment));
    page.close();
    return page.text();
}

}  // namespace daicho
