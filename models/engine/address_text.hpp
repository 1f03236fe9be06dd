#pragma once

#include <span>
#include <string_view>

#include "models/engine/binding.hpp"
#include "models/engine/expression.hpp"
#include "models/engine/model.hpp"

namespace daicho {

/// Whether a table with these columns has the text of an address, or the parts that it is joined of.
bool has_address_text(const AddressPlan& plan, const Binding& binding);

/// The text of an address of a record: 連結表記, or where that is empty its parts, joined as the model joins
/// them. `values` are by slot; what has to be kept is in `evaluation`.
std::string_view address_text(const Model& model, const AddressPlan& plan,
                              std::span<const std::string_view> values, Evaluation& evaluation);

/// The municipality to look in where the text names none: that of the address, else that of the record.
std::string_view address_municipality(const AddressPlan& plan, std::span<const std::string_view> values);

}  // namespace daicho
