#include "models/engine/far_position.hpp"

namespace daicho {

bool is_far(MatchLevel point_level, double metres) {
    if (point_level < MatchLevel::municipality) return false;
    if (point_level == MatchLevel::municipality) return metres > 150'000;
    return metres > (point_level == MatchLevel::town ? 10'000 : 1'000);
}

}  // namespace daicho
