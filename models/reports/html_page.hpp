#pragma once

#include <string>
#include <string_view>

namespace daicho {

// What every page of a report in HTML has: nothing is loaded from anywhere.

/// `text` for HTML, in text and attributes alike; controls are shown as pictures.
std::string html_escaped(std::string_view text);

/// From the doctype to the opening of the body.
std::string html_head(std::string_view language, std::string_view title);
/// The script that filters findings by rule and column; the page can be read without it.
std::string_view html_script();

}  // namespace daicho
