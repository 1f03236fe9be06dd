#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/engine/expression.hpp"

namespace daicho {

/// What is seen of a cell that is not plainly as it should be.
struct SeenValue {
    std::string value;  ///< as it will be; empty: missing or unreadable
    bool unreadable = false;
};

/// What rules see of a record, by slot. Reused from record to record by one thread.
struct RecordValues {
    explicit RecordValues(std::size_t slots) : values(slots), unreadable(slots) {}

    bool is_filled(std::size_t slot) const { return !values[slot].empty() || unreadable[slot] != 0; }

    std::vector<std::string_view>
        values;                    ///< in canonical form; empty: missing, unreadable, or not asked for
    std::vector<char> unreadable;  ///< there is something, but it cannot be read
    bool any_unreadable = false;
    std::vector<SeenValue> seen;  ///< owners of the values that were not canonical
    Evaluation evaluation;
};

}  // namespace daicho
