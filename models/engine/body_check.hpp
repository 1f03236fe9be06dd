#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/engine/body_plan.hpp"
#include "models/engine/body_reference.hpp"
#include "models/engine/record_problem.hpp"

namespace daicho {

/// Holds what a record says of a body against the register of corporations, and its corporate number against
/// the other numbers of the record: rules R430 to R448. What the register does not cover is no problem.
/// Constant once made.
class BodyCheck {
 public:
    /// All must outlive it. `bodies` may be null: then only numbers of the record are compared.
    BodyCheck(const BodyPlan& plan, const BodyReference* bodies, std::string_view as_of)
        : plan_(plan), bodies_(bodies), as_of_(as_of) {}

    const BodyPlan& plan() const { return plan_; }
    /// Those that it asks for.
    std::vector<std::size_t> slots() const;

    /// `values` are by slot, in canonical form; that of the number is not empty.
    std::vector<RecordProblem> problems(std::span<const std::string_view> values) const;

    /// The number that may be meant by one with a wrong check digit: the only one that exists, or the only
    /// one whose name is that of the record. A guess.
    std::optional<std::string> suggested_number(std::string_view digits, std::string_view name) const;

 private:
    struct Record;
    void compare_local_body(Record& record) const;
    void compare_invoice_number(Record& record) const;
    void tell_standing(Record& record) const;
    void tell_unknown(Record& record) const;
    void tell_closed(Record& record) const;

    const BodyPlan& plan_;
    const BodyReference* bodies_;
    std::string_view as_of_;
};

}  // namespace daicho
