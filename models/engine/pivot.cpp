#include "models/engine/pivot.hpp"

#include <algorithm>

#include "grammars/formats/batch_builder.hpp"
#include "grammars/text/spaces.hpp"
#include "models/rules/rule.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

/// Of the text of a batch that is given; a single record may be longer.
constexpr std::size_t batch_bytes = 1 << 18;

}  // namespace

Pivot::Pivot(const PivotPlan& plan, std::span<const std::string> headers) : plan_(plan), headers_(headers) {
    for (std::uint32_t i = 0; i < plan.names.size(); ++i) {
        columns_.emplace(without_spaces(plan.names[i]), plan.first + i);
    }
}

// ---- taking ----

void Pivot::add(const Batch& batch) {
    std::vector<std::size_t> group(batch.size());
    for (std::size_t record = 0; record < batch.size(); ++record) {
        group[record] = group_of(batch, record);
        if (!batch.blank(record)) take(batch, record, group[record]);
    }
    for (const Finding& finding : batch.findings()) {
        const std::uint64_t record = finding.record - batch.parts().first_record;
        const bool placed = finding.record != 0 && record < batch.size();
        tell(placed ? group[record] : 0, finding);
        if (!placed) findings_.back().finding.record = finding.record;
    }
}

/// A finding about the joined record.
void Pivot::tell(std::size_t group, Finding finding) {
    finding.record = group + 1;
    findings_.push_back({group, std::move(finding)});
}

std::size_t Pivot::open_group(RecordPlace place) {
    places_.push_back(place);
    cells_.resize(cells_.size() + headers_.size());
    return places_.size() - 1;
}

std::size_t Pivot::group_of(const Batch& batch, std::size_t record) {
    std::string key;
    bool any = false;
    for (const std::uint32_t column : plan_.groups) {
        const std::string_view text = without_spaces(batch.cell(record, column));
        any = any || !text.empty();
        key += std::to_string(text.size()) + ':';
        key += text;
    }
    if (any) {
        const auto [known, is_new] = groups_.emplace(std::move(key), places_.size());
        return is_new ? open_group(batch.place(record)) : known->second;
    }
    const std::size_t group = open_group(batch.place(record));
    if (!batch.blank(record)) {
        tell(group, finding_of(batch, record, rules::no_group, plan_.groups.front()));
    }
    return group;
}

void Pivot::take(const Batch& batch, std::size_t record, std::size_t group) {
    for (std::uint32_t column = 0; column < plan_.first; ++column) {
        if (column != plan_.key && column != plan_.value) put(batch, record, group, column, column);
    }
    take_value(batch, record, group);
}

void Pivot::take_value(const Batch& batch, std::size_t record, std::size_t group) {
    const std::string_view name = without_spaces(batch.cell(record, plan_.key));
    const auto column = columns_.find(name);
    if (column != columns_.end()) return put(batch, record, group, plan_.value, column->second);
    const bool has_value = !without_spaces(batch.cell(record, plan_.value)).empty();
    if (!has_value && name.empty()) return;
    Finding loss = finding_of(batch, record, rules::unlisted_name, has_value ? plan_.value : plan_.key);
    loss.detail = name;
    losses_.push_back({group, std::move(loss)});
}

/// The cell goes to that column of the group, unless another text is there already.
void Pivot::put(const Batch& batch, std::size_t record, std::size_t group, std::uint32_t from,
                std::uint32_t into) {
    if (!plan_.kept[into]) return;
    const std::string_view text = batch.cell(record, from);
    if (without_spaces(text).empty()) return;
    Cell& cell = cells_[group * headers_.size() + into];
    if (cell.origin.place.line == 0) {
        cell = {text_.size(), static_cast<std::uint32_t>(text.size()), batch.origin(record, from)};
        text_ += text;
    } else if (without_spaces(text_of(cell)) != without_spaces(text)) {
        Finding loss = finding_of(batch, record, rules::joined_differ, from);
        loss.detail = std::to_string(cell.origin.place.line);
        losses_.push_back({group, loss});
        tell(group, std::move(loss));
    }
}

Finding Pivot::finding_of(const Batch& batch, std::size_t record, RuleId id, std::uint32_t column) const {
    const Rule* rule = find_rule(id.text);
    Finding finding;
    finding.rule = id;
    finding.severity = rule ? rule->severity : Severity::error;
    finding.blocks = rule ? rule->blocks : Level::none;
    finding.record = batch.record_number(record);
    finding.place = batch.place(record);
    finding.column = column + 1;
    finding.header = headers_[column];
    finding.value = batch.cell(record, column);
    finding.span = whole(finding.value);
    return finding;
}

// ---- giving ----

bool Pivot::next(Batch& out) {
    if (given_ == 0) {
        std::ranges::stable_sort(findings_, {}, &Note::group);
        std::ranges::stable_sort(losses_, {}, &Note::group);
    }
    if (given_ == places_.size() && told_ == findings_.size()) return false;
    BatchBuilder builder(out);
    builder.begin(given_ + 1);
    for (; given_ < places_.size() && out.parts().text.size() < batch_bytes; ++given_) {
        builder.record(places_[given_]);
        for (std::size_t i = 0; i < headers_.size(); ++i) {
            const Cell& cell = cells_[given_ * headers_.size() + i];
            builder.cell(text_of(cell), cell.origin);
        }
    }
    builder.end();
    give(findings_, told_, out.parts().findings);
    give(losses_, lost_, out.parts().losses);
    return true;
}

/// What there is to say of the groups that were given.
void Pivot::give(std::vector<Note>& from, std::size_t& at, std::vector<Finding>& to) const {
    const bool last = given_ == places_.size();
    for (; at < from.size() && (last || from[at].group < given_); ++at) {
        to.push_back(std::move(from[at].finding));
    }
}

}  // namespace daicho
