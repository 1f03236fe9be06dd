#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// The mail addresses of one cell, one or more.
struct Email {
    std::vector<std::string> addresses;
};

/// Reads mail addresses: also in full width, after "E-mail:" or "mailto:", several divided by commas, slashes
/// or spaces. Dots may stand anywhere in front of the @, as some carriers in Japan issued them. An @ that was
/// hidden from machines
/// ((at), [at], ★) is refused with a guess.
Result<Email> parse_email(std::string_view text, const Reading& reading = {});

/// Several addresses stand with ';' between them (GIF 430: several values in one item).
std::string to_string(const Email& value);

extern const ValueType email_type;

}  // namespace daicho
