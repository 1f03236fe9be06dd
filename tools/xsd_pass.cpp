#include "tools/xsd_pass.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "tools/rule_ids.hpp"

namespace daicho {

void XsdPass::begin_file(const FileFacts& facts) {
    path_ = facts.path;
    is_xml_ = facts.form.places.kind == PlaceForm::Kind::path;
    records_ = facts.form.places.of;
    confidential_ = std::ranges::any_of(facts.columns, &BoundColumn::confidential);
    next_.begin_file(facts);
}

void XsdPass::end_file(const FileVerdict& verdict) {
    if (!is_xml_) {
        throw Error{ErrorKind::input, path_ + ": XML ではないので、XSD と比べられません。",
                    path_ + ": this is not XML and cannot be compared with a schema of XML"};
    }
    document_.rewind();
    schema_.check(document_, records_, [&](const XmlViolation& violation) { tell(violation); });
    next_.end_file(verdict);
}

void XsdPass::tell(const XmlViolation& violation) {
    Finding finding;
    finding.rule = violation.of_value ? rules::xsd_value : rules::xsd_structure;
    finding.severity = Severity::error;
    finding.record = violation.record;
    if (violation.record != 0) {
        finding.place = {violation.line, 0, static_cast<std::uint32_t>(violation.record - 1)};
    }
    finding.value = violation.path + ":" + std::to_string(violation.line);
    finding.expected = *expected_.insert(violation.expected).first;
    finding.detail = violation.given.empty() ? violation.what : violation.given;
    finding.confidential = confidential_ && violation.of_value;
    next_.add(finding);
}

}  // namespace daicho
