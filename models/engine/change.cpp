#include "models/engine/change.hpp"

namespace daicho {

std::string_view to_string(Change::Op op) {
    constexpr std::string_view names[] = {"added", "removed", "changed"};
    return names[static_cast<std::size_t>(op)];
}

}  // namespace daicho
