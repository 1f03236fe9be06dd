#include "models/revision/compare_models.hpp"

#include <algorithm>
#include <map>

#include "grammars/model_language/print_expression.hpp"
#include "models/engine/header.hpp"
#include "models/revision/item_changes.hpp"

namespace daicho {

namespace {

using enum Impact;

/// How a class splits and joins, one text a statement.
std::vector<std::string> calculations(const syntax::Class& tree) {
    std::vector<std::string> out;
    const auto parts = [](const std::vector<syntax::SplitPart>& list) {
        std::string text;
        for (const auto& part : list) text += " " + part.part.text + "->" + part.item.text;
        return text;
    };
    for (const auto& one : tree.splits)
        out.push_back("split " + one.whole.text + " as " + one.kind.text + parts(one.parts));
    for (const auto& one : tree.locates) out.push_back("locate " + one.whole.text + parts(one.items));
    for (const auto& one : tree.identifies) out.push_back("identify " + one.number.text + parts(one.items));
    for (const auto& one : tree.joins)
        out.push_back("join " + one.whole.text + " = " + syntax::print_expression(one.value));
    return out;
}

class ClassComparison {
 public:
    ClassComparison(const ComparedClass& old, const ComparedClass& now, ModelChanges& changes)
        : old_(old), now_(now), name_(old.found.tree->name.text), changes_(changes) {}

    void compare() {
        compare_heads();
        pair_items();
        for (const auto* item : old_.items) compare_item(*item);
        for (const auto* item : now_.items) {
            if (!taken_.contains(item)) add_new_item(*item);
        }
        compare_order();
        compare_path_aliases();
        compare_patterns();
        compare_keys();
        compare_rules();
        compare_lists(calculations(*old_.found.tree), calculations(*now_.found.tree),
                      {note, "calculation", note, "calculation"}, name_, changes_);
    }

 private:
    void compare_heads() {
        const syntax::Class& a = *old_.found.tree;
        const syntax::Class& b = *now_.found.tree;
        if (a.label.ja != b.label.ja || a.label.en != b.label.en)
            changes_.add(note, "label", name_, a.label.ja, b.label.ja);
        if (a.closed != b.closed)
            changes_.add(b.closed ? breaking : compatible, b.closed ? "class-closed" : "class-opened", name_);
        if (a.positional != b.positional) changes_.add(breaking, "positional", name_);
        const std::string before = a.extends ? a.extends->text : "", after = b.extends ? b.extends->text : "";
        if (before != after)
            changes_.add(before.empty() ? compatible : breaking, "base", name_, before, after);
    }

    std::string place(const syntax::Item& item) const { return name_ + "." + item.name.text; }

    void pair_items() {
        for (const auto* item : old_.items) {
            const auto same = std::ranges::find_if(
                now_.items, [&](const auto* one) { return one->name.text == item->name.text; });
            if (same != now_.items.end()) pair(*item, **same);
        }
        for (const auto* item : old_.items) {
            if (pairs_.contains(item)) continue;
            for (const auto* one : now_.items) {
                const bool renamed = !taken_.contains(one) &&
                                     (accepts_header(*one, item->name.text) ||
                                      (!item->label.ja.empty() && accepts_header(*one, item->label.ja)));
                if (!renamed) continue;
                pair(*item, *one);
                break;
            }
        }
    }

    void pair(const syntax::Item& old, const syntax::Item& now) {
        if (taken_.contains(&now)) return;
        pairs_[&old] = &now;
        taken_[&now] = &old;
    }

    void compare_item(const syntax::Item& item) {
        const auto found = pairs_.find(&item);
        if (found == pairs_.end()) return changes_.add(breaking, "item-removed", place(item), item.label.ja);
        const syntax::Item& now = *found->second;
        if (now.name.text != item.name.text) {
            const bool read = accepts_header(now, item.name.text) &&
                              (item.label.ja.empty() || accepts_header(now, item.label.ja));
            changes_.add(read ? compatible : breaking, "item-renamed", place(item), item.name.text,
                         now.name.text);
        }
        compare_items(item, now, place(item), changes_);
    }

    void add_new_item(const syntax::Item& item) {
        const bool required = item.requirement == syntax::Requirement::required && !item.for_exchange;
        changes_.add(required ? breaking : compatible, required ? "required-item-added" : "item-added",
                     place(item), {}, item.label.ja);
    }

    void compare_order() {
        std::vector<const syntax::Item*> order;
        for (const auto* item : old_.items) {
            if (const auto found = pairs_.find(item); found != pairs_.end()) order.push_back(found->second);
        }
        std::vector<const syntax::Item*> now;
        for (const auto* item : now_.items) {
            if (taken_.contains(item)) now.push_back(item);
        }
        if (order != now) changes_.add(now_.found.tree->positional ? breaking : note, "order", name_);
    }

    static std::vector<std::string> path_aliases(const syntax::Class& tree) {
        std::vector<std::string> out;
        for (const auto& one : tree.path_aliases) {
            for (const auto& alias : one.aliases) out.push_back(one.path.text + ": " + alias.text);
        }
        return out;
    }

    void compare_path_aliases() {
        compare_lists(path_aliases(*old_.found.tree), path_aliases(*now_.found.tree),
                      {breaking, "header-removed", compatible, "header-added"}, name_, changes_);
    }

    void compare_patterns() {
        const auto& now = now_.found.tree->patterns;
        for (const auto& pattern : old_.found.tree->patterns) {
            const auto same = std::ranges::find_if(
                now, [&](const auto& one) { return one.name.text == pattern.name.text; });
            const std::string where = name_ + "." + pattern.name.text;
            if (same == now.end()) {
                changes_.add(breaking, "set-removed", where);
            } else {
                compare_sets(pattern, *same, where);
            }
        }
        for (const auto& pattern : now) {
            const auto& old = old_.found.tree->patterns;
            const bool known =
                std::ranges::any_of(old, [&](const auto& one) { return one.name.text == pattern.name.text; });
            if (!known)
                changes_.add(old.empty() ? breaking : compatible, "set-added",
                             name_ + "." + pattern.name.text);
        }
    }

    /// An old path as it goes now: an item on it may have another name.
    std::string path_now(const std::string& path) const {
        const std::size_t end = std::min(path.find('.'), path.size());
        for (const auto& [old, now] : pairs_) {
            if (old->name.text == path.substr(0, end)) return now->name.text + path.substr(end);
        }
        return path;
    }

    void compare_sets(const syntax::Pattern& a, const syntax::Pattern& b, const std::string& where) {
        const auto find = [](const syntax::Pattern& pattern, const std::string& path) {
            return std::ranges::find_if(pattern.items,
                                        [&](const auto& one) { return one.path.text == path; });
        };
        for (const auto& item : a.items) {
            const auto same = find(b, path_now(item.path.text));
            if (same == b.items.end()) {
                changes_.add(compatible, "set-asks-less", where, item.path.text);
            } else if (item.may_be_empty != same->may_be_empty) {
                changes_.add(same->may_be_empty ? compatible : breaking,
                             same->may_be_empty ? "may-be-empty" : "must-be-filled", where, item.path.text);
            }
        }
        std::vector<std::string> before;
        for (const auto& item : a.items) before.push_back(path_now(item.path.text));
        for (const auto& item : b.items) {
            if (std::ranges::find(before, item.path.text) == before.end())
                changes_.add(breaking, "set-asks-more", where, {}, item.path.text);
        }
    }

    void compare_keys() {
        const auto as_is = [](const std::string& path) { return path; };
        const auto renamed = [&](const std::string& path) { return path_now(path); };
        compare_lists(keys(old_, renamed), keys(now_, as_is),
                      {compatible, "key-removed", breaking, "key-added"}, name_, changes_);
        compare_lists(references(old_, renamed), references(now_, as_is),
                      {compatible, "reference-removed", breaking, "reference-added"}, name_, changes_);
    }

    template <class Path>
    static std::vector<std::string> keys(const ComparedClass& one, Path path) {
        std::vector<std::string> out;
        for (const auto* unique : one.uniques) {
            std::string text;
            for (const auto& name : unique->items)
                text.append(text.empty() ? "" : " ").append(path(name.text));
            out.push_back(std::move(text));
        }
        return out;
    }

    template <class Path>
    static std::vector<std::string> references(const ComparedClass& one, Path path) {
        std::vector<std::string> out;
        for (const auto* reference : one.references)
            out.push_back(path(reference->item.text) + " → " + path(reference->target.text));
        return out;
    }

    static const syntax::Rule* find_rule(const ComparedClass& in, const std::string& slug) {
        for (const auto& [tree, rule] : in.rules) {
            if (rule->slug.text == slug) return rule;
        }
        return nullptr;
    }

    static std::string condition(const syntax::Rule& rule) {
        const std::string when = rule.when ? "when " + syntax::print_expression(*rule.when) + " : " : "";
        return when + syntax::print_expression(rule.check);
    }

    void compare_rules() {
        for (const auto& [tree, rule] : old_.rules) {
            const std::string where = name_ + "." + rule->slug.text;
            if (const syntax::Rule* now = find_rule(now_, rule->slug.text)) {
                compare_rule(*rule, *now, where);
            } else {
                changes_.add(compatible, "rule-removed", where, condition(*rule));
            }
        }
        for (const auto& [tree, rule] : now_.rules) {
            if (find_rule(old_, rule->slug.text)) continue;
            const bool error = rule->severity == Severity::error;
            changes_.add(error ? breaking : note, "rule-added", name_ + "." + rule->slug.text, {},
                         condition(*rule));
        }
    }

    void compare_rule(const syntax::Rule& a, const syntax::Rule& b, const std::string& where) {
        const bool was = a.severity == Severity::error, is = b.severity == Severity::error;
        if (condition(a) != condition(b))
            changes_.add(is ? breaking : note, "rule-changed", where, condition(a), condition(b));
        if (was != is) changes_.add(is ? breaking : compatible, is ? "rule-stricter" : "rule-milder", where);
        if (a.message.ja != b.message.ja || a.message.en != b.message.en)
            changes_.add(note, "rule-message", where, a.message.ja, b.message.ja);
    }

    const ComparedClass& old_;
    const ComparedClass& now_;
    std::string name_;
    ModelChanges& changes_;
    std::map<const syntax::Item*, const syntax::Item*> pairs_, taken_;
};

class Comparison {
 public:
    Comparison(const ComparedModel& old, const ComparedModel& now) : old_(old), now_(now) {}

    ModelChanges compare() {
        if (old_.whole && now_.whole) compare_heads(old_.whole->tree, now_.whole->tree);
        for (const ComparedClass& one : old_.classes) compare_class(one);
        for (const ComparedClass& one : now_.classes) {
            const bool known = std::ranges::find(taken_, &one) != taken_.end();
            if (!known)
                changes_.add(compatible, "class-added", one.found.tree->name.text, {},
                             one.found.tree->label.ja);
        }
        for (const FoundCodes& list : old_.codes) compare_list(list);
        for (const FoundCodes& list : now_.codes) {
            if (!find_list(old_, list.tree->name.text))
                changes_.add(compatible, "codes-added", list.tree->name.text);
        }
        return std::move(changes_);
    }

 private:
    void compare_heads(const syntax::Model& a, const syntax::Model& b) {
        if (a.version != b.version) changes_.add(note, "version", {}, a.version, b.version);
        if (a.status != b.status) changes_.add(note, "status", {}, a.status, b.status);
        if (a.label.ja != b.label.ja || a.label.en != b.label.en)
            changes_.add(note, "label", {}, a.label.ja, b.label.ja);
        for (const auto& space : a.namespaces) {
            const auto same = std::ranges::find_if(
                b.namespaces, [&](const auto& one) { return one.prefix.text == space.prefix.text; });
            const std::string after = same == b.namespaces.end() ? "" : same->uri;
            if (after != space.uri) changes_.add(breaking, "namespace", space.prefix.text, space.uri, after);
        }
    }

    void compare_class(const ComparedClass& one) {
        const std::string& name = one.found.tree->name.text;
        const bool root = &one == &old_.classes.front() && !old_.whole && !now_.whole;
        const auto same = [&](const ComparedClass& other) { return other.found.tree->name.text == name; };
        const auto found = root ? now_.classes.begin() : std::ranges::find_if(now_.classes, same);
        if (found == now_.classes.end())
            return changes_.add(breaking, "class-removed", name, one.found.tree->label.ja);
        taken_.push_back(&*found);
        ClassComparison(one, *found, changes_).compare();
    }

    static const FoundCodes* find_list(const ComparedModel& in, const std::string& name) {
        const auto found = std::ranges::find_if(
            in.codes, [&](const FoundCodes& one) { return one.tree->name.text == name; });
        return found == in.codes.end() ? nullptr : &*found;
    }

    void compare_list(const FoundCodes& list) {
        const std::string& name = list.tree->name.text;
        const FoundCodes* now = find_list(now_, name);
        if (!now) return changes_.add(breaking, "codes-removed", name, list.tree->label.ja);
        if (list.tree->closed != now->tree->closed)
            changes_.add(now->tree->closed ? breaking : compatible,
                         now->tree->closed ? "codes-closed" : "codes-opened", name);
        std::map<std::string_view, const syntax::Code*> known;
        for (const auto& code : now->codes) known.emplace(code.code, &code);
        for (const auto& code : list.codes) {
            const auto found = known.find(code.code);
            if (found == known.end()) {
                changes_.add(breaking, "code-removed", name + "." + code.code, code.label.ja);
            } else {
                compare_code(code, *found->second, name + "." + code.code);
                known.erase(found);
            }
        }
        for (const auto& code : now->codes) {
            if (known.contains(code.code))
                changes_.add(compatible, "code-added", name + "." + code.code, {}, code.label.ja);
        }
    }

    /// A label is a notation of the code, too.
    void compare_code(const syntax::Code& a, const syntax::Code& b, const std::string& where) {
        const auto accepts = [&](const std::string& text) {
            const std::string key = header_key(text);
            const auto is = [&](const std::string& one) { return header_key(one) == key; };
            return is(b.label.ja) || is(b.label.en) ||
                   std::ranges::any_of(b.aliases, [&](const auto& alias) { return is(alias.text); });
        };
        if (a.label.ja != b.label.ja)
            changes_.add(a.label.ja.empty() || accepts(a.label.ja) ? compatible : breaking, "code-label",
                         where, a.label.ja, b.label.ja);
        for (const auto& alias : a.aliases) {
            if (!accepts(alias.text)) changes_.add(breaking, "code-notation", where, alias.text);
        }
    }

    const ComparedModel& old_;
    const ComparedModel& now_;
    ModelChanges changes_;
    std::vector<const ComparedClass*> taken_;
};

}  // namespace

ModelChanges compare_models(const ComparedModel& old, const ComparedModel& now) {
    return Comparison(old, now).compare();
}

}  // namespace daicho
