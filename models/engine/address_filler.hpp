#pragma once

#include <string_view>

#include "models/engine/address_reference.hpp"
#include "models/engine/target_row.hpp"

namespace daicho {

/// Fills items of an address that the source lacks and a registry has; what it does not fill is told with
/// the reason. What it is made of must outlive it.
class AddressFiller {
 public:
    AddressFiller(const Inspector& inspector, const TransformPlan& plan, const AddressReference& addresses)
        : inspector_(inspector), plan_(plan), addresses_(addresses) {}

    /// `number` is that of an address of the model.
    void fill(TargetRow& row, std::size_t number) const;

 private:
    bool has_wider_code(const TargetRow& row, const AddressPlan& plan, const LocatedAddress& found) const;
    bool has_other_town(const TargetRow& row, const AddressPlan& plan, const LocatedAddress& found) const;
    bool is_divided_elsewhere(const TargetRow& row, const AddressPlan& plan,
                              const LocatedAddress& found) const;
    void divide_as_registered(TargetRow& row, const AddressPlan& plan, const LocatedAddress& found) const;
    std::string_view reason_not_to_fill(const TargetRow& row, const AddressPlan& plan,
                                        const LocatedAddress& found) const;

    const Inspector& inspector_;
    const TransformPlan& plan_;
    const AddressReference& addresses_;
};

}  // namespace daicho
