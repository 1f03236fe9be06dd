#include "models/engine/nearest_pattern.hpp"

#include <algorithm>
#include <cstddef>

namespace daicho {

namespace {

bool asks_for(const RequiredPattern& pattern, std::size_t slot) {
    return std::ranges::find(pattern.entries, slot, &RequiredPattern::Entry::slot) != pattern.entries.end();
}

class PatternChooser {
 public:
    PatternChooser(const Model& model, const Binding& binding) : model_(model), binding_(binding) {}

    /// Whether an item that only this pattern asks for has no column.
    bool is_ruled_out(const RequiredPattern& pattern) const {
        return std::ranges::any_of(pattern.entries, [&](const auto& entry) {
            if (has_column(entry.slot)) return false;
            const auto askers = std::ranges::count_if(
                model_.patterns, [&](const RequiredPattern& one) { return asks_for(one, entry.slot); });
            return askers == 1;
        });
    }

    std::size_t lacking(const RequiredPattern& pattern) const {
        const auto entries = std::ranges::count_if(
            pattern.entries, [&](const auto& entry) { return !has_column(entry.slot); });
        const auto groups = std::ranges::count_if(pattern.groups, [&](const auto& group) {
            return std::ranges::none_of(group.slots, [&](auto slot) { return has_column(slot); });
        });
        return static_cast<std::size_t>(entries + groups);
    }

 private:
    bool has_column(std::size_t slot) const { return binding_.column_of_slot[slot].has_value(); }

    const Model& model_;
    const Binding& binding_;
};

}  // namespace

const RequiredPattern& nearest_pattern(const Model& model, const Binding& binding) {
    const PatternChooser chooser(model, binding);
    const RequiredPattern* nearest = nullptr;
    std::size_t least = 0;
    for (const bool ruled_out : {false, true}) {
        for (const RequiredPattern& pattern : model.patterns) {
            if (chooser.is_ruled_out(pattern) != ruled_out) continue;
            const std::size_t lacking = chooser.lacking(pattern);
            if (nearest && lacking >= least) continue;
            nearest = &pattern;
            least = lacking;
        }
        if (nearest) break;
    }
    return *nearest;
}

}  // namespace daicho
