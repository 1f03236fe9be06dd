#include "models/engine/binding.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <unordered_set>

#include "grammars/text/edit_distance.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/rule_ids.hpp"
#include "models/engine/header.hpp"
#include "models/rules/rule.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

BoundBy bound_by(HeaderName::Kind kind) {
    constexpr BoundBy by[] = {BoundBy::label, BoundBy::english, BoundBy::alias, BoundBy::legacy,
                              BoundBy::typo};
    return by[static_cast<int>(kind)];
}

struct NamedSlot {
    std::size_t slot;
    BoundBy how;
};

/// Every folded header of the model with the slots that it can mean, surest first.
std::map<std::string, std::vector<NamedSlot>, std::less<>> names_of(const Model& model) {
    std::map<std::string, std::vector<NamedSlot>, std::less<>> names;
    for (std::size_t i = 0; i < model.slots.size(); ++i) {
        for (const auto& name : model.slots[i].names) {
            auto& meant = names[name.key];
            if (std::ranges::find(meant, i, &NamedSlot::slot) == meant.end())
                meant.push_back({i, bound_by(name.kind)});
        }
    }
    for (auto& [key, meant] : names) {
        const auto is_extension = [&](const NamedSlot& name) { return model.slots[name.slot].extension; };
        if (!std::ranges::all_of(meant, is_extension)) std::erase_if(meant, is_extension);
        std::ranges::stable_sort(meant, {}, &NamedSlot::how);
    }
    return names;
}

/// A finding about a header; `column` counts from 1, 0 is the header as a whole.
Finding header_finding(RuleId id, std::uint32_t column, std::string detail, const Model& model,
                       std::span<const std::string> headers, const Binding& binding) {
    const Rule* rule = find_rule(id.text);
    Finding finding;
    finding.rule = id;
    finding.severity = rule ? rule->severity : Severity::info;
    finding.blocks = rule ? rule->blocks : Level::none;
    finding.column = column;
    finding.detail = std::move(detail);
    if (column == 0) return finding;
    finding.header = headers[column - 1];
    finding.value = headers[column - 1];
    if (const auto slot = binding.columns[column - 1].slot) finding.item = model.slots[*slot].path;
    return finding;
}

class Binder {
 public:
    Binder(const Model& model, std::span<const std::string> headers, std::span<const ColumnEvidence> evidence)
        : model_(model), headers_(headers), evidence_(evidence), names_(names_of(model)) {
        binding_.columns.resize(headers.size());
        binding_.column_of_slot.resize(model.slots.size());
        keys_.reserve(headers.size());
        for (const std::string& header : headers) keys_.push_back(header_key(header));
    }

    /// Without what a reader should know about it.
    Binding match() {
        bind_columns();
        return std::move(binding_);
    }

    Binding bind() {
        bind_columns();
        for (std::uint32_t i = 0; i < headers_.size(); ++i) describe(i);
        // Without a header the file has been told to be empty, or to lack one.
        if (binding_.bound() == 0 && !headers_.empty()) add(rules::nothing_bound, 0, model_.name);
        return std::move(binding_);
    }

 private:
    void bind_columns() {
        for (std::uint32_t i = 0; i < headers_.size(); ++i) {
            const auto meant = names_.find(keys_[i]);
            if (meant != names_.end()) {
                named_.emplace_back(i, &meant->second);
            } else {
                name_by_imi(i);
            }
        }
        for (const BoundBy how :
             {BoundBy::label, BoundBy::english, BoundBy::alias, BoundBy::legacy, BoundBy::typo}) {
            bind_headers(how);
        }
        bind_repetitions();
        bind_contents();
    }

    /// 名称_表記, 名称_カナ表記, 地理座標_緯度: items as the vocabulary of IMI has them, which tables named
    /// their columns by before GIF.
    void name_by_imi(std::uint32_t column) {
        constexpr std::string_view text_of = "表記", position = "地理座標";
        std::string_view key = keys_[column];
        if (key.ends_with(text_of)) {
            key.remove_suffix(text_of.size());
        } else if (key.starts_with(position)) {
            key.remove_prefix(position.size());
        } else {
            return;
        }
        const auto meant = names_.find(key);
        if (meant == names_.end()) return;
        std::vector<NamedSlot>& others = imi_names_.emplace_back(meant->second);
        for (NamedSlot& name : others) name.how = BoundBy::alias;
        named_.emplace_back(column, &others);
    }

    /// One round a kind of name, so that a column named like the item always wins over one named alike.
    void bind_headers(BoundBy how) {
        for (const auto& [i, meant] : named_) {
            if (binding_.columns[i].slot) continue;
            for (const auto& [slot, by] : *meant) {
                if (by != how || binding_.column_of_slot[slot]) continue;
                take(i, slot, how);
                break;
            }
        }
    }

    /// `電話番号2`, `ID群[2].ID`, or the same header again: further values of an item that may have several.
    void bind_repetitions() {
        for (std::uint32_t i = 0; i < headers_.size(); ++i) {
            if (binding_.columns[i].slot) continue;
            const std::string& key = keys_[i];
            if (take_repetition(i, key, 0)) continue;
            if (take_list_value(i, key)) continue;
            for (const auto& [whole, number] : repeated_keys(key)) {
                if (take_repetition(i, whole, number)) break;
            }
        }
    }

    /// `設備情報[2]_決済種別[3]`: a value of a list within a class that repeats. Its number is the last thing
    /// in the header and does not count: the values of a list stand in the order of the columns.
    bool take_list_value(std::uint32_t column, const std::string& key) {
        for (const auto& [whole, number] : repeated_keys(key)) {
            if (key != whole + std::to_string(number)) continue;
            if (take_repetition(column, whole, 1, is_list_in_repetition)) return true;
            for (const auto& [outer, repetition] : repeated_keys(whole)) {
                if (take_repetition(column, outer, repetition, is_list_in_repetition)) return true;
            }
        }
        return false;
    }

    static bool is_list_in_repetition(const Slot& slot) { return !slot.separator.empty() && !slot.is_list(); }
    static bool repeats(const Slot& slot) { return slot.repeats; }

    bool take_repetition(std::uint32_t column, const std::string& key, std::uint32_t number,
                         bool (*takes)(const Slot&) = repeats) {
        const auto meant = names_.find(key);
        if (meant == names_.end()) return false;
        for (const auto& [slot, how] : meant->second) {
            if (!takes(model_.slots[slot])) continue;
            if (number == 0 && !binding_.column_of_slot[slot]) continue;
            binding_.columns[column].slot = slot;
            binding_.columns[column].how = how;
            binding_.columns[column].repetition = number == 0 ? next_repetition(slot, column) : number;
            if (!binding_.column_of_slot[slot]) binding_.column_of_slot[slot] = column;
            return true;
        }
        return false;
    }

    /// Asked for the columns from left to right.
    std::uint32_t next_repetition(std::size_t slot, std::uint32_t column) {
        Repetitions& seen = repetitions_[slot];
        for (; seen.up_to < column; ++seen.up_to) seen.number += binding_.columns[seen.up_to].slot == slot;
        return 1 + seen.number;
    }

    /// A column without a known header is an item only where both are the last of their kind.
    void bind_contents() {
        if (evidence_.empty()) return;
        std::map<const ValueType*, std::vector<std::uint32_t>> free_columns;
        for (std::uint32_t i = 0; i < headers_.size(); ++i) {
            const ValueType* kind = evidence_[i].kind;
            if (binding_.columns[i].slot || !kind) continue;
            binding_.columns[i].kind = kind;
            if (evidence_[i].by_header) continue;
            free_columns[kind].push_back(i);
        }
        for (const auto& [kind, columns] : free_columns) {
            if (columns.size() != 1) continue;
            if (const auto slot = only_free_slot(kind)) take(columns.front(), *slot, BoundBy::content);
        }
    }

    std::optional<std::size_t> only_free_slot(const ValueType* kind) const {
        std::optional<std::size_t> only;
        for (std::size_t s = 0; s < model_.slots.size(); ++s) {
            if (model_.slots[s].kind != kind) continue;
            if (only || binding_.column_of_slot[s]) return std::nullopt;
            only = s;
        }
        // An extension item of a nested class is too far away to be meant without its name.
        if (only && model_.slots[*only].nested && model_.slots[*only].extension) return std::nullopt;
        return only;
    }

    void take(std::uint32_t column, std::size_t slot, BoundBy how) {
        binding_.columns[column].slot = slot;
        binding_.columns[column].how = how;
        binding_.column_of_slot[slot] = column;
    }

    void describe(std::uint32_t column) {
        ColumnBinding& bound = binding_.columns[column];
        const bool again = !seen_headers_.insert(headers_[column]).second;
        if (bound.how == BoundBy::content) {
            add(rules::bound_by_content, column + 1, model_.slots[*bound.slot].label);
        }
        if (bound.slot || headers_[column].empty()) return;
        const std::string& key = keys_[column];
        if (const auto meant = names_.find(key); meant != names_.end()) {
            // The same header again was told when it was read (S104).
            if (again) return;
            add(rules::ambiguous_header, column + 1, model_.slots[meant->second.front().slot].label);
            return;
        }
        bound.suggestion = nearest_item(key);
        if (!bound.suggestion.empty()) {
            add(rules::misspelt_header, column + 1, bound.suggestion);
        } else {
            add(model_.closed ? rules::closed_model : rules::own_column, column + 1, {});
        }
    }

    /// The name of the free item nearest to a header: one character away, two where the header is long.
    std::string nearest_item(std::string_view key) {
        std::string best;
        std::size_t best_distance = 3;
        const std::size_t allowed = allowed_distance(key);
        if (allowed == 0) return best;
        if (near_names_.empty()) list_near_names();
        const std::uint64_t letters = letter_bits(key);
        for (const NearName& near : near_names_) {
            if (are_far(letters, near.letters, allowed)) continue;
            if (binding_.column_of_slot[near.slot]) continue;
            // The header of a class is no misspelt header of an item in it.
            if (model_.slots[near.slot].nested && near.key.starts_with(key)) continue;
            // A character has four bytes at most: most names are too long or too short to be near.
            const std::size_t longer = std::max(key.size(), near.key.size());
            if (longer - std::min(key.size(), near.key.size()) > 4 * allowed) continue;
            const std::size_t distance = edit_distance(key, near.key);
            if (distance > allowed || distance >= best_distance || ends_as_other_kind(key, near.key))
                continue;
            best_distance = distance;
            best = model_.slots[near.slot].long_label;
        }
        return best;
    }

    /// Whether two names end in words of different kinds: トイレ数 and トイレ有無 are two items.
    static bool ends_as_other_kind(std::string_view a, std::string_view b) {
        constexpr std::string_view kinds[] = {"数", "有無", "コード", "番号", "日", "時間"};
        const auto kind_of = [&](std::string_view name) {
            return std::find_if(std::begin(kinds), std::end(kinds),
                                [&](std::string_view kind) { return name.ends_with(kind); });
        };
        return kind_of(a) != kind_of(b) && kind_of(a) != std::end(kinds) && kind_of(b) != std::end(kinds);
    }

    void list_near_names() {
        for (std::size_t slot = 0; slot < model_.slots.size(); ++slot) {
            for (const auto& name : model_.slots[slot].names)
                near_names_.push_back({letter_bits(name.key), slot, name.key});
        }
    }

    /// Short headers differ in one character and mean different things (緯度, 経度).
    static std::size_t allowed_distance(std::string_view key) {
        const std::size_t length = count_code_points(key);
        return length >= 10 ? 2 : length >= 4 ? 1 : 0;
    }

    void add(RuleId id, std::uint32_t column, std::string detail) {
        binding_.findings.push_back(
            header_finding(id, column, std::move(detail), model_, headers_, binding_));
    }

    struct NearName {
        std::uint64_t letters;
        std::size_t slot;
        std::string_view key;
    };
    struct Repetitions {
        std::uint32_t up_to = 0;
        std::uint32_t number = 0;
    };

    const Model& model_;
    std::span<const std::string> headers_;
    std::span<const ColumnEvidence> evidence_;
    std::map<std::string, std::vector<NamedSlot>, std::less<>> names_;
    std::vector<std::string> keys_;                      ///< of the headers
    std::unordered_set<std::string_view> seen_headers_;  ///< of the columns that were described
    std::vector<std::pair<std::uint32_t, const std::vector<NamedSlot>*>>
        named_;                                       ///< columns with a name of items
    std::deque<std::vector<NamedSlot>> imi_names_;    ///< held for `named_`
    std::map<std::size_t, Repetitions> repetitions_;  ///< by slot
    std::vector<NearName> near_names_;
    Binding binding_;
};

}  // namespace

std::string_view to_string(BoundBy how) {
    constexpr std::string_view names[] = {"name",    "english",  "alias", "legacy", "typo",
                                          "content", "position", "map",   ""};
    return names[static_cast<int>(how)];
}

ColumnEvidence evidence_of(const ColumnKind& kind, bool filled) {
    return {kind.type, filled, kind.by_header};
}

std::size_t Binding::bound() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(columns, [](const auto& c) { return c.slot.has_value(); }));
}

Binding bind_columns(const Model& model, std::span<const std::string> headers,
                     std::span<const ColumnEvidence> evidence) {
    return Binder(model, headers, evidence).bind();
}

Binding match_columns(const Model& model, std::span<const std::string> headers,
                      std::span<const ColumnEvidence> evidence) {
    return Binder(model, headers, evidence).match();
}

namespace {

/// Read, or meant so: with a note beside it, lines in it, or something missing.
bool is_of_item(const Result<std::string>& read) {
    if (read) return true;
    const RuleId rule = read.refusal().rule;
    return is_flawed_value(rule) || rule == rules::text_left_over || rule == rules::lost_digit ||
           rule == rules::part_of_another_item || rule == rules::control_character;
}

}  // namespace

void compare_contents(const Model& model, std::span<const std::string> headers, const ColumnSamples& samples,
                      const Reading& reading, Binding& binding) {
    constexpr std::size_t enough = 3;
    bool several_records = false;
    for (std::size_t i = 0; i < samples.columns(); ++i) several_records |= samples.values(i).size() >= enough;
    for (std::uint32_t i = 0; i < binding.columns.size(); ++i) {
        const ColumnBinding& bound = binding.columns[i];
        const auto values = samples.values(i);
        if (!bound.slot || bound.how == BoundBy::content || values.empty() || !several_records) continue;
        const Slot& slot = model.slots[*bound.slot];
        const auto read = std::ranges::count_if(
            values, [&](const auto& value) { return is_of_item(slot.canonical(value, reading)); });
        if (static_cast<std::size_t>(read) * 10 >= values.size()) continue;
        const auto held = recognise_kind(values, {}, reading).type;
        if (values.size() < enough && held == nullptr) continue;  // 石川県 in each cell tells, 未定 does not
        binding.findings.push_back(header_finding(rules::other_content, i + 1,
                                                  held ? std::string(held->name_ja) : std::string(), model,
                                                  headers, binding));
    }
}

}  // namespace daicho
