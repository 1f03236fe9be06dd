#include "models/engine/body_check.hpp"

#include "grammars/values/corporate_name_key.hpp"
#include "grammars/values/corporate_number.hpp"
#include "grammars/values/invoice_number.hpp"
#include "grammars/values/municipality_levels.hpp"
#include "models/engine/body_names.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

/// 登記記録の閉鎖等の事由, as the register names them.
std::string_view name_of_cause(std::string_view code) {
    if (code == "01") return "清算の結了等";
    if (code == "11") return "合併による解散等";
    if (code == "21") return "登記官による閉鎖";
    if (code == "31") return "その他の清算の結了等";
    return {};
}

/// "株式会社南芳 1170001007200 -> ..."
std::string chain_of(const std::vector<BodySuccessor>& successors) {
    std::string chain;
    for (const BodySuccessor& one : successors) {
        if (!chain.empty()) chain += " -> ";
        if (!one.name.empty()) chain += one.name + " ";
        chain += one.number;
    }
    return chain;
}

/// Whether a code of a record may stand beside the number of a local body: a prefecture has its seat in one
/// of its cities, a city in one of its wards.
bool may_stand_beside(std::string_view code, std::string_view of_number) {
    return lies_within(code, of_number) || lies_within(of_number, code);
}

}  // namespace

/// What is compared, and what came of it.
struct BodyCheck::Record {
    std::span<const std::string_view> values;
    std::string_view address;
    const BodyPlan& plan;
    KnownBody body;
    std::vector<RecordProblem> problems;
    bool other_name = false;   ///< the reading cannot be that of the register then
    bool other_place = false;  ///< the code of the municipality cannot be that of the register then

    std::string_view number() const { return values[plan.number]; }
    std::string_view value(BodyPlanItem item) const {
        const auto slot = plan.slot(item);
        return slot ? values[*slot] : std::string_view{};
    }
    /// The municipality that the record gives, of the seat or of itself.
    std::optional<BodyPlanItem> municipality() const {
        for (const BodyPlanItem item : {BodyPlanItem::lg_code, BodyPlanItem::within}) {
            if (value(item).size() == 6) return item;
        }
        return std::nullopt;
    }
    RecordProblem& tell(RuleId rule, std::string detail) {
        return problems.emplace_back(RecordProblem{rule, plan.number, {}, std::move(detail), {}});
    }
    RecordProblem& tell(RuleId rule, BodyPlanItem item, std::string detail) {
        return problems.emplace_back(RecordProblem{rule, *plan.slot(item), {}, std::move(detail), {}});
    }
};

std::vector<std::size_t> BodyCheck::slots() const {
    std::vector<std::size_t> slots{plan_.number};
    for (const auto& item : plan_.items) {
        if (item) slots.push_back(*item);
    }
    return slots;
}

std::vector<RecordProblem> BodyCheck::problems(std::span<const std::string_view> values,
                                               std::string_view address) const {
    Record record{values, address, plan_, {}, {}, false, false};
    if (bodies_) record.body = bodies_->find(record.number(), as_of_);
    tell_standing(record);
    if (record.body.is_known() && !record.body.name.empty()) {
        compare_name(record);
        compare_kind(record);
        compare_form_position(record);
        compare_address(record);
        compare_municipality(record);
    }
    compare_local_body(record);
    compare_invoice_number(record);
    return std::move(record.problems);
}

void BodyCheck::tell_standing(Record& record) const {
    const KnownBody& body = record.body;
    switch (body.standing) {
        case BodyStanding::unknown:
        case BodyStanding::not_covered:
            tell_unknown(record);
            break;
        case BodyStanding::not_yet:
            record.tell(rules::body_not_yet, body.date);
            break;
        case BodyStanding::withdrawn:
            record.tell(rules::number_withdrawn, body.date);
            break;
        case BodyStanding::closed:
            tell_closed(record);
            break;
        case BodyStanding::live:
            break;
    }
}

/// A body whose seat the register knows to be in the prefecture of the record would be in it; but that the
/// record names its seat rightly is not known.
void BodyCheck::tell_unknown(Record& record) const {
    if (!bodies_) return;
    if (record.body.standing == BodyStanding::unknown) {
        record.tell(rules::body_unknown, record.body.register_day);
        return;
    }
    const std::string_view seat = record.value(BodyPlanItem::lg_code);
    if (seat.size() == 6 && bodies_->covers(seat.substr(0, 2)))
        record.tell(rules::body_not_in_prefecture, record.body.register_day);
}

void BodyCheck::tell_closed(Record& record) const {
    const KnownBody& body = record.body;
    if (body.successors.empty()) {
        const std::string_view cause = name_of_cause(body.close_cause);
        record.tell(rules::body_closed, body.date + (cause.empty() ? "" : " " + std::string(cause)));
        return;
    }
    record.tell(rules::body_merged, body.date + ", " + chain_of(body.successors));
}

/// Needs no registry: the number holds the code. Where a registry knows the seat to be where the record has
/// it (the office of 竹富町 is in 石垣市) nothing is said.
void BodyCheck::compare_local_body(Record& record) const {
    const std::string_view own = municipality_of(record.number());
    const auto item = record.municipality();
    if (own.empty() || !item) return;
    const std::string_view code = record.value(*item);
    if (may_stand_beside(code, own) || code == record.body.lg_code) return;
    record.tell(rules::number_of_other_municipality, std::string(own) + ", " + std::string(code));
}

/// The invoice number of a body is T and its corporate number. Sole traders have no corporate number, so that
/// theirs never stands beside one.
void BodyCheck::compare_invoice_number(Record& record) const {
    const std::string_view id = record.value(BodyPlanItem::invoice);
    if (id.size() != 14 || !invoice_number_type.is_canonical(id, {})) return;
    if (id.substr(1) == record.number()) return;
    record.tell(rules::invoice_of_other_body, BodyPlanItem::invoice, "T" + std::string(record.number()));
}

void BodyCheck::compare_name(Record& record) const {
    const std::string_view name = record.value(BodyPlanItem::name);
    const KnownBody& body = record.body;
    if (!name.empty()) {
        switch (compare_body_names(name, body.name)) {
            case BodyNameLikeness::equal:
                break;
            case BodyNameLikeness::spelling:
                record.tell(rules::body_name_spelling, BodyPlanItem::name, body.name);
                break;
            case BodyNameLikeness::variant:
                record.tell(rules::body_name_variant, BodyPlanItem::name, body.name);
                break;
            case BodyNameLikeness::legal_form:
            case BodyNameLikeness::different:
                compare_former_name(record);
                break;
        }
    }
    const std::string_view kana = record.value(BodyPlanItem::kana);
    if (!record.other_name && !is_same_reading(kana, body.kana))
        record.tell(rules::body_kana_differs, BodyPlanItem::kana, body.kana);
}

/// Offices of the state and of local bodies put their name in front: 和歌山市教育委員会.
void BodyCheck::compare_former_name(Record& record) const {
    const std::string_view name = record.value(BodyPlanItem::name);
    const KnownBody& body = record.body;
    const bool of_state = body.kind == "101" || body.kind == "201";
    if (of_state && name.find(body.name) != name.npos) return;
    record.other_name = true;
    for (const FormerText& former : bodies_->former(record.number(), as_of_).names) {
        if (compare_body_names(name, former.text) > BodyNameLikeness::variant) continue;
        record.tell(rules::former_body_name, BodyPlanItem::name, body.name + ", " + former.until);
        return;
    }
    const bool form = compare_body_names(name, body.name) == BodyNameLikeness::legal_form;
    record.tell(form ? rules::body_form_differs : rules::body_name_differs, BodyPlanItem::name, body.name);
}

void BodyCheck::compare_kind(Record& record) const {
    const std::string_view kind = record.value(BodyPlanItem::kind);
    if (kind.empty() || kind == record.body.kind || record.body.kind.empty()) return;
    record.tell(rules::body_kind_differs, BodyPlanItem::kind, record.body.kind + " " + record.body.name);
}

void BodyCheck::compare_form_position(Record& record) const {
    const auto stated = read_form_position(record.value(BodyPlanItem::form_position));
    if (!stated) return;
    const FormPosition position = corporate_name_key(record.body.name).position;
    const bool clear = position == FormPosition::before || position == FormPosition::after;
    if (clear && position != *stated)
        record.tell(rules::form_position_differs, BodyPlanItem::form_position, record.body.name);
}

void BodyCheck::compare_address(Record& record) const {
    const KnownBody& body = record.body;
    if (record.address.empty() || body.prefecture.empty()) return;  // the seat is abroad
    const SeatLikeness likeness =
        compare_seat(record.address, body.address(), body.lg_code, addresses_, reading_);
    if (likeness != SeatLikeness::same) compare_former_address(record, likeness);
}

void BodyCheck::compare_former_address(Record& record, SeatLikeness likeness) const {
    const std::string seat = record.body.address();
    record.other_place = likeness == SeatLikeness::elsewhere;
    for (const FormerText& former : bodies_->former(record.number(), as_of_).addresses) {
        if (compare_seat(record.address, former.text, {}, addresses_, reading_) != SeatLikeness::same)
            continue;
        record.tell(rules::former_seat, BodyPlanItem::address, seat + ", " + former.until);
        record.other_place = true;
        return;
    }
    record.tell(likeness == SeatLikeness::elsewhere ? rules::seat_elsewhere : rules::seat_differs,
                BodyPlanItem::address, seat);
}

/// Numbers of local bodies hold a code themselves.
void BodyCheck::compare_municipality(Record& record) const {
    const std::string_view code = record.value(BodyPlanItem::lg_code);
    const KnownBody& body = record.body;
    if (code.size() != 6 || body.lg_code.empty() || record.other_place) return;
    if (!municipality_of(record.number()).empty() || may_stand_beside(code, body.lg_code)) return;
    record.tell(rules::code_of_other_seat, BodyPlanItem::lg_code,
                body.prefecture + body.city + " " + body.lg_code);
}

std::optional<std::string> BodyCheck::suggested_number(std::string_view digits, std::string_view name) const {
    if (!bodies_) return std::nullopt;
    const std::vector<std::string> candidates = bodies_->repairs(digits);
    if (name.empty()) return candidates.size() == 1 ? std::optional(candidates.front()) : std::nullopt;
    const std::string wanted = corporate_name_key(name).folded;
    std::optional<std::string> fitting;
    for (const std::string& number : candidates) {
        if (corporate_name_key(bodies_->find(number, as_of_).name).folded != wanted) continue;
        if (fitting) return std::nullopt;
        fitting = number;
    }
    return fitting;
}

}  // namespace daicho
