#include "models/reports/finding_json.hpp"

#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::size_t longest_value = 4096;

/// At most `longest_value` bytes of `text`, whole characters only.
std::string_view cut(std::string_view text) {
    if (text.size() <= longest_value) return text;
    std::size_t end = longest_value;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

void write_rule(JsonWriter& json, const Finding& finding, const Rule* rule) {
    json.key("rule").string(finding.rule.text);
    json.key("name").string(rule ? rule->slug : finding.rule.text);
    json.key("severity").string(to_string(finding.severity));
    json.key("level");
    if (finding.blocks == Level::none) {
        json.null();
    } else {
        json.string(to_string(finding.blocks));
    }
}

template <std::size_t size>
void write_number_or_null(JsonWriter& json, const char (&key)[size], std::uint64_t number) {
    json.key(key);
    if (number == 0) {
        json.null();
    } else {
        json.number(number);
    }
}

void write_place(JsonWriter& json, const Finding& finding, const PlaceForm* form) {
    write_number_or_null(json, "record", finding.record);
    write_number_or_null(json, "line", finding.place.line);
    if (form != nullptr && form->kind != PlaceForm::Kind::line) {
        write_number_or_null(json, "position", finding.place.position);
        json.key("place").string_or_null(place_text(*form, finding.place, finding.column, finding.header));
    }
}

void write_column(JsonWriter& json, const Finding& finding) {
    write_number_or_null(json, "column", finding.column);
    json.key("header").string_or_null(finding.header);
    json.key("item").string_or_null(finding.item);
}

void write_span(JsonWriter& json, Span span) {
    json.key("span").begin_array().number(span.begin).number(span.end).end_array();
}

void write_repair(JsonWriter& json, const Repair& repair) {
    json.key("repair");
    if (repair.kind == RepairKind::none) {
        json.null();
        return;
    }
    json.begin_object().key("kind").string(to_string(repair.kind));
    json.key("value").string(cut(repair.value)).end_object();
}

void write_tail(JsonWriter& json, const Finding& finding, const RuleMessage& message) {
    json.key("expected").string_or_null(finding.expected);
    write_repair(json, finding.repair);
    json.key("message").text_by([&](std::string& out) { message.append(out, finding); });
}

void write_shown(JsonWriter& json, const Finding& finding, const FindingFrame& frame,
                 const PlaceForm* places) {
    json.begin_object().raw(frame.head());
    write_place(json, finding, places);
    json.raw(frame.column());
    write_span(json, finding.span);
    json.key("value").string(cut(finding.value));
    if (finding.value.size() > longest_value) json.key("value_bytes").number(finding.value.size());
    write_tail(json, finding, frame.message());
    json.end_object();
}

}  // namespace

const Rule* rule_of(const Finding& finding, const FindingStyle& style) {
    return style.rules ? style.rules->find(finding.rule) : find_rule(finding.rule.text);
}

void FindingFrame::fit(const Finding& finding, const FindingStyle& style, std::string_view file) {
    if (!head_.empty() && id_ == finding.rule && severity_ == finding.severity && blocks_ == finding.blocks &&
        number_ == finding.column && header_ == finding.header && item_ == finding.item)
        return;
    const Rule* rule = rule_of(finding, style);
    message_.emplace(rule, style.wording);
    id_ = finding.rule;
    severity_ = finding.severity;
    blocks_ = finding.blocks;
    number_ = finding.column;
    header_ = finding.header;
    item_ = finding.item;
    head_.clear();
    column_.clear();
    JsonWriter head{head_}, column{column_};
    if (!file.empty()) head.key("file").string(file);
    write_rule(head, finding, rule);
    write_column(column, finding);
}

void write_finding(JsonWriter& json, const Finding& finding, const FindingStyle& style, std::string_view file,
                   FindingFrame& frame) {
    frame.fit(finding, style, file);
    if (finding.confidential && !style.show_values) {
        write_shown(json, masked(finding), frame, style.places);
    } else {
        write_shown(json, finding, frame, style.places);
    }
}

void write_finding(JsonWriter& json, const Finding& finding, const FindingStyle& style,
                   std::string_view file) {
    FindingFrame frame;
    write_finding(json, finding, style, file, frame);
}

void write_remark(JsonWriter& json, const Finding& finding, const FindingStyle& style) {
    const Rule* rule = rule_of(finding, style);
    const bool hide = finding.confidential && !style.show_values;
    json.begin_object();
    write_rule(json, finding, rule);
    write_span(json, finding.span);
    write_tail(json, hide ? masked(finding) : finding, RuleMessage(rule, style.wording));
    json.end_object();
}

}  // namespace daicho
