#include <string>
#include <vector>

#include "grammars/formats/json_writer.hpp"
#include "tools/characters/gaiji_report.hpp"

namespace daicho {

namespace {

void add_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
    json.key(key).begin_array();
    for (const std::string& text : texts) json.string(text);
    json.end_array();
}

void add_places(JsonWriter& json, const GaijiCensus::Use& use) {
    json.key("uses").number(use.count).key("places").begin_array();
    for (const GaijiPlace& place : use.places) {
        json.begin_object().key("file").string(place.file).key("record").number(place.record);
        json.key("line").number(place.line).key("column").string(place.column).end_object();
    }
    json.end_array();
}

void add_finding(JsonWriter& json, const GaijiFinding& finding, Language language) {
    const GaijiIssueName& name = name_of(finding.issue);
    json.begin_object().key("issue").string(name.key).key("severity").string(to_string(name.severity));
    add_texts(json, "sites", finding.sites);
    add_texts(json, "codes", finding.codes);
    add_texts(json, "glyphs", finding.glyphs);
    json.key("lines").begin_array();
    for (const std::uint64_t line : finding.lines) json.number(line);
    json.end_array().key("detail").string_or_null(finding.detail);
    add_places(json, finding.use);
    json.key("message").string(std::string(name.title.in(language)) + ": " +
                               std::string(name.remedy.in(language)));
    json.end_object();
}

void add_replacement(JsonWriter& json, const GaijiReplacement& one) {
    json.begin_object().key("site").string(one.site).key("from").string(one.from).key("to").string(one.to);
    json.key("glyph").string_or_null(one.glyph).key("evidence").string(one.evidence);
    json.key("checked_by").string(one.checker).key("checked_on").string_or_null(one.checked_on).end_object();
}

}  // namespace

void write_gaiji_json(const GaijiReport& report, const Session& session) {
    std::string out;
    JsonWriter json{out};
    const GaijiAudit& audit = report.audit;
    json.begin_object().key("table").string(report.table.name);
    add_texts(json, "sites", report.table.sites());
    json.key("loaded")
        .begin_object()
        .key("mj")
        .boolean(report.has_mj)
        .key("gj")
        .boolean(report.has_gj)
        .end_object();
    json.key("rows")
        .number(audit.rows)
        .key("identified")
        .number(audit.identified)
        .key("numbers")
        .number(audit.numbers)
        .key("data");
    if (audit.with_data) {
        json.begin_object().key("characters").number(audit.kinds).key("uses").number(audit.uses);
        json.key("in_table").number(audit.covered).key("standard").number(audit.standard).end_object();
    } else {
        json.null();
    }
    json.key("findings").begin_array();
    for (const GaijiFinding& finding : audit.findings) add_finding(json, finding, session.language);
    json.end_array().key("replacements").begin_array();
    for (const GaijiReplacement& one : audit.replacements) add_replacement(json, one);
    json.end_array().key("complete").boolean(audit.complete()).end_object().end_line();
    session.out << out;
}

}  // namespace daicho
