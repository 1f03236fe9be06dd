#pragma once

#include <string>

namespace daicho {

/// The OpenAPI 3.1 document of `routes()`, made once.
const std::string& openapi_document();

}  // namespace daicho
