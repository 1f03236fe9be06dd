#include "models/engine/model_fit.hpp"

#include <algorithm>
#include <cmath>

#include "models/engine/embedded_models.hpp"
#include "models/engine/tsv.hpp"

namespace daicho {

namespace {

/// Whether the table has a column for the item, or one that it can be split from.
bool is_available(const Model& model, const Binding& binding, std::size_t slot) {
    if (binding.column_of_slot[slot]) return true;
    return std::ranges::any_of(model.splits, [&](const SplitPlan& split) {
        return binding.column_of_slot[split.whole] &&
               std::ranges::find(split.parts, slot, &SplitPlan::Part::slot) != split.parts.end();
    });
}

/// The best share of the items of a required pattern that the table has.
double share_of_required(const Model& model, const Binding& binding) {
    double best = 0;
    for (const auto& pattern : model.patterns) {
        const std::size_t asked = pattern.entries.size() + pattern.groups.size();
        if (asked == 0) continue;
        const auto there = std::ranges::count_if(
            pattern.entries, [&](const auto& entry) { return is_available(model, binding, entry.slot); });
        const auto nested = std::ranges::count_if(pattern.groups, [&](const auto& group) {
            return std::ranges::any_of(group.slots,
                                       [&](std::size_t slot) { return is_available(model, binding, slot); });
        });
        best = std::max(best, static_cast<double>(there + nested) / static_cast<double>(asked));
    }
    return best;
}

/// The share of the items that the source gives the class itself that the table has.
double share_of_items(const Model& model, const Binding& binding) {
    double items = 0;
    double there = 0;
    for (std::size_t i = 0; i < model.slots.size(); ++i) {
        const Slot& slot = model.slots[i];
        if (slot.nested || slot.extension || slot.inferred) continue;
        items += 1;
        there += is_available(model, binding, i) ? 1 : 0;
    }
    return items == 0 ? 0 : there / items;
}

/// What is asked of a table of a class: one of these items.
struct NeededItems {
    std::string model;  ///< "municipal.local_event/LocalEvent"
    std::vector<std::string> items;
    std::vector<std::string> when;  ///< asked only where the table has one of these; empty: always
};

std::vector<std::string> items_in(const std::string& cell) {
    const auto names = split_list(cell);
    return {names.begin(), names.end()};
}

std::vector<NeededItems> read_needed_items() {
    std::vector<NeededItems> needed;
    for (const TsvRow& row : TsvTable(embedded_model_text("models/index/needed.tsv")))
        needed.push_back({row.get("class"), items_in(row.get("items")), {}});
    return needed;
}

std::vector<NeededItems> read_whole_classes() {
    std::vector<NeededItems> whole;
    for (const TsvRow& row : TsvTable(embedded_model_text("models/index/whole.tsv")))
        whole.push_back({row.get("class"), items_in(row.get("items")), items_in(row.get("when"))});
    return whole;
}

/// Classes of which a table may be that has nothing but parts of others.
const std::vector<NeededItems>& whole_classes() {
    static const std::vector<NeededItems> all = read_whole_classes();
    return all;
}

bool has_one(const Model& model, const Binding& binding, const std::vector<std::string>& items) {
    return std::ranges::any_of(items, [&](const std::string& item) {
        const auto slot = std::ranges::find(model.slots, item, &Slot::path);
        return slot != model.slots.end() &&
               binding.column_of_slot[static_cast<std::size_t>(slot - model.slots.begin())];
    });
}

/// Whether the table lacks what one of the lines asks of it.
bool lacks(const std::vector<NeededItems>& lines, const Model& model, const Binding& binding) {
    return std::ranges::any_of(lines, [&](const NeededItems& needed) {
        return needed.model == model.name && (needed.when.empty() || has_one(model, binding, needed.when)) &&
               !has_one(model, binding, needed.items);
    });
}

/// Whether the table lacks what a table of this class has to tell.
bool lacks_needed(const Model& model, const Binding& binding) {
    static const std::vector<NeededItems> all = read_needed_items();
    return lacks(all, model, binding);
}

/// Whether the table has nothing but items of a class that is found by that: see `models/index/whole.tsv`.
bool is_whole(const Model& model, const Binding& binding, double named) {
    if (!may_be_whole(model.name)) return false;
    const auto by_header = std::ranges::count_if(binding.columns, [](const ColumnBinding& column) {
        return column.slot && column.how != BoundBy::content;
    });
    return static_cast<double>(by_header) == named && !lacks(whole_classes(), model, binding);
}

/// Whether all that the table has of the class lies in one class that it nests: a list of contact points is
/// one of neither facilities nor persons, though both have contact points.
bool is_of_one_part(const Model& model, const Binding& binding) {
    std::string_view part;
    bool has_own = false;
    for (std::size_t i = 0; i < model.slots.size(); ++i) {
        const std::string_view path = model.slots[i].path;
        if (!model.slots[i].nested) has_own = true;
        if (!binding.column_of_slot[i]) continue;
        const std::string_view first = path.substr(0, path.find('.') + 1);
        if (first.empty() || (!part.empty() && part != first)) return false;
        part = first;
    }
    return has_own && !part.empty();
}

/// What headers tell that are bound to items of one model.
class ToldByHeaders {
 public:
    ToldByHeaders(const ModelIndex& index, const Model& model, bool rare)
        : index_(index), model_(model), rare_(rare), items_(model.slots.size()) {}

    /// The item counts too, so that an item that all models have tells little under a rare name. `known`: by
    /// how many classes the header is.
    double told(double known, std::size_t slot) {
        if (items_[slot] == 0) {
            for (const HeaderName& name : model_.slots[slot].names) {
                const double by_name = index_.weighed(index_.classes_knowing(name.key), rare_);
                items_[slot] = std::max(items_[slot], by_name);
            }
        }
        return header_weight(index_, std::sqrt(known * std::max(known, items_[slot])));
    }

 private:
    const ModelIndex& index_;
    const Model& model_;
    bool rare_;
    std::vector<double> items_;  ///< by slot, 0: not asked yet
};

/// The harmonic mean of the share of the columns that are items and of what their headers tell.
double mean_fit(double columns, double told) {
    constexpr double doubt_left = 0.55;  // by a header that only one model knows
    const double evidence = 1 - std::pow(doubt_left, told);
    return columns + evidence == 0 ? 0 : 2 * columns * evidence / (columns + evidence);
}

constexpr double mean_counts = 0.97;
constexpr double required_counts = 0.02;
constexpr double items_count = 0.01;
constexpr double whole_mean =
    0.95;  // a table of nothing but a class, as the mean that its headers do not give

}  // namespace

void KnownColumns::add(const ModelIndex& index, const std::string& header, std::vector<std::size_t> knowing) {
    headers.push_back(header);
    for (const bool rare : {false, true}) weighed[rare].push_back(index.weighed(knowing, rare));
    classes.push_back(std::move(knowing));
}

double header_weight(const ModelIndex& index, double models) {
    const double most = std::max(2.0, static_cast<double>(index.common()));
    return std::max(0.0, 1 - std::log(models) / std::log(most));
}

bool may_be_whole(std::string_view model) {
    return std::ranges::find(whole_classes(), model, &NeededItems::model) != whole_classes().end();
}

double greatest_fit(double columns, double told, bool whole) {
    constexpr double rounding = 1e-9;
    const double mean = std::max(mean_fit(columns, told), whole ? whole_mean : 0.0);
    return mean_counts * mean + required_counts + items_count + rounding;
}

double fit_of(const ModelIndex& index, const Model& model, const Binding& binding, const KnownColumns& known,
              double named, bool rare) {
    double bound = 0;
    double told = 0;
    ToldByHeaders headers{index, model, rare};
    for (std::size_t i = 0; i < known.headers.size(); ++i) {
        const ColumnBinding& column = binding.columns[i];
        if (!column.slot) continue;
        const bool by_header = column.how != BoundBy::content;
        bound += by_header ? 1 : 0.5;
        if (by_header) told += headers.told(known.weighed[rare][i], *column.slot);
    }
    const double columns = named == 0 ? 0 : std::min(1.0, bound / named);
    constexpr double of_other_things = 0.5;
    const bool whole = is_whole(model, binding, named);
    const bool of_others = !whole && (lacks_needed(model, binding) || is_of_one_part(model, binding));
    const double mean = std::max(mean_fit(columns, told), whole ? whole_mean : 0.0);
    return (of_others ? of_other_things : 1) *
           (mean_counts * mean + required_counts * share_of_required(model, binding) +
            items_count * share_of_items(model, binding));
}

}  // namespace daicho
