#pragma once

#include <string>
#include <string_view>

#include "tools/server/router.hpp"

namespace daicho {

/// `page` (tools/page/index.html) in the language of the call, with the answer to its parameter `q`, where
/// there is one.
std::string start_page(std::string_view page, const Call& call);

}  // namespace daicho
