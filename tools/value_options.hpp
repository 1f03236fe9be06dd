#pragma once

#include <string>

#include "grammars/values/value_type.hpp"
#include "registries/address/address_matcher.hpp"
#include "tools/option_list.hpp"

namespace daicho {

/// --as-of: a day, YYYY-MM-DD.
void add_as_of(OptionList& list, std::string& day, BothTexts help);

/// --two-digit-year: what a year of two digits without an era means.
void add_two_digit_year(OptionList& list, TwoDigitYear& meaning);

/// --target: the register in which the number of an address is looked for.
void add_address_target(OptionList& list, AddressTarget& target);

}  // namespace daicho
