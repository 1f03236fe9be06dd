#include "models/reports/transform_report.hpp"

#include "models/reports/finding_json.hpp"
#include "models/rules/message.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

constexpr std::size_t piece = 1 << 16;

/// A value that was missing is settled by whatever filled its cell, any other by the repair of its rule.
bool is_settled(const Finding& finding, const std::vector<Edit>& edits,
                const std::vector<TargetColumn>& columns, std::size_t& at) {
    while (at < edits.size() && edits[at].record < finding.record) ++at;
    for (std::size_t i = at; i < edits.size() && edits[i].record == finding.record; ++i) {
        const Edit& edit = edits[i];
        if (finding.rule == rules::missing_value) {
            const auto source = columns[edit.target].source;
            if (source && *source + 1 == finding.column && edit.before.empty()) return true;
        }
        if (edit.rule == finding.rule && edit.before == finding.value) return true;
    }
    return false;
}

/// What of the cell no item took.
std::string_view lost_text(const Finding& loss) {
    return loss.rule == rules::unused_part ? loss.detail : loss.value;
}

void add_first(const std::vector<Finding>& findings, std::uint64_t& count, std::vector<Finding>& first) {
    count += findings.size();
    for (const Finding& finding : findings) {
        if (first.size() < TransformReport::most_listed) first.push_back(finding);
    }
}

}  // namespace

std::string shown_loss(const Finding& loss) {
    return std::string(loss.confidential ? masked_text : lost_text(loss));
}

TransformReport::TransformReport(const Inspector& inspector, const Transformer& transformer,
                                 const Mapping* mapping, Language language,
                                 std::function<void(std::string_view)> write)
    : inspector_(inspector),
      transformer_(transformer),
      mapping_(mapping),
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
        json_.key("column").string(target.header).key("item").string(target.item);
        json_.key("rule").string(edit.rule.text).key("kind").string(to_string(edit.kind));
        json_.key("before").string(secret ? masked_text : std::string_view(edit.before));
        json_.key("after").string(secret ? masked_text : std::string_view(edit.after));
        if (!edit.note.empty()) json_.key("note").string(edit.note);
        json_.end_object();
        if (text_.size() > piece) flush();
    }
    add_first(batch.mapped.losses, losses_, first_losses_);
    add_first(batch.given_up, losses_, first_losses_);
    for (const Finding& left : batch.not_located) ++not_located_by_[left.detail];
    add_first(batch.not_located, not_located_, first_not_located_);
    for (const Finding& left : batch.not_identified) ++not_identified_by_[left.detail];
    add_first(batch.not_identified, not_identified_, first_not_identified_);
    add_first(batch.not_shrunk, not_shrunk_, first_not_shrunk_);
    std::size_t at = 0;
    for (const Finding& finding : batch.inspection.findings) {
        if (finding.severity != Severity::error ||
            is_settled(finding, batch.edits, transformer_.columns(), at))
            continue;
        ++unresolved_;
        if (first_unresolved_.size() < most_listed) first_unresolved_.push_back(finding);
    }
}

void TransformReport::finish(const LevelCount& levels, Level ceiling, std::uint64_t source_records) {
    json_.end_array();
    json_.key("level").string(to_string(levels.lowest(ceiling))).key("levels").begin_object();
    for (std::size_t level = 0; level < levels.records.size(); ++level) {
        json_.key(to_string(static_cast<Level>(level))).number(levels.records[level]);
    }
    json_.end_object();
    write_columns();
    write_unmapped();
    const auto& slots = inspector_.model().slots;
    json_.key("unfilled").begin_array();
    for (const auto slot : transformer_.unfilled()) {
        json_.begin_object().key("item").string(slots[slot].path).key("name").string(slots[slot].long_label);
        json_.end_object();
    }
    json_.end_array();
    write_losses();
    if (transformer_.options().addresses)
        write_left_empty("not_located", not_located_by_, first_not_located_);
    if (transformer_.options().corporations)
        write_left_empty("not_identified", not_identified_by_, first_not_identified_);
    if (transformer_.options().shrink) write_not_shrunk();
    json_.key("findings").begin_array();
    for (const Finding& finding : first_unresolved_) {
        write_finding(json_, finding, {language_, false, nullptr});
        if (text_.size() > piece) flush();
    }
    json_.end_array();
    json_.key("summary").begin_object();
    json_.key("source_records").number(source_records);
    json_.key("records").number(records_).key("repairs").number(edits_).key("unresolved").number(unresolved_);
    json_.key("losses").number(losses_);
    if (transformer_.options().addresses) json_.key("not_located").number(not_located_);
    if (transformer_.options().corporations) json_.key("not_identified").number(not_identified_);
    if (transformer_.options().shrink) json_.key("not_shrunk").number(not_shrunk_);
    json_.end_object().end_object().end_line();
    flush();
}

void TransformReport::write_columns() {
    const auto& headers = inspector_.headers();
    json_.key("columns").begin_array();
    for (std::size_t i = 0; i < transformer_.columns().size(); ++i) {
        const TargetColumn& target = transformer_.columns()[i];
        json_.begin_object().key("name").string(target.header).key("item").string_or_null(target.item);
        json_.key("origin").string(to_string(target.origin));
        json_.key("from");
        if (mapping_ && target.source) {
            json_.begin_array();
            for (const auto from : mapping_->read_from(mapping_->columns()[*target.source])) {
                json_.string(from);
            }
            json_.end_array();
        } else {
            json_.string_or_null(target.source ? std::string_view(headers[*target.source]) : "");
        }
        json_.key("filled").number(filled_[i]).key("repairs").begin_object();
        for (const auto& [rule, count] : rules_[i]) json_.key(rule).number(count);
        json_.end_object().end_object();
    }
    json_.end_array();
}

/// Columns of the source that no item of the model is for.
void TransformReport::write_unmapped() {
    const auto write = [&](std::string_view column, bool kept, std::string_view reason) {
        json_.begin_object().key("column").string(column).key("kept").boolean(kept);
        if (!reason.empty()) json_.key("reason").string(reason);
        json_.end_object();
    };
    json_.key("unmapped").begin_array();
    for (const TargetColumn& target : transformer_.columns()) {
        if (target.origin != Origin::own) continue;
        if (!mapping_ || mapping_->columns()[*target.source].carried) write(target.header, true, {});
    }
    for (const auto column : transformer_.dropped()) write(inspector_.headers()[column], false, {});
    if (mapping_) {
        for (const auto& dropped : mapping_->dropped()) {
            write(mapping_->source_headers()[dropped.column], false, dropped.reason);
        }
    }
    json_.end_array();
}

void TransformReport::write_losses() {
    json_.key("losses").begin_array();
    for (const Finding& loss : first_losses_) {
        json_.begin_object().key("record").number(loss.record).key("line").number(loss.line);
        json_.key("column").string(loss.header).key("rule").string(loss.rule.text);
        json_.key("value").string(loss.confidential ? masked_text : std::string_view(loss.value));
        json_.key("unused").string(shown_loss(loss)).end_object();
        if (text_.size() > piece) flush();
    }
    json_.end_array();
}

/// What was not filled, by reason and one by one.
void TransformReport::write_left_empty(const std::string& name,
                                       const std::map<std::string, std::uint64_t>& by_reason,
                                       const std::vector<Finding>& first) {
    json_.key(name + "_by_reason").begin_object();
    for (const auto& [reason, count] : by_reason) json_.key(reason).number(count);
    json_.end_object().key(name).begin_array();
    for (const Finding& left : first) {
        json_.begin_object().key("record").number(left.record).key("line").number(left.line);
        json_.key("column").string(left.header);
        json_.key("value").string(left.confidential ? masked_text : std::string_view(left.value));
        json_.key("reason").string(left.detail).end_object();
        if (text_.size() > piece) flush();
    }
    json_.end_array();
}

void TransformReport::write_not_shrunk() {
    json_.key("not_shrunk").begin_array();
    for (const Finding& left : first_not_shrunk_) {
        const auto shown = [&](const std::string& text) {
            return left.confidential ? masked_text : std::string_view(text);
        };
        json_.begin_object().key("record").number(left.record).key("line").number(left.line);
        json_.key("column").string(left.header).key("value").string(shown(left.value));
        json_.key("characters").string(shown(left.detail)).end_object();
        if (text_.size() > piece) flush();
    }
    json_.end_array();
}

void TransformReport::flush() {
    write_(text_);
    text_.clear();
}

}  // namespace daicho
