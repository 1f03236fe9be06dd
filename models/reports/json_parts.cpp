#include "models/reports/json_parts.hpp"

#include "models/reports/next_level.hpp"

namespace daicho {

namespace {

void write_columns(JsonWriter& json, const std::vector<BoundColumn>& columns) {
    json.key("columns").begin_array();
    for (const BoundColumn& column : columns) {
        json.begin_object().key("column").number(column.column).key("header").string(column.header);
        json.key("item").string_or_null(column.item).key("how").string_or_null(column.how).end_object();
    }
    json.end_array();
}

void write_line(JsonWriter& json, const TallyLine& line, const FindingStyle& style) {
    const Finding finding{.rule = line.rule};
    const Rule* rule = rule_of(finding, style);
    json.begin_object().key("rule").string(line.rule.text);
    json.key("name").string(rule ? rule->slug : line.rule.text);
    json.key("severity").string(to_string(line.severity));
    json.key("column");
    if (line.column == 0) {
        json.null();
    } else {
        json.number(line.column);
    }
    json.key("header").string_or_null(line.header).key("item").string_or_null(line.item);
    json.key("count").number(line.count).key("safe_repairs").number(line.safe);
    json.end_object();
}

}  // namespace

void write_form(JsonWriter& json, const TableForm& form) {
    if (form.text) {
        json.key("encoding").string(to_string(form.text->encoding)).key("bom").boolean(form.text->bom);
        json.key("newline").string(to_string(form.text->newline));
        json.key("delimiter").string({&form.text->delimiter, 1});
    } else {
        json.key("format").string(form.format);
    }
    json.key("header_line").number(form.header_line);
}

void write_facts(JsonWriter& json, const FileFacts& facts) {
    json.key("path").string(facts.path);
    write_form(json, facts.form);
    json.key("model").string_or_null(facts.model);
    write_columns(json, facts.columns);
}

void write_verdict(JsonWriter& json, const FileVerdict& verdict) {
    json.key("records").number(verdict.records).key("level");
    if (verdict.level) {
        json.string(to_string(*verdict.level));
    } else {
        json.null();
    }
    json.key("levels").begin_object();
    for (const Level level : {Level::none, Level::lv1, Level::lv2, Level::lv2s}) {
        json.key(to_string(level)).number(verdict.levels[static_cast<std::size_t>(level)]);
    }
    json.end_object().key("pattern").string_or_null(verdict.pattern).key("lacking").begin_array();
    for (const std::string& item : verdict.lacking) json.string(item);
    json.end_array();
}

void write_summary(JsonWriter& json, const Listing& listing, const FileVerdict& verdict,
                   const FindingStyle& style) {
    const Tally& tally = listing.tally();
    json.begin_object();
    json.key("errors").number(tally.total(Severity::error));
    json.key("warnings").number(tally.total(Severity::warning));
    json.key("infos").number(tally.total(Severity::info));
    json.key("listed").number(listing.listed()).key("safe_repairs").number(tally.safe_repairs());
    json.key("rules").begin_array();
    for (const std::size_t index : tally.sorted()) write_line(json, tally.line(index), style);
    json.end_array().key("blocking");
    const auto blocking = next_level(verdict, tally);
    if (!blocking) {
        json.null();
    } else {
        json.begin_object().key("level").string(to_string(blocking->level)).key("rules").begin_array();
        for (const std::size_t index : blocking->lines) write_line(json, tally.line(index), style);
        json.end_array().end_object();
    }
    json.end_object();
}

}  // namespace daicho
