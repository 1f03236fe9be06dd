#pragma once

#include <string>
#include <string_view>

#include "registries/lookup/lookup.hpp"
#include "tools/server/service.hpp"

namespace daicho {

/// An answer as cards of the page: what was found with all that people want to know of it, how certain that
/// is and what was read otherwise, its history and its place on a map; then the others, with links. `query`
/// is what was asked.
void append_answer_card(std::string& html, const ServedKind& kind, std::string_view query,
                        const LookupAnswer& answer, Language language);

/// A link of the page to what `query` finds.
std::string page_link(std::string_view query, const ServedKind& kind, Language language);

}  // namespace daicho
