#include "models/engine/contradictions.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "grammars/base/short_decimal.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

/// What is tried one by one of a range.
constexpr double most_tried = 1000;
/// Numbers that kinds with limits of their own have: degrees of Japan, counts.
constexpr double usual_numbers[] = {0, 1, 35, 135};

bool accepts(const Slot& slot, double number) {
    return slot.is_canonical(short_decimal(number, 6), {});
}

bool is_of_integers(const Slot& slot) {
    return slot.kind->is_canonical("1", {}) && !slot.kind->is_canonical("1.5", {});
}

/// Whether some whole number within the limits is a value; nothing is said of ranges too long to be tried.
bool has_integer(const Slot& slot) {
    const double first = slot.minimum ? std::ceil(*slot.minimum) : std::floor(*slot.maximum) - most_tried;
    const double last = slot.maximum ? std::floor(*slot.maximum) : first + most_tried;
    for (double number = first; number <= last && number <= first + most_tried; ++number) {
        if (accepts(slot, number)) return true;
    }
    const bool open = !slot.minimum || !slot.maximum || last - first > most_tried;
    return open && (slot.pattern || accepts(slot, last) ||
                    std::ranges::any_of(usual_numbers, [&](double number) { return accepts(slot, number); }));
}

/// Whether a number within the limits is a value.
bool has_number(const Slot& slot) {
    if (slot.minimum && slot.maximum && *slot.minimum > *slot.maximum) return false;
    if (is_of_integers(slot)) return has_integer(slot);
    if (slot.pattern) return true;
    const auto within = [&](double number) { return accepts(slot, number); };
    return (slot.minimum && within(*slot.minimum)) || (slot.maximum && within(*slot.maximum)) ||
           std::ranges::any_of(usual_numbers, within);
}

/// Whether there may be a value. What cannot be found out may be.
bool can_be_filled(const Slot& slot) {
    if (!slot.unknowns.empty()) return true;
    if (slot.codes) return slot.codes->size() > 0 || !slot.codes->closed();
    return (!slot.minimum && !slot.maximum) || has_number(slot);
}

/// What `models check` says, with the rule in front.
std::string contradiction_text(const std::string& text) {
    return std::string(rules::contradictory_model.text) + " " + text;
}

class Finder {
 public:
    Finder(const Model& model, const syntax::Class& tree) : model_(model), tree_(tree) {}

    std::vector<Contradiction> find() {
        for (const syntax::Item& item : tree_.items) {
            const auto slot = model_.find_slot(item.name.text);
            if (slot && !can_be_filled(model_.slots[*slot])) tell_unfillable(item);
        }
        for (const syntax::Pattern& pattern : tree_.patterns) {
            for (const syntax::PatternItem& item : pattern.items) look_at(pattern, item);
        }
        return std::move(found_);
    }

 private:
    void tell_unfillable(const syntax::Item& item) {
        const std::string& name = item.name.text;
        tell(item.name.where,
             "項目「" + name + "」に書ける値がありません。範囲やコード一覧が値の種類と矛盾しています。",
             "no value can be one of '" + name + "': its limits or its code list contradict its kind");
    }

    void look_at(const syntax::Pattern& pattern, const syntax::PatternItem& item) {
        const auto slot = model_.find_slot(item.path.text);
        if (!slot || model_.slots[*slot].requirement != syntax::Requirement::forbidden) return;
        const std::string &name = item.path.text, &by = pattern.name.text;
        tell(item.path.where,
             "必須パターン「" + by + "」が求める項目「" + name + "」は、記入不可（forbidden）です。",
             "the required pattern '" + by + "' asks for the item '" + name + "', which is forbidden");
    }

    void tell(Span where, const std::string& ja, const std::string& en) {
        found_.push_back({where, contradiction_text(ja), contradiction_text(en)});
    }

    const Model& model_;
    const syntax::Class& tree_;
    std::vector<Contradiction> found_;
};

}  // namespace

std::vector<Contradiction> contradictions_of(const Model& model, const syntax::Class& tree) {
    return Finder(model, tree).find();
}

}  // namespace daicho
