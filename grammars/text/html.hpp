#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// Appends `text` as it stands in HTML, in an element or in a quoted attribute: & < > " and ' become
/// references. All other bytes stay.
void append_html(std::string& out, std::string_view text);

/// The same as a text of its own.
std::string html_text(std::string_view text);

}  // namespace daicho
