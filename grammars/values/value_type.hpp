#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/base/result.hpp"

namespace daicho {

class AddressResolver;  // grammars/values/address_resolver.hpp

/// What to make of a year of two digits without an era.
enum class TwoDigitYear : unsigned char { refuse, western, showa, heisei, reiwa };

/// How a text that admits several readings is to be read. The defaults refuse rather than guess.
struct Reading {
    TwoDigitYear two_digit_year = TwoDigitYear::refuse;
    const AddressResolver* addresses = nullptr;  ///< knows names of places; null: nothing is known of them
};

/// Named parts of a value, in the English names of the GIF schema ({"familyName", "出路樽"}).
using Parts = std::vector<std::pair<std::string_view, std::string>>;

/// A kind of value: one grammar with two entry points. `is_canonical(t)` allocates nothing and holds exactly
/// when `canonical(t)` reads `t` and gives it back unchanged.
struct ValueType {
    std::string_view name;     ///< as in `daicho parse date` and in a model: `date`
    std::string_view name_ja;  ///< 日付
    std::string_view form;     ///< the canonical form, for messages: "YYYY-MM-DD"
    bool (*is_canonical)(std::string_view text, const Reading& reading);
    Result<std::string> (*canonical)(std::string_view text, const Reading& reading);
    /// What is known of the parts of a text; empty where nothing is. A refused address can have some. Null
    /// where a value has no parts.
    Parts (*parts)(std::string_view text, const Reading& reading) = nullptr;
    bool confidential = false;  ///< the text must never be echoed, logged or stored (individual number)
};

/// Every kind of value, in the order in which `daicho parse --list` shows them.
std::span<const ValueType* const> value_types();

/// The kind named `name` ("postal-code" and "postal_code" are one name), or null.
const ValueType* find_value_type(std::string_view name);

}  // namespace daicho
