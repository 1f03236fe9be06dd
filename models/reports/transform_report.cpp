#include "models/reports/transform_report.hpp"

#include "models/reports/finding_json.hpp"
#include "models/rules/message.hpp"

namespace daicho {

namespace {

constexpr std::size_t piece = 1 << 16;

bool is_settled(const Finding& finding, const std::vector<Edit>& edits, std::size_t& at) {
    while (at < edits.size() && edits[at].record < finding.record) ++at;
    for (std::size_t i = at; i < edits.size() && edits[i].record == finding.record; ++i) {
        if (edits[i].rule == finding.rule && edits[i].before == finding.value) return true;
    }
    return false;
}

}  // namespace

TransformReport::TransformReport(const Inspector& inspector, const Transformer& transformer,
                                 Language language, std::function<void(std::string_view)> write)
    : inspector_(inspector),
      transformer_(transformer),
      language_(language),
      write_(std::move(write)),
      filled_(transformer.columns().size()),
      rules_(transformer.columns().size()) {}

void TransformReport::begin(std::string_view source, std::string_view result) {
    json_.begin_object().key("source").string(source).key("result").string(result);
    json_.key("model").string(inspector_.model().name);
    json_.key("repairs").begin_array();
}

void TransformReport::add(const Transformed& batch) {
    records_ += batch.size();
    edits_ += batch.edits.size();
    for (std::size_t i = 0; i < filled_.size(); ++i) filled_[i] += batch.filled[i];
    for (const Edit& edit : batch.edits) {
        const TargetColumn& target = transformer_.columns()[edit.target];
        ++rules_[edit.target][std::string(edit.rule.text)];
        const bool secret = target.slot && inspector_.model().slots[*target.slot].confidential;
        json_.begin_object().key("record").number(edit.record).key("line").number(edit.line);
        json_.key("column").string(target.heading).key("item").string(target.item);
        json_.key("rule").string(edit.rule.text).key("kind").string(to_string(edit.kind));
        json_.key("before").string(secret ? masked_text : std::string_view(edit.before));
        json_.key("after").string(secret ? masked_text : std::string_view(edit.after)).end_object();
        if (text_.size() > piece) flush();
    }
    std::size_t at = 0;
    for (const Finding& finding : batch.inspection.findings) {
        if (finding.severity == Severity::error && !is_settled(finding, batch.edits, at)) ++unresolved_;
    }
}

void TransformReport::finish() {
    json_.end_array();
    const auto& headings = inspector_.headings();
    const auto& slots = inspector_.model().slots;
    json_.key("columns").begin_array();
    for (std::size_t i = 0; i < transformer_.columns().size(); ++i) {
        const TargetColumn& target = transformer_.columns()[i];
        json_.begin_object().key("name").string(target.heading).key("item").string_or_null(target.item);
        json_.key("origin").string(to_string(target.origin));
        json_.key("from").string_or_null(target.source ? std::string_view(headings[*target.source]) : "");
        json_.key("filled").number(filled_[i]).key("repairs").begin_object();
        for (const auto& [rule, count] : rules_[i]) json_.key(rule).number(count);
        json_.end_object().end_object();
    }
    json_.end_array().key("unmapped").begin_array();
    for (const TargetColumn& target : transformer_.columns()) {
        if (target.origin != Origin::own) continue;
        json_.begin_object().key("column").string(target.heading).key("kept").boolean(true).end_object();
    }
    for (const auto column : transformer_.dropped()) {
        json_.begin_object().key("column").string(headings[column]).key("kept").boolean(false).end_object();
    }
    json_.end_array().key("unfilled").begin_array();
    for (const auto slot : transformer_.unfilled()) {
        json_.begin_object().key("item").string(slots[slot].path).key("name").string(slots[slot].long_label);
        json_.end_object();
    }
    json_.end_array().key("summary").begin_object();
    json_.key("records").number(records_).key("repairs").number(edits_).key("unresolved").number(unresolved_);
    json_.end_object().end_object().end_line();
    flush();
}

void TransformReport::flush() {
    write_(text_);
    text_.clear();
}

}  // namespace daicho
