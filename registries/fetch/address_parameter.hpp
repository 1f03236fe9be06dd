#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// A part of an address that changes: `{name}`.
struct AddressParameter {
    std::string name;
    /// What it may be: N is a digit, `01..47` a range of numbers of one width, `|` stands between forms; all
    /// else stands for itself.
    std::string form;
    std::string fallback;  ///< where none is given; empty: it must be given
};

/// Reads "NAME/FORM NAME/FORM/DEFAULT".
std::vector<AddressParameter> read_parameters(std::string_view text);

/// Whether `form` is one.
bool is_form(std::string_view form);
/// Whether `value` is of the form of `parameter`.
bool fits(const AddressParameter& parameter, std::string_view value);
/// The values that `parameter` may have, where its form is a range; else none.
std::vector<std::string> values_of(const AddressParameter& parameter);

}  // namespace daicho
