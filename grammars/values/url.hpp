#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// The address of a page or file on the web.
struct Url {
    std::string text;  ///< scheme://host and what follows; characters that are not ASCII stay as they are
};

/// Reads a URL of http, https or ftp. A URL in full width, a scheme in capital letters and "URL:" in front
/// are matters of notation. A missing scheme (www.example.jp) is refused as T258 with https as a guess, a
/// mistyped one (ttps://) as T250 with a guess; a path alone is refused without. Spaces and Japanese brackets
/// and commas end a URL.
Result<Url> parse_url(std::string_view text, const Reading& reading = {});

std::string to_string(const Url& value);

extern const ValueType url_type;

}  // namespace daicho
