#include "models/engine/transformed.hpp"

namespace daicho {

void Transformed::start(std::size_t records, std::size_t columns) {
    edits.clear();
    given_up.clear();
    not_shrunk.clear();
    not_located.clear();
    not_identified.clear();
    texts_.clear();
    filled.assign(columns, 0);
    touched_.assign(records, false);
    cells_.assign(records * columns, {});
}

void Transformed::write(std::size_t record, Edit edit) {
    cells_[record * filled.size() + edit.target] = texts_.emplace_back(edit.after);
    touched_[record] = true;
    edits.push_back(std::move(edit));
}

}  // namespace daicho
