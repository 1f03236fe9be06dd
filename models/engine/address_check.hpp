#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/engine/address_reference.hpp"
#include "models/engine/model.hpp"
#include "models/engine/record_problem.hpp"
#include "models/engine/reference_data.hpp"

namespace daicho {

/// Holds an address of a record, and the items beside it, against what a registry makes of its text: rules
/// R410 to R420. What is not covered is no problem. Only sure answers are compared with other items. Constant
/// once made.
class AddressCheck {
 public:
    /// All must outlive it. `area`: of the table, as `area_of` gives it, for records that name no
    /// municipality of their own.
    AddressCheck(const AddressPlan& plan, const AddressReference& addresses, const ReferenceData* reference,
                 std::string_view area = {})
        : plan_(plan), addresses_(addresses), reference_(reference), area_(area) {}

    const AddressPlan& plan() const { return plan_; }
    /// Those that it asks for.
    std::vector<std::size_t> slots() const;

    /// `values` are by slot, in canonical form. `text` is what `address_text` gives.
    std::vector<RecordProblem> problems(std::span<const std::string_view> values,
                                        std::string_view text) const;

 private:
    struct Record;
    void compare_municipality(Record& record) const;
    void compare_town(Record& record) const;
    void compare_postal_code(Record& record) const;
    void compare_coordinates(Record& record) const;
    void tell_doubt(Record& record) const;
    void tell_ended(Record& record) const;

    const AddressPlan& plan_;
    const AddressReference& addresses_;
    const ReferenceData* reference_;
    std::string_view area_;
};

}  // namespace daicho
