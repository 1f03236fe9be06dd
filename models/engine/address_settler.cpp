#include "models/engine/address_settler.hpp"

#include <algorithm>
#include <utility>

#include "grammars/text/digits.hpp"
#include "grammars/text/join.hpp"
#include "grammars/values/address.hpp"
#include "grammars/values/city_and_county.hpp"
#include "grammars/values/municipality_levels.hpp"
#include "grammars/values/rule_ids.hpp"
#include "models/engine/address_text.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

constexpr std::size_t code_size = 6;  ///< of a municipality; one of five lacks its check digit

bool is_open(const Finding& finding) {
    return finding.rule == rules::not_of_this_type || finding.rule == rules::incomplete ||
           finding.rule == rules::ambiguous || finding.rule == rules::unknown_name;
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
    if (!found.building.empty()) text += ' ' + found.building;
    return text + found.rest;
}

}  // namespace

AddressSettler::AddressSettler(const Model& model, const InspectionPlan& plan, const FindingMaker& findings,
                               const AddressReference* addresses, const AddressResolver* names,
                               std::string area)
    : findings_(findings), addresses_(addresses), names_(names), area_(std::move(area)) {
    if (!addresses) return;
    for (const ColumnCheck& check : plan.columns) {
        const bool of_municipalities = check.kind == &city_and_county_type;
        if (check.kind != &address_type && !of_municipalities) continue;
        Column column{check.column + 1, nullptr, of_municipalities};
        if (check.slot) {
            const auto own = std::ranges::find_if(model.addresses, [&](const AddressPlan& address) {
                return of_municipalities ? address.slot(AddressItem::city_and_county) == check.slot_number
                                         : address.whole == check.slot_number;
            });
            if (own != model.addresses.end()) column.plan = &*own;
        }
        columns_.push_back(column);
    }
}

std::string AddressSettler::municipality(const Column& column, const RecordValues& values) const {
    const std::string_view own =
        column.plan ? address_municipality(*column.plan, values.values) : std::string_view{};
    if (own.size() == code_size) return std::string(own);
    std::string named = column.plan ? named_municipality(*column.plan, values) : std::string();
    if (!named.empty()) return named;
    return own.empty() ? area_ : std::string(own);
}

/// The code of what the items for prefecture and municipality name; empty where that is not one.
std::string AddressSettler::named_municipality(const AddressPlan& plan, const RecordValues& values) const {
    const auto city = plan.slot(AddressItem::city_and_county),
               prefecture = plan.slot(AddressItem::prefecture);
    if (!names_ || !city || values.values[*city].empty()) return {};
    std::string name(prefecture ? values.values[*prefecture] : std::string_view{});
    name += values.values[*city];
    const std::vector<Place> places = names_->resolve(name);
    const bool one = places.size() == 1 && places.front().size == name.size() &&
                     places.front().level == MatchLevel::municipality;
    return one ? places.front().lg_code : std::string();
}

void AddressSettler::settle(const Batch& batch, std::size_t record, const RecordValues& values,
                            std::vector<Finding>& findings, std::size_t first) const {
    drop_abolished_names(findings, first);
    for (std::size_t at = first; at < findings.size(); ++at) {
        Finding& finding = findings[at];
        if (!is_open(finding)) continue;
        const auto column = std::ranges::find(columns_, finding.column, &Column::number);
        if (column == columns_.end()) continue;
        if (column->of_municipalities) {
            settle_municipality(finding, *column, batch, record, values);
            continue;
        }
        const std::string_view text = batch.cell(record, finding.column - 1);
        const std::string own = municipality(*column, values);
        const LocatedAddress found = addresses_->locate(text, own);
        const auto number = finding.column;
        const bool told_of_places = finding.rule == rules::ambiguous;
        if (!amend(finding, found, own)) findings.erase(findings.begin() + static_cast<std::ptrdiff_t>(at--));
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

bool AddressSettler::amend(Finding& finding, const LocatedAddress& found,
                           std::string_view municipality) const {
    // A village may have numbers and no towns: 白浜町3031-86.
    const bool settled = found.level >= MatchLevel::town ||
                         (found.level == MatchLevel::municipality && !found.city_block.empty());
    if (!found.sure || !settled) {
        if (finding.rule != rules::ambiguous) return true;
        // Which 西区 is meant the record has told, and what follows it need not be known for that.
        const bool decided = found.level >= MatchLevel::town && found.others.empty() &&
                             lies_within(found.lg_code, municipality) &&
                             finding.span.end <= finding.value.size();
        if (decided) {
            propose(finding, rules::incomplete,
                    std::string(found.prefecture) + found.city_and_county +
                        finding.value.substr(finding.span.end));
        } else if (!found.others.empty()) {
            finding.detail = joined(found.others, ", ");
        }
        return true;
    }
    std::string full = full_text(found);
    if (full == finding.value) return false;
    const bool whole_name = found.names_municipality && finding.value.starts_with(found.prefecture);
    propose(finding, whole_name ? rules::other_notation : rules::incomplete, std::move(full));
    return true;
}

void AddressSettler::propose(Finding& finding, RuleId rule, std::string text) const {
    const Finding weight = findings_.of_table(rule);
    finding.rule = weight.rule;
    finding.severity = std::min(finding.severity, weight.severity);
    finding.blocks = std::min(finding.blocks, weight.blocks);
    finding.detail.clear();
    finding.span = whole(finding.value);
    finding.repair = {RepairKind::guess, std::move(text)};
}

/// The code of the municipality that all addresses of the record are in; empty: there is no such one.
std::string AddressSettler::municipality_of_addresses(const Batch& batch, std::size_t record,
                                                      const RecordValues& values) const {
    std::string code;
    for (const Column& column : columns_) {
        const std::string_view text = batch.cell(record, column.number - 1);
        if (column.of_municipalities || text.empty()) continue;
        const LocatedAddress found = addresses_->locate(text, municipality(column, values));
        if (found.level < MatchLevel::town || !found.others.empty()) continue;
        if (!code.empty() && code != found.lg_code) return {};
        code = found.lg_code;
    }
    return code;
}

/// 西区 is the ward of the city that the record or the table is of, 森町 the one that its address is in.
void AddressSettler::settle_municipality(Finding& finding, const Column& column, const Batch& batch,
                                         std::size_t record, const RecordValues& values) const {
    if (!names_ || finding.rule != rules::ambiguous) return;
    std::vector<Place> places = names_->resolve(finding.value);
    std::erase_if(places, [&](const Place& one) { return one.size != finding.value.size(); });
    const auto only_one_in = [&](std::string_view area) -> const Place* {
        const Place* found = nullptr;
        for (const Place& place : places) {
            if (area.empty() || !lies_within(place.lg_code, area)) continue;
            if (found) return nullptr;
            found = &place;
        }
        return found;
    };
    const Place* meant = only_one_in(municipality(column, values));
    if (!meant) meant = only_one_in(municipality_of_addresses(batch, record, values));
    if (meant) propose(finding, rules::other_notation, meant->city_and_county);
}

}  // namespace daicho
