#include "models/engine/corporation_search.hpp"

namespace daicho {

std::string_view to_string(CorporationVerdict verdict) {
    constexpr std::string_view words[] = {"no name", "not covered", "none", "several",
                                          "unsure",  "differs",     "one"};
    return words[static_cast<std::size_t>(verdict)];
}

}  // namespace daicho
