#pragma once

#include "tools/server/router.hpp"

namespace daicho {

/// The request with the items of its body (a flat JSON object, or a form) as parameters, checked as those of
/// a query are. Throws Refusal.
Request with_body_items(const Call& call);

/// The same route for a POST: what may not be in a URL is taken from the body.
Response answer_with_body(const Call& call, Response (*answer)(const Call&));

}  // namespace daicho
