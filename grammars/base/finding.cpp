#include "grammars/base/finding.hpp"

namespace daicho {

std::string_view to_string(Severity severity) {
    constexpr std::string_view names[] = {"info", "warning", "error"};
    return names[static_cast<int>(severity)];
}

std::string_view to_string(Level level) {
    constexpr std::string_view names[] = {"none", "LV1", "LV2", "LV2s"};
    return names[static_cast<int>(level)];
}

std::string_view to_string(RepairKind repair) {
    constexpr std::string_view names[] = {"none", "normal-form", "provable", "guess"};
    return names[static_cast<int>(repair)];
}

}  // namespace daicho
