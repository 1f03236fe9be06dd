#include "models/engine/table_shape.hpp"

#include <algorithm>
#include <set>

#include "grammars/formats/rule_ids.hpp"
#include "grammars/text/spaces.hpp"
#include "models/engine/column_profile.hpp"
#include "models/rules/rule.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

using Headers = std::span<const std::string>;

Finding of_layout(RuleId id) {
    const Rule& rule = *find_rule(id.text);
    Finding finding;
    finding.rule = id;
    finding.severity = rule.severity;
    finding.blocks = rule.blocks;
    return finding;
}

void point_at(Finding& finding, Headers headers, std::size_t column) {
    finding.column = static_cast<std::uint32_t>(column + 1);
    finding.header = headers[column];
}

/// The number of headers after which all of `names` begin again; 0: they do not.
std::size_t period(std::span<const std::string_view> names) {
    for (std::size_t length = 2; length * 2 <= names.size(); ++length) {
        if (names.size() % length != 0) continue;
        std::size_t at = length;
        while (at < names.size() && names[at] == names[at - length]) ++at;
        if (at == names.size()) return length;
    }
    return 0;
}

void find_tables_side_by_side(Headers headers, std::vector<Finding>& out) {
    std::vector<std::string_view> names;
    std::vector<std::size_t> columns;
    for (std::size_t column = 0; column < headers.size(); ++column) {
        const std::string_view name = without_spaces(headers[column]);
        if (name.empty()) continue;
        names.push_back(name);
        columns.push_back(column);
    }
    const std::size_t length = period(names);
    if (length == 0) return;
    Finding& finding = out.emplace_back(of_layout(rules::tables_side_by_side));
    point_at(finding, headers, columns[length]);
    finding.value = names[length];
    finding.detail = std::to_string(names.size() / length);
}

/// Whether `values` are of a kind that `name` says.
bool is_item(std::string_view name, std::span<const std::string> values, const Reading& reading,
             KnownValues& known) {
    if (values.empty() || !header_names_any_kind(name)) return false;
    const ColumnKind kind = recognise_kind(values, name, reading, known);
    return kind.type && !kind.by_header && header_names_kind(name, *kind.type);
}

bool has_item_as_column(Headers headers, const Batch& first, const Reading& reading, KnownValues& known) {
    ColumnSamples samples(headers.size());
    samples.add(first);
    for (std::size_t column = 0; column < headers.size(); ++column) {
        if (is_item(headers[column], samples.values(column), reading, known)) return true;
    }
    return false;
}

/// The first cells of records are names of items, and what stands beside them is of the kinds they say; of no
/// column is that true. Such tables are short.
void find_table_on_its_side(Headers headers, const Batch& first, const Reading& reading,
                            std::vector<Finding>& out) {
    constexpr std::size_t most_records = 200;
    constexpr std::size_t least_items = 2;
    if (first.size() > most_records || first.size() < least_items || headers.size() < 2) return;
    KnownValues known;
    std::string items;
    std::size_t count = 0;
    for (std::size_t record = 0; record < first.size(); ++record) {
        const std::string_view name = first.cell(record, 0);
        std::vector<std::string> values;
        for (std::size_t column = 1; column < first.width(record); ++column) {
            if (!first.cell(record, column).empty()) values.emplace_back(first.cell(record, column));
        }
        if (!is_item(name, values, reading, known)) continue;
        ++count;
        items.append(items.empty() ? "" : "、").append(name);
    }
    if (count < least_items || has_item_as_column(headers, first, reading, known)) return;
    out.emplace_back(of_layout(rules::table_on_its_side)).value = std::move(items);
}

/// A column in which a group is named once: every text is new, blanks follow each, and all records have
/// something in the columns right of it.
struct Groups {
    std::size_t texts = 0;
    std::size_t blanks = 0;
    bool each_new = true;
};

Groups groups_of(const Batch& batch, std::size_t column) {
    Groups groups;
    std::set<std::string_view> seen;
    for (std::size_t record = 0; record < batch.size() && groups.each_new; ++record) {
        if (batch.blank(record)) continue;
        const std::string_view text = without_spaces(batch.cell(record, column));
        const bool has_more = !without_spaces(batch.cell(record, column + 1)).empty();
        if (text.empty()) {
            if (has_more) ++groups.blanks;
        } else {
            ++groups.texts;
            groups.each_new = has_more && seen.insert(text).second;
        }
        if (groups.texts == 0) groups.each_new = false;  // the first record names the first group
    }
    return groups;
}

/// 1, 2, 3 ...
bool counts_records(const Batch& batch, std::size_t column) {
    std::size_t number = 0;
    for (std::size_t record = 0; record < batch.size(); ++record) {
        if (batch.blank(record)) continue;
        if (without_spaces(batch.cell(record, column)) != std::to_string(++number)) return false;
    }
    return true;
}

/// Groups are named on the left, the larger ones first; only the numbers of records stand before them.
void find_merged_cells(Headers headers, const Batch& first, std::vector<Finding>& out) {
    constexpr std::size_t least_blanks = 3;
    for (std::size_t column = 0; column + 1 < headers.size(); ++column) {
        const Groups groups = groups_of(first, column);
        const bool merged = groups.each_new && groups.texts >= 2 && groups.blanks >= least_blanks &&
                            groups.blanks >= groups.texts;
        if (!merged && column == 0 && counts_records(first, column)) continue;
        if (!merged) return;
        Finding& finding = out.emplace_back(of_layout(rules::merged_cells));
        point_at(finding, headers, column);
        finding.value = std::to_string(groups.blanks);
    }
}

}  // namespace

std::vector<Finding> layout_findings(Headers headers, const Batch& first, const Reading& reading) {
    std::vector<Finding> findings;
    find_tables_side_by_side(headers, findings);
    find_table_on_its_side(headers, first, reading, findings);
    find_merged_cells(headers, first, findings);
    return findings;
}

void leave_out_repeated_headers(std::vector<Finding>& findings, std::span<const Finding> layout) {
    const auto side_by_side = std::find_if(layout.begin(), layout.end(), [](const Finding& finding) {
        return finding.rule == rules::tables_side_by_side;
    });
    if (side_by_side == layout.end()) return;
    std::erase_if(findings, [&](const Finding& finding) {
        return finding.rule == rules::duplicate_header && finding.column >= side_by_side->column;
    });
}

}  // namespace daicho
