#include "grammars/formats/json_writer.hpp"
#include "models/reports/json_parts.hpp"
#include "models/rules/rule.hpp"
#include "tools/profile_report.hpp"

namespace daicho {

namespace {

void write_kind(JsonWriter& json, const ColumnKind& kind) {
    json.key("kind");
    if (kind.type) {
        json.string(kind.type->name);
    } else {
        json.null();
    }
    json.key("kind_confidence").share(kind.confidence);
}

void write_column(JsonWriter& json, const ColumnFacts& column, const ItemOfColumn& item) {
    json.begin_object().key("name").string(column.name).key("item").string_or_null(item.path);
    json.key("confidence").share(item.confidence);
    write_kind(json, column.kind);
    json.key("filled").number(column.filled).key("empty").number(column.empty);
    json.key("distinct").number(column.distinct).key("distinct_exact").boolean(column.distinct_exact);
    json.key("longest").number(column.longest);
    if (column.kind.type)
        json.key("canonical").number(column.canonical).key("readable").number(column.readable);
    json.key("examples").begin_array();
    for (const std::string& example : column.examples) json.string(example);
    json.end_array().end_object();
}

void write_sheets(JsonWriter& json, const std::vector<SheetSummary>& sheets) {
    json.key("sheets").begin_array();
    for (const SheetSummary& sheet : sheets) {
        json.begin_object().key("name").string(sheet.name).key("read").boolean(sheet.chosen);
        json.key("hidden").boolean(sheet.hidden).key("beside_data").boolean(sheet.beside_data);
        json.key("rows").number(sheet.rows).key("columns").number(sheet.columns).end_object();
    }
    json.end_array();
}

void write_findings(JsonWriter& json, const Tally& findings) {
    json.key("quality").begin_array();
    for (const std::size_t index : findings.sorted()) {
        const TallyLine& line = findings.line(index);
        const Rule* rule = find_rule(line.rule.text);
        json.begin_object().key("rule").string(line.rule.text);
        json.key("name").string(rule ? rule->slug : line.rule.text);
        json.key("severity").string(to_string(line.severity)).key("column");
        if (line.column == 0) {
            json.null();
        } else {
            json.number(line.column);
        }
        json.key("first_line");
        if (line.first_line == 0) {
            json.null();
        } else {
            json.number(line.first_line);
        }
        json.key("count").number(line.count).key("safe_repairs").number(line.safe).end_object();
    }
    json.end_array();
}

void write_readability(JsonWriter& json, const DatasetProfile& profile) {
    json.key("readability").begin_array();
    for (const ReadabilityVerdict& verdict : profile.readability) {
        json.begin_object().key("rule").string(verdict.rule->number);
        json.key("title").string(verdict.rule->title.ja).key("state").string(to_string(verdict.state));
        json.key("findings").begin_array();
        for (const std::size_t at : verdict.lines) {
            const TallyLine& line = profile.table.findings.line(at);
            json.begin_object().key("rule").string(line.rule.text).key("column");
            if (line.column == 0) {
                json.null();
            } else {
                json.number(line.column);
            }
            json.key("count").number(line.count).end_object();
        }
        json.end_array().end_object();
    }
    json.end_array();
}

}  // namespace

std::string profile_json(const DatasetProfile& profile, const Session&) {
    std::string out;
    JsonWriter json{out};
    json.begin_object().key("path").string(profile.path);
    write_form(json, profile.form);
    if (!profile.sheets.empty()) write_sheets(json, profile.sheets);
    json.key("records").number(profile.table.records);
    json.key("blank_records").number(profile.table.blank_records).key("columns").begin_array();
    for (std::size_t i = 0; i < profile.table.columns.size(); ++i) {
        write_column(json, profile.table.columns[i], profile.items[i]);
    }
    json.end_array().key("models").begin_array();
    for (const FittingModel& model : profile.models) {
        json.begin_object().key("model").string(model.name).key("fit").share(model.fit).end_object();
    }
    json.end_array();
    write_findings(json, profile.table.findings);
    write_readability(json, profile);
    json.end_object().end_line();
    return out;
}

}  // namespace daicho
