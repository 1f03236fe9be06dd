#pragma once

#include <cstddef>
#include <string_view>

namespace daicho {

/// A part of a text that JSON writes as it is.
struct PlainJson {
    std::size_t bytes = 0;
    std::size_t characters = 0;
};

/// The longest one at the front of `text`: valid UTF-8 without quotation marks, backslashes and control
/// characters.
PlainJson plain_json(std::string_view text);

}  // namespace daicho
