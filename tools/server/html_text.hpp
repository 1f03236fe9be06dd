#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/text/html.hpp"  // html_text

namespace daicho {

/// An element with a text, marked as Japanese where it has kana or kanji, whatever the language of the page.
std::string html_element(std::string_view name, std::string_view text);

/// `text` as a value of a query: everything but letters, digits and -._~ as %XX.
std::string query_text(std::string_view text);

/// `page` with each {{name}} exchanged for the value of that name, as it is: values are HTML. A name without
/// value is an error of the page, and stays.
std::string filled_page(std::string_view page,
                        const std::vector<std::pair<std::string_view, std::string>>& values);

}  // namespace daicho
