#pragma once

#include <span>
#include <string_view>

#include "models/engine/address_reference.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/expression.hpp"
#include "models/engine/model.hpp"
#include "models/engine/reference_data.hpp"

namespace daicho {

/// Whether a table with these columns has the text of an address, or the parts that it is joined of.
bool has_address_text(const AddressPlan& plan, const Binding& binding);

/// The text of an address of a record: 連結表記, or where that is empty its parts, joined as the model joins
/// them. `values` are by slot; what has to be kept is in `evaluation`.
std::string_view address_text(const Model& model, const AddressPlan& plan,
                              std::span<const std::string_view> values, Evaluation& evaluation);

/// The municipality to look in where the text names none: that of the address, else that of the record.
std::string_view address_municipality(const AddressPlan& plan, std::span<const std::string_view> values);

/// How a code of a record stands to the municipality that its address is in.
enum class CodeOfPlace : unsigned char {
    same,
    wider,    ///< of the designated city of the ward, or of the prefecture
    unknown,  ///< `reference` has no such code, or is null
    other
};
CodeOfPlace code_of_place(std::string_view lg_code, const LocatedAddress& found,
                          const ReferenceData* reference);

}  // namespace daicho
