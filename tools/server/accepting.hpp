#pragma once

#include <string_view>

#include "grammars/base/language.hpp"

namespace daicho {

/// The language that Accept-Language prefers of the two there are; `otherwise` where it has neither.
Language accepted_language(std::string_view header, Language otherwise);

/// Whether Accept-Encoding takes gzip.
bool accepts_gzip(std::string_view header);

/// Whether Accept names the type before any other that has a form here; "*/*" does not.
bool prefers_type(std::string_view header, std::string_view type);

}  // namespace daicho
