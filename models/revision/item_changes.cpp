#include "models/revision/item_changes.hpp"

#include <algorithm>
#include <cstdlib>

#include "grammars/model_language/print_expression.hpp"
#include "models/dictionary/item_words.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/header.hpp"
#include "models/engine/tsv.hpp"

namespace daicho {

namespace {

using enum Impact;
using syntax::Requirement;
using syntax::TypeKind;

const std::vector<std::pair<std::string, std::string>>& wider_kinds() {
    static const auto read = [] {
        std::vector<std::pair<std::string, std::string>> pairs;
        for (const TsvRow& row : TsvTable(embedded_model_text("models/revision/wider_kinds.tsv")))
            pairs.emplace_back(row.get("kind"), row.get("wider"));
        return pairs;
    }();
    return read;
}

/// A limit that is not there is beyond all others.
int compare_limits(const std::optional<std::string>& a, const std::optional<std::string>& b, int absent) {
    if (!a || !b) return a.has_value() == b.has_value() ? 0 : a ? -absent : absent;
    const double x = std::strtod(a->c_str(), nullptr), y = std::strtod(b->c_str(), nullptr);
    return x < y ? -1 : x > y ? 1 : 0;
}

class ItemComparison {
 public:
    ItemComparison(const syntax::Item& old, const syntax::Item& now, const std::string& place,
                   ModelChanges& changes)
        : old_(old), now_(now), place_(place), changes_(changes) {}

    void compare() {
        compare_headers();
        compare_types();
        compare_counts();
        compare_requirements();
        compare_notations();
        compare_remarks();
    }

 private:
    void add(Impact impact, std::string_view kind, std::string old_form = {}, std::string new_form = {}) {
        changes_.add(impact, kind, place_, std::move(old_form), std::move(new_form));
    }

    static std::vector<std::string> headers(const syntax::Item& item) {
        std::vector<std::string> out;
        for (const std::string* one : {&item.label.ja, &item.label.en}) {
            if (!one->empty()) out.push_back(*one);
        }
        for (const auto& alias : item.aliases) out.push_back(alias.text);
        return out;
    }

    void compare_headers() {
        if (old_.label.ja != now_.label.ja) {
            const bool read = accepts_header(now_, old_.label.ja);
            add(read ? compatible : breaking, "label", old_.label.ja, now_.label.ja);
        }
        for (const std::string& one : headers(old_)) {
            if (one != old_.label.ja && !accepts_header(now_, one)) add(breaking, "header-removed", one);
        }
        for (const std::string& one : headers(now_)) {
            if (one != now_.label.ja && !accepts_header(old_, one)) add(compatible, "header-added", {}, one);
        }
    }

    std::string type_text(const syntax::Item& item) const { return syntax::print_type(item.type); }

    void type_change(Impact impact, std::string_view kind) {
        add(impact, kind, type_text(old_), type_text(now_));
    }

    void compare_types() {
        const syntax::Type& a = old_.type;
        const syntax::Type& b = now_.type;
        if (a.kind == TypeKind::value && b.kind == TypeKind::value) {
            compare_kinds(a.names.front().text, b.names.front().text);
        } else if (a.kind == TypeKind::code && b.kind == TypeKind::code) {
            compare_codes(a, b);
        } else if (a.kind == TypeKind::code && b.kind == TypeKind::value && b.names.front().text == "text") {
            type_change(compatible, "type-widened");
        } else if (a.kind == TypeKind::value && b.kind == TypeKind::code && a.names.front().text == "text") {
            type_change(breaking, "type-narrowed");
        } else if (a.kind == TypeKind::value || b.kind == TypeKind::value || a.kind == TypeKind::code ||
                   b.kind == TypeKind::code) {
            type_change(breaking, "type-changed");
        } else {
            compare_classes(a, b);
        }
        compare_limits_of(a, b);
        compare_patterns(a.matches, b.matches);
    }

    void compare_kinds(const std::string& a, const std::string& b) {
        if (a == b) return;
        if (is_wider_kind(a, b)) return type_change(compatible, "type-widened");
        type_change(breaking, is_wider_kind(b, a) ? "type-narrowed" : "type-changed");
    }

    void compare_codes(const syntax::Type& a, const syntax::Type& b) {
        if (a.names.front().text != b.names.front().text) return type_change(breaking, "type-changed");
        if (a.form == b.form) return;
        const bool wider = b.form == syntax::CodeForm::both;
        type_change(wider ? compatible : breaking, wider                              ? "type-widened"
                                                   : a.form == syntax::CodeForm::both ? "type-narrowed"
                                                                                      : "type-changed");
    }

    /// What a union takes is compared as sets.
    void compare_classes(const syntax::Type& a, const syntax::Type& b) {
        const auto has = [](const syntax::Type& type, const std::string& name) {
            return std::ranges::find(type.names, name, &syntax::Name::text) != type.names.end();
        };
        const bool all_old = std::ranges::all_of(a.names, [&](const auto& one) { return has(b, one.text); });
        const bool all_new = std::ranges::all_of(b.names, [&](const auto& one) { return has(a, one.text); });
        if (!all_old) return type_change(breaking, all_new ? "type-narrowed" : "type-changed");
        if (!all_new) return type_change(compatible, "type-widened");
        if (a.pattern == b.pattern) return;
        type_change(b.pattern.empty() ? compatible : breaking,
                    b.pattern.empty() ? "type-widened" : "type-narrowed");
    }

    void compare_limits_of(const syntax::Type& a, const syntax::Type& b) {
        const int low = compare_limits(b.minimum, a.minimum, -1);
        const int high = compare_limits(a.maximum, b.maximum, 1);
        if (low > 0 || high > 0) {
            type_change(breaking, "range-narrowed");
        } else if (low < 0 || high < 0) {
            type_change(compatible, "range-widened");
        }
    }

    void compare_patterns(const std::string& a, const std::string& b) {
        if (a == b) return;
        if (a.empty()) return add(breaking, "pattern-added", {}, "/" + b + "/");
        if (b.empty()) return add(compatible, "pattern-removed", "/" + a + "/");
        add(breaking, "pattern-changed", "/" + a + "/", "/" + b + "/");
    }

    void compare_counts() {
        const auto& a = old_.cardinality;
        const auto& b = now_.cardinality;
        const std::string from = cardinality_in_words(a), to = cardinality_in_words(b);
        if (b.maximum < a.maximum || b.minimum > std::max(a.minimum, 1u)) {
            add(breaking, "fewer-values", from, to);
        } else if (b.maximum > a.maximum) {
            add(compatible, "more-values", from, to);
        }
    }

    static bool is_required(const syntax::Item& item) {
        return item.requirement == Requirement::required && !item.for_exchange;
    }

    std::string requirement_text(const syntax::Item& item) const {
        constexpr std::string_view words[] = {"", "recommended", "required", "required when assigned",
                                              "forbidden"};
        return std::string(words[static_cast<int>(item.requirement)]) +
               (item.for_exchange ? " for exchange" : "");
    }

    void compare_requirements() {
        const bool was = is_required(old_), is = is_required(now_);
        const bool had = old_.requirement == Requirement::forbidden,
                   has = now_.requirement == Requirement::forbidden;
        if (has && !had) return add(breaking, "forbidden");
        if (had && !has) return add(compatible, "no-longer-forbidden");
        if (is && !was) return add(breaking, "required");
        if (was && !is) return add(compatible, "no-longer-required");
        if (requirement_text(old_) != requirement_text(now_))
            add(note, "requirement", requirement_text(old_), requirement_text(now_));
        if (!is || old_.may_be_empty == now_.may_be_empty) return;
        add(now_.may_be_empty ? compatible : breaking, now_.may_be_empty ? "may-be-empty" : "must-be-filled");
    }

    void compare_notations() {
        if (old_.separator != now_.separator) {
            if (old_.separator.empty()) {
                add(compatible, "separator-added", {}, now_.separator);
            } else {
                add(breaking, "separator-changed", old_.separator, now_.separator);
            }
        }
        if (old_.registry != now_.registry) {
            if (!now_.registry.empty()) add(breaking, "registry-added", old_.registry, now_.registry);
            if (now_.registry.empty()) add(compatible, "registry-removed", old_.registry);
        }
        compare_lists(old_.unknowns, now_.unknowns,
                      {breaking, "unknown-removed", compatible, "unknown-added"}, place_, changes_);
        if (old_.inferred && !now_.inferred) add(breaking, "type-confirmed");
        if (!old_.inferred && now_.inferred) add(compatible, "type-inferred");
    }

    void compare_remarks() {
        if (old_.confidential != now_.confidential) add(note, "confidential");
        if (old_.characters.text != now_.characters.text)
            add(note, "characters", old_.characters.text, now_.characters.text);
        if (old_.standing != now_.standing) add(note, "standing");
        if (old_.number != now_.number) add(note, "number", old_.number, now_.number);
        if (old_.phase != now_.phase) add(note, "phase");
    }

    const syntax::Item& old_;
    const syntax::Item& now_;
    const std::string& place_;
    ModelChanges& changes_;
};

}  // namespace

bool is_wider_kind(const std::string& narrow, const std::string& wide) {
    if (narrow == wide || wide == "text") return true;
    return std::ranges::any_of(wider_kinds(), [&](const auto& pair) {
        return pair.first == narrow && is_wider_kind(pair.second, wide);
    });
}

bool accepts_header(const syntax::Item& item, std::string_view text) {
    const std::string key = header_key(text);
    const auto is = [&](const std::string& one) { return !one.empty() && header_key(one) == key; };
    if (is(item.name.text) || is(item.label.ja) || is(item.label.en)) return true;
    return std::ranges::any_of(item.aliases, [&](const syntax::Alias& alias) { return is(alias.text); });
}

void compare_lists(const std::vector<std::string>& old, const std::vector<std::string>& now,
                   const ListChange& what, const std::string& place, ModelChanges& changes) {
    for (const std::string& one : old) {
        if (std::ranges::find(now, one) == now.end())
            changes.add(what.impact_removed, what.removed, place, one);
    }
    for (const std::string& one : now) {
        if (std::ranges::find(old, one) == old.end())
            changes.add(what.impact_added, what.added, place, {}, one);
    }
}

void compare_items(const syntax::Item& old, const syntax::Item& now, const std::string& place,
                   ModelChanges& changes) {
    ItemComparison(old, now, place, changes).compare();
}

}  // namespace daicho
