#include "models/engine/corporation_check.hpp"

#include <algorithm>
#include <iterator>

#include "grammars/values/corporate_name_key.hpp"
#include "grammars/values/corporate_number.hpp"
#include "grammars/values/invoice_number.hpp"
#include "grammars/values/municipality_levels.hpp"
#include "models/engine/closing_cause.hpp"
#include "models/engine/corporation_names.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

std::string_view name_of_cause(std::string_view code) {
    const auto* cause = std::ranges::find(closing_causes, code, &ClosingCause::code);
    return cause == std::end(closing_causes) ? std::string_view{} : cause->name.ja;
}

/// "株式会社南芳 1170001007200 -> ..."
std::string chain_of(const std::vector<CorporationSuccessor>& successors) {
    std::string chain;
    for (const CorporationSuccessor& one : successors) {
        if (!chain.empty()) chain += " -> ";
        if (!one.name.empty()) chain += one.name + " ";
        chain += one.number;
    }
    return chain;
}

/// Whether a code of a record may stand beside the number of a local government: a prefecture has its seat
/// in one of its cities, a city in one of its wards.
bool may_stand_beside(std::string_view code, std::string_view of_number) {
    return lies_within(code, of_number) || lies_within(of_number, code);
}

}  // namespace

/// What is compared, and what came of it.
struct CorporationCheck::Record {
    std::span<const std::string_view> values;
    std::string_view address;
    const CorporationPlan& plan;
    KnownCorporation corporation;
    std::vector<RecordProblem> problems;
    bool other_name = false;   ///< the reading cannot be that of the register then
    bool other_place = false;  ///< the code of the municipality cannot be that of the register then

    std::string_view number() const { return values[plan.number]; }
    std::string_view value(CorporationPlanItem item) const {
        const auto slot = plan.slot(item);
        return slot ? values[*slot] : std::string_view{};
    }
    /// The municipality that the record gives, of the seat or of itself.
    std::optional<CorporationPlanItem> municipality() const {
        for (const CorporationPlanItem item : {CorporationPlanItem::lg_code, CorporationPlanItem::within}) {
            if (value(item).size() == 6) return item;
        }
        return std::nullopt;
    }
    RecordProblem& tell(RuleId rule, std::string detail) {
        return problems.emplace_back(RecordProblem{rule, plan.number, {}, std::move(detail), {}});
    }
    RecordProblem& tell(RuleId rule, CorporationPlanItem item, std::string detail) {
        return problems.emplace_back(RecordProblem{rule, *plan.slot(item), {}, std::move(detail), {}});
    }
};

std::vector<std::size_t> CorporationCheck::slots() const {
    std::vector<std::size_t> slots{plan_.number};
    for (const auto& item : plan_.items) {
        if (item) slots.push_back(*item);
    }
    return slots;
}

std::vector<RecordProblem> CorporationCheck::problems(std::span<const std::string_view> values,
                                                      std::string_view address) const {
    Record record{values, address, plan_, {}, {}, false, false};
    if (corporations_) record.corporation = corporations_->find(record.number(), as_of_);
    tell_standing(record);
    if (record.corporation.is_known() && !record.corporation.name.empty()) {
        compare_name(record);
        compare_kind(record);
        compare_form_position(record);
        compare_address(record);
        compare_municipality(record);
    }
    compare_local_corporation(record);
    compare_invoice_number(record);
    return std::move(record.problems);
}

void CorporationCheck::tell_standing(Record& record) const {
    const KnownCorporation& corporation = record.corporation;
    switch (corporation.standing) {
        case CorporationStanding::unknown:
        case CorporationStanding::not_covered:
            tell_unknown(record);
            break;
        case CorporationStanding::not_yet:
            record.tell(rules::corporation_not_yet, corporation.date);
            break;
        case CorporationStanding::withdrawn:
            record.tell(rules::number_withdrawn, corporation.date);
            break;
        case CorporationStanding::closed:
            tell_closed(record);
            break;
        case CorporationStanding::live:
            break;
    }
}

/// A corporation whose seat the register knows to be in the prefecture of the record would be in it; but that
/// the record names its seat rightly is not known.
void CorporationCheck::tell_unknown(Record& record) const {
    if (!corporations_) return;
    if (record.corporation.standing == CorporationStanding::unknown) {
        record.tell(rules::corporation_unknown, record.corporation.register_day);
        return;
    }
    const std::string_view seat = record.value(CorporationPlanItem::lg_code);
    if (seat.size() == 6 && corporations_->covers(seat.substr(0, 2)))
        record.tell(rules::corporation_not_in_prefecture, record.corporation.register_day);
}

void CorporationCheck::tell_closed(Record& record) const {
    const KnownCorporation& corporation = record.corporation;
    if (corporation.successors.empty()) {
        const std::string_view cause = name_of_cause(corporation.close_cause);
        record.tell(rules::corporation_closed,
                    corporation.date + (cause.empty() ? "" : " " + std::string(cause)));
        return;
    }
    record.tell(rules::corporation_merged, corporation.date + ", " + chain_of(corporation.successors));
}

/// Needs no registry: the number holds the code. Where a registry knows the seat to be where the record has
/// it (the office of 竹富町 is in 石垣市) nothing is said.
void CorporationCheck::compare_local_corporation(Record& record) const {
    const std::string_view own = municipality_of(record.number());
    const auto item = record.municipality();
    if (own.empty() || !item) return;
    const std::string_view code = record.value(*item);
    if (may_stand_beside(code, own) || code == record.corporation.lg_code) return;
    record.tell(rules::number_of_other_municipality, std::string(own) + ", " + std::string(code));
}

/// The invoice number of a corporation is T and its corporate number. Sole traders have no corporate number,
/// so that theirs never stands beside one.
void CorporationCheck::compare_invoice_number(Record& record) const {
    const std::string_view id = record.value(CorporationPlanItem::invoice);
    if (id.size() != 14 || !invoice_number_type.is_canonical(id, {})) return;
    if (id.substr(1) == record.number()) return;
    record.tell(rules::invoice_of_other_corporation, CorporationPlanItem::invoice,
                "T" + std::string(record.number()));
}

void CorporationCheck::compare_name(Record& record) const {
    const std::string_view name = record.value(CorporationPlanItem::name);
    const KnownCorporation& corporation = record.corporation;
    if (!name.empty()) {
        switch (compare_corporation_names(name, corporation.name)) {
            case CorporationNameLikeness::equal:
                break;
            case CorporationNameLikeness::spelling:
                record.tell(rules::corporation_name_spelling, CorporationPlanItem::name, corporation.name);
                break;
            case CorporationNameLikeness::variant:
                record.tell(rules::corporation_name_variant, CorporationPlanItem::name, corporation.name);
                break;
            case CorporationNameLikeness::legal_form:
            case CorporationNameLikeness::different:
                compare_former_name(record);
                break;
        }
    }
    const std::string_view kana = record.value(CorporationPlanItem::kana);
    if (!record.other_name && !is_same_reading(kana, corporation.kana))
        record.tell(rules::corporation_kana_differs, CorporationPlanItem::kana, corporation.kana);
}

/// Offices of the state and of local governments put their name in front: 和歌山市教育委員会.
void CorporationCheck::compare_former_name(Record& record) const {
    const std::string_view name = record.value(CorporationPlanItem::name);
    const KnownCorporation& corporation = record.corporation;
    const bool of_state = corporation.kind == "101" || corporation.kind == "201";
    if (of_state && name.find(corporation.name) != name.npos) return;
    record.other_name = true;
    for (const FormerText& former : corporations_->former(record.number(), as_of_).names) {
        if (compare_corporation_names(name, former.text) > CorporationNameLikeness::variant) continue;
        record.tell(rules::former_corporation_name, CorporationPlanItem::name,
                    corporation.name + ", " + former.until);
        return;
    }
    const bool form =
        compare_corporation_names(name, corporation.name) == CorporationNameLikeness::legal_form;
    record.tell(form ? rules::corporation_form_differs : rules::corporation_name_differs,
                CorporationPlanItem::name, corporation.name);
}

void CorporationCheck::compare_kind(Record& record) const {
    const std::string_view kind = record.value(CorporationPlanItem::kind);
    if (kind.empty() || kind == record.corporation.kind || record.corporation.kind.empty()) return;
    record.tell(rules::corporation_kind_differs, CorporationPlanItem::kind,
                record.corporation.kind + " " + record.corporation.name);
}

void CorporationCheck::compare_form_position(Record& record) const {
    const auto stated = read_form_position(record.value(CorporationPlanItem::form_position));
    if (!stated) return;
    const FormPosition position = corporate_name_key(record.corporation.name).position;
    const bool clear = position == FormPosition::before || position == FormPosition::after;
    if (clear && position != *stated)
        record.tell(rules::form_position_differs, CorporationPlanItem::form_position,
                    record.corporation.name);
}

void CorporationCheck::compare_address(Record& record) const {
    const KnownCorporation& corporation = record.corporation;
    if (record.address.empty() || corporation.prefecture.empty()) return;  // the seat is abroad
    const SeatLikeness likeness =
        compare_seat(record.address, corporation.address(), corporation.lg_code, addresses_, reading_);
    if (likeness != SeatLikeness::same) compare_former_address(record, likeness);
}

void CorporationCheck::compare_former_address(Record& record, SeatLikeness likeness) const {
    const std::string seat = record.corporation.address();
    record.other_place = likeness == SeatLikeness::elsewhere;
    for (const FormerText& former : corporations_->former(record.number(), as_of_).addresses) {
        if (compare_seat(record.address, former.text, {}, addresses_, reading_) != SeatLikeness::same)
            continue;
        record.tell(rules::former_seat, CorporationPlanItem::address, seat + ", " + former.until);
        record.other_place = true;
        return;
    }
    record.tell(likeness == SeatLikeness::elsewhere ? rules::seat_elsewhere : rules::seat_differs,
                CorporationPlanItem::address, seat);
}

/// Numbers of local governments hold a code themselves.
void CorporationCheck::compare_municipality(Record& record) const {
    const std::string_view code = record.value(CorporationPlanItem::lg_code);
    const KnownCorporation& corporation = record.corporation;
    if (code.size() != 6 || corporation.lg_code.empty() || record.other_place) return;
    if (!municipality_of(record.number()).empty() || may_stand_beside(code, corporation.lg_code)) return;
    record.tell(rules::code_of_other_seat, CorporationPlanItem::lg_code,
                corporation.prefecture + corporation.city + " " + corporation.lg_code);
}

std::optional<std::string> CorporationCheck::suggested_number(std::string_view digits,
                                                              std::string_view name) const {
    if (!corporations_) return std::nullopt;
    const std::vector<std::string> candidates = corporations_->repairs(digits);
    if (name.empty()) return candidates.size() == 1 ? std::optional(candidates.front()) : std::nullopt;
    const std::string wanted = corporate_name_key(name).folded;
    std::optional<std::string> fitting;
    for (const std::string& number : candidates) {
        if (corporate_name_key(corporations_->find(number, as_of_).name).folded != wanted) continue;
        if (fitting) return std::nullopt;
        fitting = number;
    }
    return fitting;
}

}  // namespace daicho
