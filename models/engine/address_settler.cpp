#include "models/engine/address_settler.hpp"

#include <algorithm>
#include <utility>

#include "grammars/text/digits.hpp"
#include "grammars/text/join.hpp"
#include "grammars/values/address.hpp"
#include "grammars/values/rule_ids.hpp"
#include "models/engine/address_text.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

bool is_open(const Finding& finding) {
    return finding.rule == rules::not_of_this_type || finding.rule == rules::incomplete ||
           finding.rule == rules::ambiguous;
}

/// A name that the grammar does not know is told as what the registry knows it to be: abolished (R417).
void drop_abolished_names(std::vector<Finding>& findings, std::size_t first) {
    const auto begin = findings.begin() + static_cast<std::ptrdiff_t>(first);
    const auto is_told = [&](const Finding& unknown) {
        return std::any_of(begin, findings.end(), [&](const Finding& one) {
            return one.rule == rules::old_municipality && one.column == unknown.column;
        });
    };
    const auto is_told_again = [&](const Finding& one) {
        return one.rule == rules::unknown_name && is_told(one);
    };
    findings.erase(std::remove_if(begin, findings.end(), is_told_again), findings.end());
}

/// The whole address as the registry spells it.
std::string full_text(const LocatedAddress& found) {
    std::string text = std::string(found.prefecture) + found.city_and_county + found.street_address;
    if (!found.city_block.empty() && is_ascii_digit(text.back()) && is_ascii_digit(found.city_block.front()))
        text += '-';
    text += found.city_block;
    return found.building.empty() ? text : text + ' ' + found.building;
}

}  // namespace

AddressSettler::AddressSettler(const Model& model, const InspectionPlan& plan, const FindingMaker& findings,
                               const AddressReference* addresses, std::string area)
    : findings_(findings), addresses_(addresses), area_(std::move(area)) {
    if (!addresses) return;
    for (const ColumnCheck& check : plan.columns) {
        if (check.kind != &address_type) continue;
        Column column{check.column + 1, nullptr};
        if (check.slot) {
            const auto own = std::ranges::find(model.addresses, check.slot_number, &AddressPlan::whole);
            if (own != model.addresses.end()) column.plan = &*own;
        }
        columns_.push_back(column);
    }
}

std::string_view AddressSettler::municipality(const Column& column, const RecordValues& values) const {
    const std::string_view own =
        column.plan ? address_municipality(*column.plan, values.values) : std::string_view{};
    return own.empty() ? std::string_view(area_) : own;
}

void AddressSettler::settle(const Batch& batch, std::size_t record, const RecordValues& values,
                            std::vector<Finding>& findings, std::size_t first) const {
    drop_abolished_names(findings, first);
    for (std::size_t at = first; at < findings.size(); ++at) {
        Finding& finding = findings[at];
        if (!is_open(finding)) continue;
        const auto column = std::ranges::find(columns_, finding.column, &Column::number);
        if (column == columns_.end()) continue;
        const std::string_view text = batch.cell(record, finding.column - 1);
        const LocatedAddress found = addresses_->locate(text, municipality(*column, values));
        const auto number = finding.column;
        const bool told_of_places = finding.rule == rules::ambiguous;
        if (!amend(finding, found)) findings.erase(findings.begin() + static_cast<std::ptrdiff_t>(at--));
        if (!told_of_places && !found.sure) continue;
        // The places that may be meant have been told, or there is one.
        const auto rest = findings.begin() + static_cast<std::ptrdiff_t>(first);
        findings.erase(std::remove_if(rest, findings.end(),
                                      [&](const Finding& one) {
                                          return one.rule == rules::several_places && one.column == number;
                                      }),
                       findings.end());
    }
}

bool AddressSettler::amend(Finding& finding, const LocatedAddress& found) const {
    if (!found.sure || found.level < MatchLevel::town) {
        if (finding.rule == rules::ambiguous && !found.others.empty())
            finding.detail = joined(found.others, ", ");
        return true;
    }
    std::string full = full_text(found);
    if (full == finding.value) return false;
    const bool whole_name = found.names_municipality && finding.value.starts_with(found.prefecture);
    const Finding weight = findings_.of_table(whole_name ? rules::other_notation : rules::incomplete);
    finding.rule = weight.rule;
    finding.severity = std::min(finding.severity, weight.severity);
    finding.blocks = std::min(finding.blocks, weight.blocks);
    finding.detail.clear();
    finding.span = whole(finding.value);
    finding.repair = {RepairKind::guess, std::move(full)};
    return true;
}

}  // namespace daicho
