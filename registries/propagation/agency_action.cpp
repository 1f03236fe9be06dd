#include "registries/propagation/agency_action.hpp"

namespace daicho {

std::string_view to_string(AgencyStep step) {
    constexpr std::string_view words[] = {"update",  "done",     "spelling", "relink", "close",
                                          "confirm", "conflict", "manual",   "none"};
    return words[static_cast<std::size_t>(step)];
}

std::string_view to_string(AgencyReason reason) {
    constexpr std::string_view words[] = {
        "says-before",       "says-before-folded", "says-earlier", "says-after",
        "says-after-folded", "spelling-changed",   "differs",      "empty",
        "before-unknown",    "part-in-conflict",   "no-column",    "successor-present",
        "number-withdrawn",  "unwritable"};
    return words[static_cast<std::size_t>(reason)];
}

std::string_view to_string(Confidence confidence) {
    constexpr std::string_view words[] = {"high", "medium", "low"};
    return words[static_cast<std::size_t>(confidence)];
}

}  // namespace daicho
