#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// One telephone number in the form of GIF 445.
struct PhoneNumber {
    std::string number;     ///< (03)5253-5111, 0120-999999, 090-9999-9999, +81 (03)5253-5111, 110, #7119
    std::string extension;  ///< digits; empty where there is none
};

/// The telephone numbers of one cell, one or more.
struct Phone {
    std::vector<PhoneNumber> numbers;
};

/// Reads telephone numbers as GIF 445 writes them, and as people do: hyphens, dots, spaces or parentheses
/// anywhere, no separators at all, full width, kanji digits, several numbers, `内線` and `Ext.`.
///
/// The digits are never changed; only where they are divided. A division that is written is kept where the
/// area code exists; otherwise the numbering plan divides, and where it leaves one reading the repair is
/// provable (K301 an area code that is not one, K311 a zero in front that was lost). Services without an area
/// code are written with their prefix and the rest undivided (0120-999999, as 445 has it; likewise 0570,
/// 0990, 0800), those of eleven digits 3-4-4. `（代表）` and other words are not part of a number and are not
/// dropped in silence: refused as T256, with the number alone as a guess. A number with a fraction
/// (35.6050381), a version or a date with points is no telephone number (T250).
Result<Phone> parse_phone(std::string_view text, const Reading& reading = {});

/// "(03)5253-5111 内線123 / 090-9999-9999"; extensions of international numbers as " Ext.123".
std::string to_string(const Phone& phone);

extern const ValueType phone_type;

}  // namespace daicho
