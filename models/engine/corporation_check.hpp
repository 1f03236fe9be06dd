#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/engine/corporation_plan.hpp"
#include "models/engine/corporation_reference.hpp"
#include "models/engine/corporation_seat.hpp"
#include "models/engine/record_problem.hpp"

namespace daicho {

/// Holds what a record says of a corporation against the register of corporations, and its corporate number
/// against the other numbers of the record: rules R430 to R449. What the register does not cover is no
/// problem. Constant once made.
class CorporationCheck {
 public:
    /// All must outlive it. `corporations` may be null: then only numbers of the record are compared. So may
    /// `addresses`: then addresses are compared as texts.
    CorporationCheck(const CorporationPlan& plan, const CorporationReference* corporations,
                     const AddressReference* addresses, const Reading& reading, std::string_view as_of)
        : plan_(plan), corporations_(corporations), addresses_(addresses), reading_(reading), as_of_(as_of) {}

    const CorporationPlan& plan() const { return plan_; }
    /// Those that it asks for.
    std::vector<std::size_t> slots() const;

    /// `values` are by slot, in canonical form; that of the number is not empty. `address` is that of the
    /// seat, joined of its parts where it is in parts; empty: none.
    std::vector<RecordProblem> problems(std::span<const std::string_view> values,
                                        std::string_view address) const;

    /// The number that may be meant by one with a wrong check digit: the only one that exists, or the only
    /// one whose name is that of the record. A guess.
    std::optional<std::string> suggested_number(std::string_view digits, std::string_view name) const;

 private:
    struct Record;
    void compare_local_corporation(Record& record) const;
    void compare_invoice_number(Record& record) const;
    void tell_standing(Record& record) const;
    void tell_unknown(Record& record) const;
    void tell_closed(Record& record) const;
    void compare_name(Record& record) const;
    void compare_former_name(Record& record) const;
    void compare_kind(Record& record) const;
    void compare_form_position(Record& record) const;
    void compare_address(Record& record) const;
    void compare_former_address(Record& record, SeatLikeness likeness) const;
    void compare_municipality(Record& record) const;

    const CorporationPlan& plan_;
    const CorporationReference* corporations_;
    const AddressReference* addresses_;
    const Reading& reading_;
    std::string_view as_of_;
};

}  // namespace daicho
