#include "models/engine/required_patterns.hpp"

#include <algorithm>

#include "models/engine/compile_names.hpp"

namespace daicho {

namespace {

class PatternMaker {
 public:
    PatternMaker(const Model& model, const ModelLibrary& library) : model_(model), library_(library) {}

    std::vector<RequiredPattern> make(const ModelSource& source, const syntax::Class& tree) {
        RequiredPattern always;
        for (std::size_t i = 0; i < model_.slots.size(); ++i) {
            const Slot& slot = model_.slots[i];
            if (slot.requirement == syntax::Requirement::required && !slot.for_exchange)
                always.entries.push_back({i, slot.may_be_empty});
        }
        require_nested(source, tree, always);
        const RequiredPattern alone = always;
        for (const auto& written : tree.patterns) {
            RequiredPattern pattern{written.name.text, written.label, always.entries, always.groups};
            for (const auto& item : written.items) add_pattern_item(source, item, pattern);
            patterns_.push_back(std::move(pattern));
        }
        if (patterns_.empty()) patterns_.push_back(std::move(always));
        using syntax::Phase;
        add_exchange_pattern(alone, "Exchange", {"交換の基本項目", "Basic items of exchange"},
                             [](const Slot& slot) { return slot.for_exchange; });
        add_exchange_pattern(
            alone, "ExchangePeacetime", {"平時に整備する交換の基本項目", "Basic items kept in peacetime"},
            [](const Slot& slot) { return slot.for_exchange && slot.phase != Phase::in_disaster; });
        add_exchange_pattern(alone, "ExchangeSpecific",
                             {"交換の基本項目と特定項目", "Basic and specific items of exchange"},
                             [](const Slot& slot) { return slot.for_exchange || is_specific(slot); });
        return std::move(patterns_);
    }

 private:
    /// An item for those who can give it (GIF 455: 特定データ属性).
    static bool is_specific(const Slot& slot) {
        return slot.requirement == syntax::Requirement::recommended && slot.phase != syntax::Phase::any;
    }

    /// The items of exchange that are `asked` for (GIF 455: 基本共有データ属性), in a class that has such
    /// items. A file is held to them when its user names the pattern.
    template <class Asked>
    void add_exchange_pattern(RequiredPattern pattern, std::string name, syntax::Text label,
                              const Asked& asked) {
        if (std::ranges::none_of(model_.slots, &Slot::for_exchange)) return;
        const std::size_t before = pattern.entries.size();
        for (std::size_t i = 0; i < model_.slots.size(); ++i) {
            const Slot& slot = model_.slots[i];
            if (asked(slot)) pattern.entries.push_back({i, slot.may_be_empty});
        }
        if (pattern.entries.size() == before) return;
        pattern.name = std::move(name);
        pattern.label = std::move(label);
        patterns_.push_back(std::move(pattern));
    }

    /// Nested classes that are required: the required pattern that the reference names, or any of their
    /// items.
    void require_nested(const ModelSource& source, const syntax::Class& tree,
                        RequiredPattern& pattern) const {
        if (tree.extends) {
            const FoundClass base = need_base(library_, source, tree);
            require_nested(*base.source, *base.tree, pattern);
        }
        for (const auto& item : tree.items) {
            const bool nests =
                item.type.kind == syntax::TypeKind::reference || item.type.kind == syntax::TypeKind::one_of;
            if (!nests || item.requirement != syntax::Requirement::required) continue;
            if (item.type.pattern.empty()) {
                add_pattern_item(source, {item.name, item.may_be_empty}, pattern);
            } else {
                add_nested_pattern(source, item, pattern);
            }
        }
    }

    void add_nested_pattern(const ModelSource& source, const syntax::Item& item,
                            RequiredPattern& pattern) const {
        const FoundClass nested = need_class(library_, source, item.type.names.front());
        const auto found = std::ranges::find_if(nested.tree->patterns, [&](const syntax::Pattern& p) {
            return p.name.text == item.type.pattern;
        });
        if (found == nested.tree->patterns.end()) {
            fail(source, item.name.where,
                 "クラス「" + nested.tree->name.text + "」に必須パターン「" + item.type.pattern +
                     "」はありません。",
                 "the class '" + nested.tree->name.text + "' has no required pattern '" + item.type.pattern +
                     "'");
        }
        for (const auto& entry : found->items) {
            syntax::PatternItem below = entry;
            below.path.text = item.name.text + "." + entry.path.text;
            add_pattern_item(source, below, pattern);
        }
    }

    /// A pattern may name an item, or a nested class: then one of its items must be there.
    void add_pattern_item(const ModelSource& source, const syntax::PatternItem& item,
                          RequiredPattern& pattern) const {
        if (const auto slot = model_.find_slot(item.path.text)) {
            pattern.entries.push_back({*slot, item.may_be_empty});
            return;
        }
        RequiredPattern::Group group{item.path.text, {}, {}};
        const auto depth = std::ranges::count(item.path.text, '.') + 1;
        for (std::size_t i = 0; i < model_.slots.size(); ++i) {
            const Slot& slot = model_.slots[i];
            if (!slot.path.starts_with(item.path.text + ".")) continue;
            group.slots.push_back(i);
            std::size_t end = 0;
            for (auto level = depth; level > 0; --level) end = slot.long_label.find('_', end) + 1;
            group.label = slot.long_label.substr(0, end - 1);
        }
        if (group.slots.empty()) {
            fail(source, item.path.where, "項目「" + item.path.text + "」がありません。",
                 "there is no item '" + item.path.text + "'");
        }
        pattern.groups.push_back(std::move(group));
    }

    const Model& model_;
    const ModelLibrary& library_;
    std::vector<RequiredPattern> patterns_;
};

}  // namespace

std::vector<RequiredPattern> required_patterns(const ModelSource& source, const syntax::Class& tree,
                                               const Model& model, const ModelLibrary& library) {
    return PatternMaker(model, library).make(source, tree);
}

}  // namespace daicho
