#pragma once

#include "models/comparison/place_history.hpp"

namespace daicho {

/// Answers from the compiled-in history of municipalities since 1970. Made at the first call.
const PlaceHistory& embedded_place_history();

}  // namespace daicho
