#include "models/comparison/new_of_old.hpp"

#include <algorithm>

namespace daicho {

NewOfOld::NewOfOld(std::uint64_t last_old, const std::string& scratch, std::size_t bytes)
    : width_(last_old / PartedEntries<Pair>::parts + 1),
      lanes_{{scratch + "-one", bytes / 2}, {scratch + "-other", bytes / 2}} {}

void NewOfOld::load() {
    part_.assign(width_, 0);
    at_ = 0;
    for (PartedEntries<Pair>& lane : lanes_) {
        for (const Pair& pair : lane.take(next_part_)) {
            part_[(pair.old_record - 1) % width_] = pair.new_record;
        }
    }
    ++next_part_;
}

}  // namespace daicho
