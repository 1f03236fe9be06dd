#include "models/reports/level_label.hpp"

namespace daicho {

Text level_label(Level level) {
    if (level == Level::none) return {"LV1未満", "below LV1"};
    return {to_string(level), to_string(level)};
}

}  // namespace daicho
