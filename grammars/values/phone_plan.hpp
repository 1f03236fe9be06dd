#pragma once

#include <string_view>

namespace daicho {

/// The numbering plan of Japan, as far as writing a number needs it. Texts are digits; area codes have their
/// leading 0.

/// Whether `area` is an area code (市外局番) in use: "03", "0422".
bool is_area_code(std::string_view area);

/// How many digits of `number` (ten, the first is 0) are its area code; 0 where none or several are possible.
unsigned area_code_size(std::string_view number);

/// Whether some area code is at the start of `number`.
bool is_area_code_prefix(std::string_view number);

/// How many digits of `number` (after the +) are its country code (ITU-T E.164); 0 where it has none.
unsigned country_code_size(std::string_view number);

/// How many digits stand before the rest of a number that has no area code, and how many it has in all:
/// 0120-999999, 090-9999-9999. Zeros where `number` is not of such a service.
struct ServiceForm {
    unsigned prefix = 0;
    unsigned total = 0;
    bool in_four = false;  ///< the rest is written 4-4; else undivided
};
ServiceForm service_form(std::string_view number);

/// Whether `number` is a number of three digits that is dialled as it is: 110, 119.
bool is_short_number(std::string_view number);

}  // namespace daicho
