#include "models/reports/transform_report.hpp"

#include "models/reports/finding_json.hpp"
#include "models/rules/message.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

constexpr std::size_t piece = 1 << 16;

/// The unmapped part of the cell.
std::string_view lost_text(const Finding& loss) {
    return loss.rule == rules::unused_part ? loss.detail : loss.value;
}

}  // namespace

std::string shown_loss(const Finding& loss) {
    return std::string(loss.confidential ? masked_text : lost_text(loss));
}

TransformReport::TransformReport(Language language, std::function<void(std::string_view)> write)
    : language_(language), write_(std::move(write)) {}

void TransformReport::begin(const TransformFacts& facts) {
    facts_ = facts;
    json_.begin_object().key("source").string(facts.source).key("result").string(facts.result);
    json_.key("model").string(facts.model);
    json_.key("repairs").begin_array();
}

void TransformReport::change(const CellChange& change) {
    if (!write_) return;
    const bool located = change.rule == rules::filled_from_registry && !change.note.empty();
    if (located && change.record != last_located_) {
        ++located_[std::string(change.note)];
        last_located_ = change.record;
    }
    const ResultColumn& column = facts_.columns[change.column];
    json_.begin_object().key("record").number(change.record).key("line").number(change.line);
    json_.key("column").string(column.header).key("item").string(column.item);
    json_.key("rule").string(change.rule.text).key("kind").string(to_string(change.kind));
    json_.key("before").string(change.confidential ? masked_text : change.before);
    json_.key("after").string(change.confidential ? masked_text : change.after);
    if (!change.note.empty()) json_.key("note").string(change.note);
    json_.end_object();
    if (text_.size() > piece) flush();
}

void TransformReport::left(LeftOver kind, const Finding& finding) {
    Left& left = left_[at(kind)];
    if (kind == LeftOver::not_located || kind == LeftOver::not_identified) ++left.by_reason[finding.detail];
    if (left.first.size() < most_listed) left.first.push_back(owned(finding));
}

/// What a finding views lives until `end` only, and who reads the report comes later.
Finding TransformReport::owned(Finding finding) {
    for (std::string_view* text : {&finding.header, &finding.item, &finding.expected}) {
        *text = *texts_.emplace(*text).first;
    }
    return finding;
}

void TransformReport::end(const TransformOutcome& outcome) {
    if (!write_) return;
    json_.end_array();
    json_.key("level").string(to_string(outcome.level)).key("levels").begin_object();
    for (std::size_t level = 0; level < outcome.levels.size(); ++level) {
        json_.key(to_string(static_cast<Level>(level))).number(outcome.levels[level]);
    }
    json_.end_object();
    write_columns(outcome);
    write_unmapped();
    json_.key("unfilled").begin_array();
    for (const Text& item : facts_.unfilled) {
        json_.begin_object().key("item").string(item.en).key("name").string(item.ja).end_object();
    }
    json_.end_array();
    write_losses();
    if (facts_.fills_addresses) {
        write_located();
        write_left_empty("not_located", left_[at(LeftOver::not_located)]);
    }
    if (facts_.fills_corporations) write_left_empty("not_identified", left_[at(LeftOver::not_identified)]);
    if (facts_.shrinks) write_not_shrunk();
    json_.key("findings").begin_array();
    for (const LeftOver kind : {LeftOver::error, LeftOver::not_split}) {
        for (const Finding& finding : left_[at(kind)].first) {
            write_finding(json_, finding, {language_, false, nullptr});
            if (text_.size() > piece) flush();
        }
    }
    json_.end_array();
    write_summary(outcome);
    json_.end_object().end_line();
    flush();
}

void TransformReport::write_summary(const TransformOutcome& outcome) {
    json_.key("summary").begin_object();
    json_.key("source_records").number(outcome.source_records).key("records").number(outcome.records);
    json_.key("fixed").number(outcome.fixed);
    json_.key("repairs").number(outcome.changed).key("filled").number(outcome.filled);
    json_.key("unresolved").number(outcome.left_over(LeftOver::error));
    json_.key("losses").number(outcome.left_over(LeftOver::loss));
    json_.key("not_split").number(outcome.left_over(LeftOver::not_split));
    const auto write = [&](bool asked, std::string_view key, LeftOver kind) {
        if (asked) json_.key(key).number(outcome.left_over(kind));
    };
    write(facts_.fills_addresses, "not_located", LeftOver::not_located);
    write(facts_.fills_corporations, "not_identified", LeftOver::not_identified);
    write(facts_.shrinks, "not_shrunk", LeftOver::not_shrunk);
    json_.end_object();
}

void TransformReport::write_columns(const TransformOutcome& outcome) {
    json_.key("columns").begin_array();
    for (std::size_t i = 0; i < facts_.columns.size(); ++i) {
        const ResultColumn& column = facts_.columns[i];
        json_.begin_object().key("name").string(column.header).key("item").string_or_null(column.item);
        json_.key("origin").string(column.origin).key("from");
        if (facts_.mapped && (!column.from.empty() || column.origin == "map")) {
            json_.begin_array();
            for (const std::string& from : column.from) json_.string(from);
            json_.end_array();
        } else {
            json_.string_or_null(column.from.empty() ? std::string_view{} : column.from.front());
        }
        json_.key("filled").number(outcome.columns[i].filled).key("repairs").begin_object();
        for (const auto& [rule, count] : outcome.columns[i].changes) json_.key(rule).number(count);
        json_.end_object().end_object();
    }
    json_.end_array();
}

/// Columns of the source that no item of the model is for.
void TransformReport::write_unmapped() {
    json_.key("unmapped").begin_array();
    for (const UnmappedColumn& column : facts_.unmapped) {
        json_.begin_object().key("column").string(column.header).key("kept").boolean(column.kept);
        if (!column.reason.empty()) json_.key("reason").string(column.reason);
        json_.end_object();
    }
    json_.end_array();
}

void TransformReport::write_losses() {
    json_.key("losses").begin_array();
    for (const Finding& loss : first_losses()) {
        json_.begin_object().key("record").number(loss.record).key("line").number(loss.place.line);
        json_.key("column").string_or_null(loss.header).key("rule").string(loss.rule.text);
        json_.key("value").string(loss.confidential ? masked_text : std::string_view(loss.value));
        json_.key("unused").string(shown_loss(loss)).end_object();
        if (text_.size() > piece) flush();
    }
    json_.end_array();
}

/// The records whose address was filled, by how certain and how deep it was found: "exact residence".
void TransformReport::write_located() {
    json_.key("located_by_certainty").begin_object();
    for (const auto& [certainty, count] : located_) json_.key(certainty).number(count);
    json_.end_object();
}

/// What was not filled, by reason and one by one.
void TransformReport::write_left_empty(const std::string& name, const Left& left_empty) {
    json_.key(name + "_by_reason").begin_object();
    for (const auto& [reason, count] : left_empty.by_reason) json_.key(reason).number(count);
    json_.end_object().key(name).begin_array();
    for (const Finding& left : left_empty.first) {
        json_.begin_object().key("record").number(left.record).key("line").number(left.place.line);
        json_.key("column").string(left.header);
        json_.key("value").string(left.confidential ? masked_text : std::string_view(left.value));
        json_.key("reason").string(left.detail).end_object();
        if (text_.size() > piece) flush();
    }
    json_.end_array();
}

void TransformReport::write_not_shrunk() {
    json_.key("not_shrunk").begin_array();
    for (const Finding& left : left_[at(LeftOver::not_shrunk)].first) {
        const auto shown = [&](const std::string& text) {
            return left.confidential ? masked_text : std::string_view(text);
        };
        json_.begin_object().key("record").number(left.record).key("line").number(left.place.line);
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
