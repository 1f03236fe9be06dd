#include "grammars/formats/record_checks.hpp"

#include <algorithm>

#include "grammars/formats/rule_ids.hpp"
#include "grammars/text/code_point_name.hpp"

namespace daicho {

namespace {

bool is_control_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

Finding& add_record_finding(Batch& batch, std::size_t record, RuleId rule, Severity severity) {
    Finding& finding = batch.parts().findings.emplace_back();
    finding.rule = rule;
    finding.severity = severity;
    finding.record = batch.record_number(record);
    finding.place = batch.place(record);
    return finding;
}

void check_controls(Batch& batch, std::size_t record, std::size_t column) {
    const std::string_view text = batch.cell(record, column);
    const auto control = std::find_if(text.begin(), text.end(), is_control_byte);
    if (control == text.end()) return;
    Finding& finding = add_record_finding(batch, record, rules::control_in_file, Severity::error);
    const auto offset = static_cast<std::uint32_t>(control - text.begin());
    finding.column = static_cast<std::uint32_t>(column + 1);
    finding.span = {offset, offset + 1};
    finding.detail = code_point_name(static_cast<unsigned char>(*control));
}

}  // namespace

void check_records(Batch& batch, std::size_t columns) {
    for (std::size_t record = 0; record < batch.size(); ++record) {
        const std::size_t width = batch.width(record);
        if (batch.blank(record)) {
            add_record_finding(batch, record, rules::blank_record, Severity::info);
        } else if (columns != 0 && width != columns) {
            Finding& finding = add_record_finding(batch, record, rules::ragged_record, Severity::error);
            finding.value = std::to_string(width);
            finding.detail = std::to_string(columns);
        }
        for (std::size_t column = 0; column < width; ++column) check_controls(batch, record, column);
    }
}

}  // namespace daicho
