#include "models/engine/model_compiler.hpp"

#include <algorithm>

#include "models/engine/class_way.hpp"
#include "models/engine/compile_names.hpp"
#include "models/engine/required_patterns.hpp"
#include "models/engine/slot_maker.hpp"
#include "models/engine/slot_names.hpp"

namespace daicho {

namespace {

constexpr std::size_t deepest_nesting = 4;
/// The items of a class and of all that it nests. The largest model of GIF has about a thousand.
constexpr std::size_t most_items = 10'000;

/// Compiles the tree of a class: one function for each statement of the model language, hence their number;
/// they share the model that is being made.
class Compiler {
 public:
    Compiler(const ModelSource& source, const syntax::Class& tree, const ModelLibrary& library)
        : library_(library), model_(std::make_unique<Model>()) {
        model_->name = source.tree.name.text + "/" + tree.name.text;
        model_->class_name = tree.name.text;
        model_->label = tree.label;
        model_->version = source.tree.version;
        model_->sources = source.tree.sources;
        model_->closed = tree.closed;
        model_->positional = tree.positional;
        model_->unknown_items = tree.unknown_items;
        add_class(source, tree, {});
        model_->patterns = required_patterns(source, tree, *model_, library_);
        name_by_last_parts(model_->slots);
        name_by_numbers(model_->slots);
    }

    std::unique_ptr<Model> take() { return std::move(model_); }

 private:
    /// Items first, so that everything that names one finds it; then what is said about them.
    void add_class(const ModelSource& source, const syntax::Class& tree, const Way& way) {
        const bool nests_itself = std::ranges::find(way.classes, &tree) != way.classes.end();
        if (nests_itself || way.classes.size() >= deepest_nesting) {
            cut_.push_back(way.path);
            return;
        }
        if (++classes_ + model_->slots.size() > most_items) {
            fail(source, tree.name.where,
                 "入れ子を展開した項目が 10000 を超えます。入れ子を減らしてください。",
                 "with what it nests the class has more than 10000 items; nest less");
        }
        Way here = way;
        here.classes.push_back(&tree);
        if (tree.extends) {
            const FoundClass base = need_base(library_, source, tree);
            add_class(*base.source, *base.tree, here);
        }
        for (const auto& item : tree.items) add_item(source, item, here);
        for (const auto& item : tree.items) add_original(source, item, here);
        for (const auto& alias : tree.path_aliases) add_path_alias(source, alias, here);
        for (const auto& rule : tree.rules) add_rule(source, tree, rule, here);
        for (const auto& split : tree.splits) add_split(source, split, here);
        for (const auto& locate : tree.locates) add_locate(source, locate, here);
        for (const auto& identify : tree.identifies) add_identify(source, identify, here);
        for (const auto& join : tree.joins) add_join(source, join, here);
        for (const auto& unique : tree.uniques) {
            if (way.path.empty()) add_unique(source, unique, here);
        }
        if (!way.classes.empty()) return;
        for (const auto& reference : tree.references) {
            model_->references.push_back(
                {need_slot(source, here, reference.item.text, reference.item.where),
                 need_slot(source, here, reference.target.text, reference.target.where)});
        }
    }

    FoundClass need_class(const ModelSource& source, const syntax::Name& name) const {
        return daicho::need_class(library_, source, name);
    }

    void add_item(const ModelSource& source, const syntax::Item& item, const Way& way) {
        const auto& type = item.type;
        if (type.kind == syntax::TypeKind::one_of) {
            add_union(source, item, way_down(item, way));
        } else if (type.kind == syntax::TypeKind::reference) {
            const FoundClass nested = need_class(source, type.names.front());
            add_class(*nested.source, *nested.tree, way_down(item, way));
        } else {
            model_->slots.push_back(make_slot(source, item, way, library_));
        }
    }

    void add_original(const ModelSource& source, const syntax::Item& item, const Way& way) {
        if (item.original.text.empty()) return;
        Slot& slot = model_->slots[need_slot(source, way, item.name.text, item.original.where)];
        slot.original = need_slot(source, way, item.original.text, item.original.where);
        if (&model_->slots[*slot.original] == &slot) {
            fail(source, item.original.where, "元の値を残す項目は、別の項目でなければなりません。",
                 "the item that keeps the original must be another one");
        }
    }

    /// The items of all alternatives side by side; what two of them share is one item.
    void add_union(const ModelSource& source, const syntax::Item& item, const Way& down) {
        UnionPlan plan{
            down.path.substr(0, down.path.size() - 1), down.label.substr(0, down.label.size() - 1), {}};
        const std::size_t first = model_->slots.size();
        std::vector<std::vector<std::string>> paths;
        for (const auto& name : item.type.names) {
            const FoundClass nested = need_class(source, name);
            const std::size_t begin = model_->slots.size();
            add_class(*nested.source, *nested.tree, down);
            plan.alternatives.push_back({nested.tree->label.ja, {}});
            paths.emplace_back();
            for (std::size_t i = begin; i < model_->slots.size(); ++i) {
                paths.back().push_back(model_->slots[i].path);
            }
        }
        drop_repeated_slots(first, source, item.name.where);
        for (std::size_t a = 0; a < paths.size(); ++a) {
            for (const auto& path : paths[a]) {
                const auto of_path = [&](const auto& others) {
                    return std::ranges::find(others, path) != others.end();
                };
                if (std::ranges::count_if(paths, of_path) > 1) continue;
                plan.alternatives[a].slots.push_back(*model_->find_slot(path));
            }
        }
        model_->unions.push_back(std::move(plan));
    }

    /// Rules, splits and joins name slots by number, so a slot that is there twice keeps its place and loses
    /// its names. One English name for two items would mix up their values.
    void drop_repeated_slots(std::size_t first, const ModelSource& source, Span where) {
        for (std::size_t i = first; i < model_->slots.size(); ++i) {
            Slot& slot = model_->slots[i];
            const auto begin = model_->slots.begin() + static_cast<std::ptrdiff_t>(first);
            const auto end = model_->slots.begin() + static_cast<std::ptrdiff_t>(i);
            const auto known = std::find_if(begin, end, [&](const Slot& s) { return s.path == slot.path; });
            if (known == end) continue;
            if (known->label != slot.label || known->kind != slot.kind || known->codes != slot.codes) {
                fail(source, where,
                     "選択肢の項目「" + known->label + "」と「" + slot.label + "」の英語名がどちらも「" +
                         slot.path + "」です。別の名前にしてください。",
                     "the items '" + known->label + "' and '" + slot.label +
                         "' of two alternatives are both named '" + slot.path +
                         "'; give them different names");
            }
            slot.names.clear();
        }
    }

    std::size_t need_slot(const ModelSource& source, const Way& way, std::string_view path,
                          Span where) const {
        const auto slot = model_->find_slot(way.path + std::string(path));
        if (!slot) {
            fail(source, where, "項目「" + std::string(path) + "」がありません。",
                 "there is no item '" + std::string(path) + "'");
        }
        return *slot;
    }

    /// Whether an item of a nested class was left out, because the class nests itself or lies too deep. What
    /// is said about such an item is left out with it.
    bool is_cut(const Way& way, std::string_view path) const {
        const std::string whole = way.path + std::string(path);
        return std::ranges::any_of(cut_, [&](const std::string& cut) { return whole.starts_with(cut); });
    }

    bool names_cut(const Way& way, const syntax::Expression& e) const {
        return std::ranges::any_of(item_paths(e), [&](const auto& path) { return is_cut(way, path); });
    }

    void add_path_alias(const ModelSource& source, const syntax::PathAlias& alias, const Way& way) {
        if (is_cut(way, alias.path.text)) return;
        Slot& slot = model_->slots[need_slot(source, way, alias.path.text, alias.path.where)];
        add_names(slot, way.key, alias.aliases);
    }

    Scope scope_of(const ModelSource& source, const Way& way) const {
        Scope scope;
        scope.slot = [this, &way](std::string_view path) {
            return model_->find_slot(way.path + std::string(path));
        };
        scope.code_list = [this, &source](std::string_view name) {
            return library_.find_codes(source, name);
        };
        scope.fail = [&source](Span where, std::string_view ja, std::string_view en) {
            fail(source, where, ja, en);
        };
        return scope;
    }

    std::vector<std::size_t> slots_of(const Way& way, const syntax::Expression& e) const {
        std::vector<std::size_t> slots;
        for (const auto& path : item_paths(e)) {
            if (const auto slot = model_->find_slot(way.path + path)) slots.push_back(*slot);
        }
        std::sort(slots.begin(), slots.end());
        slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
        return slots;
    }

    void add_rule(const ModelSource& source, const syntax::Class& tree, const syntax::Rule& rule,
                  const Way& way) {
        if (names_cut(way, rule.check) || (rule.when && names_cut(way, *rule.when))) return;
        const Scope scope = scope_of(source, way);
        std::optional<Program> when;
        if (rule.when) when.emplace(Program::condition(*rule.when, scope));
        std::vector<std::size_t> slots = slots_of(way, rule.check);
        const std::size_t asked = slots.size();
        if (rule.when) {
            for (const std::size_t slot : slots_of(way, *rule.when)) {
                if (std::ranges::find(slots, slot) == slots.end()) slots.push_back(slot);
            }
        }
        model_->rules.push_back({tree.name.text + "." + rule.slug.text, rule.blocks, rule.severity,
                                 rule.message, std::move(when), Program::condition(rule.check, scope),
                                 std::move(slots), asked});
    }

    void add_split(const ModelSource& source, const syntax::Split& split, const Way& way) {
        if (is_cut(way, split.whole.text)) return;
        SplitPlan plan;
        plan.whole = need_slot(source, way, split.whole.text, split.whole.where);
        plan.kind = find_value_type(split.kind.text);
        if (!plan.kind || !plan.kind->parts) {
            fail(source, split.kind.where,
                 "「" + split.kind.text + "」は部分に分けられる値の種類ではありません。",
                 "'" + split.kind.text + "' is not a kind of value with parts");
        }
        for (const auto& part : split.parts) {
            if (is_cut(way, part.item.text)) continue;
            plan.parts.push_back({part.part.text, need_slot(source, way, part.item.text, part.item.where)});
        }
        model_->splits.push_back(std::move(plan));
    }

    /// What an outer class says goes before what the nested one says.
    void add_locate(const ModelSource& source, const syntax::Locate& locate, const Way& way) {
        if (is_cut(way, locate.whole.text)) return;
        const std::size_t whole = need_slot(source, way, locate.whole.text, locate.whole.where);
        auto plan = std::ranges::find(model_->addresses, whole, &AddressPlan::whole);
        if (plan == model_->addresses.end()) {
            model_->addresses.push_back({whole, {}});
            plan = std::prev(model_->addresses.end());
        }
        for (const auto& one : locate.items) {
            const auto item = find_address_item(one.part.text);
            if (!item) {
                fail(source, one.part.where, "「" + one.part.text + "」は住所の項目ではありません。",
                     "'" + one.part.text + "' is not an item of an address");
            }
            if (is_cut(way, one.item.text)) continue;
            plan->items[static_cast<std::size_t>(*item)] =
                need_slot(source, way, one.item.text, one.item.where);
        }
    }

    /// As with addresses.
    void add_identify(const ModelSource& source, const syntax::Identify& identify, const Way& way) {
        if (is_cut(way, identify.number.text)) return;
        const std::size_t number = need_slot(source, way, identify.number.text, identify.number.where);
        auto plan = std::ranges::find(model_->corporations, number, &CorporationPlan::number);
        if (plan == model_->corporations.end()) {
            model_->corporations.push_back({number, {}});
            plan = std::prev(model_->corporations.end());
        }
        for (const auto& one : identify.items) {
            const auto item = find_corporation_plan_item(one.part.text);
            if (!item) {
                fail(source, one.part.where, "「" + one.part.text + "」は法人の項目ではありません。",
                     "'" + one.part.text + "' is not an item of a corporation");
            }
            if (is_cut(way, one.item.text)) continue;
            plan->items[static_cast<std::size_t>(*item)] =
                need_slot(source, way, one.item.text, one.item.where);
        }
    }

    void add_join(const ModelSource& source, const syntax::Join& join, const Way& way) {
        if (is_cut(way, join.whole.text) || names_cut(way, join.value)) return;
        const std::size_t whole = need_slot(source, way, join.whole.text, join.whole.where);
        model_->joins.push_back(
            {whole, Program(join.value, scope_of(source, way)), slots_of(way, join.value)});
    }

    void add_unique(const ModelSource& source, const syntax::Unique& unique, const Way& way) {
        std::vector<std::size_t> slots;
        for (const auto& item : unique.items) slots.push_back(need_slot(source, way, item.text, item.where));
        model_->uniques.push_back(std::move(slots));
    }

    const ModelLibrary& library_;
    std::unique_ptr<Model> model_;
    std::size_t classes_ = 0;       // that were gone into
    std::vector<std::string> cut_;  // ways down that were not followed: "relatedFacility."
};

}  // namespace

std::unique_ptr<Model> compile_model(const ModelSource& source, const syntax::Class& tree,
                                     const ModelLibrary& library) {
    return Compiler(source, tree, library).take();
}

}  // namespace daicho
