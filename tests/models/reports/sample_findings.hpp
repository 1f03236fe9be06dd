#pragma once

#include "models/reports/report.hpp"

namespace daicho {

inline FileFacts sample_facts() {
    FileFacts facts;
    facts.path = "shelters.csv";
    facts.form.text = Dialect{.encoding = Encoding::utf8, .bom = true, .newline = Newline::crlf};
    facts.form.header_line = 1;
    facts.model = "gif.municipal/EvacuationSpace";
    facts.model_reference = "gif.municipal/EvacuationSpace";
    facts.model_name = {"指定緊急避難場所", "Evacuation space"};
    facts.columns = {{1, "名称", "name", {"名称", "name"}, "name"},
                     {2, "TEL", "telephoneNumber", {"電話番号", "telephoneNumber"}, "alias"},
                     {3, "余白", "", {}, ""}};
    return facts;
}

/// The same as an array of objects.
inline FileFacts sample_json_facts() {
    FileFacts facts = sample_facts();
    facts.path = "shelters.json";
    facts.form = {};
    facts.form.format = "json";
    facts.form.label = "JSON";
    facts.form.places = {PlaceForm::Kind::pointer, "/items"};
    return facts;
}

inline FileVerdict sample_verdict() {
    return {.records = 1234,
            .level = Level::none,
            .levels = {2, 1232, 0, 0},
            .pattern = "MP01",
            .lacking = {"id"}};
}

inline Finding phone_finding(std::uint64_t record) {
    Finding finding{.rule = {"T251"}, .severity = Severity::error, .blocks = Level::lv1, .record = record};
    finding.place.line = record + 1;
    finding.column = 2;
    finding.header = "TEL";
    finding.item = "telephoneNumber";
    finding.span = {0, 12};
    finding.value = "03-1234-5678";
    finding.expected = "(03)5253-5111";
    finding.repair = {RepairKind::normal_form, "(03)1234-5678"};
    return finding;
}

inline Finding missing_column_finding() {
    Finding finding{.rule = {"R400"}, .severity = Severity::error, .blocks = Level::lv2};
    finding.item = "id";
    finding.detail = "ID";
    return finding;
}

inline Finding confidential_finding() {
    Finding finding{
        .rule = {"K310"}, .severity = Severity::error, .blocks = Level::lv1, .record = 9, .place = 10};
    finding.column = 1;
    finding.header = "番号";
    finding.value = "123456789012";
    finding.detail = "8";
    finding.confidential = true;
    return finding;
}

}  // namespace daicho
