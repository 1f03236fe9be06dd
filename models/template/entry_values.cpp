#include "models/template/entry_values.hpp"

#include <algorithm>
#include <string_view>

#include "grammars/base/short_decimal.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/tsv.hpp"

namespace daicho {

namespace {

struct EntryValue {
    const ValueType* kind = nullptr;
    bool code = false;  ///< of a code; else, where `kind` is null, of a text with a pattern of its own
    std::vector<std::string> words;
    std::string example;
    std::vector<std::string> choices;
    std::string formula;
};

std::vector<std::string> texts_of(const std::string& cell) {
    std::vector<std::string> texts;
    for (const std::string_view part : split_list(cell)) texts.emplace_back(part);
    return texts;
}

std::vector<EntryValue> read_entry_values() {
    std::vector<EntryValue> values;
    for (const EmbeddedFile& file : embedded_models()) {
        if (file.path != "models/template/entry_values.tsv") continue;
        const TsvTable table{file.text};
        for (const TsvRow& row : table) {
            values.push_back({find_value_type(row.get("kind")), row.get("kind") == "code",
                              texts_of(row.get("words")), row.get("example"), texts_of(row.get("choices")),
                              row.get("formula")});
        }
    }
    return values;
}

const std::vector<EntryValue>& entry_values() {
    static const std::vector<EntryValue> values = read_entry_values();
    return values;
}

bool speaks_of(const EntryValue& value, const Slot& slot) {
    const auto names = [&](const std::string& word) {
        if (word.starts_with('=')) return slot.label == std::string_view(word).substr(1);
        return !word.empty() && (slot.label.find(word) != slot.label.npos || slot.path.ends_with(word));
    };
    return value.words.empty() || std::ranges::any_of(value.words, names);
}

std::string example_of(const EntryValue& value, const Slot& slot) {
    std::string example = value.example;
    if (const auto at = example.find("{}"); at != example.npos) example.replace(at, 2, slot.label);
    return example;
}

std::string example_code(const Slot& slot) {
    for (const EntryValue& value : entry_values()) {
        const bool fits = value.code && speaks_of(value, slot);
        if (fits && slot.is_canonical(value.example, {})) return value.example;
    }
    if (slot.codes->size() == 0) return slot.codes->closed() ? "" : "1";
    return std::string(slot.form == syntax::CodeForm::label ? slot.codes->label(0) : slot.codes->code(0));
}

}  // namespace

std::string example_value(const Slot& slot) {
    if (slot.codes != nullptr) return example_code(slot);
    if (slot.kind->confidential) return {};
    const Reading reading;
    for (const EntryValue& value : entry_values()) {
        const bool fits = !value.code && value.kind == (slot.pattern ? nullptr : slot.kind);
        if (!fits || !speaks_of(value, slot)) continue;
        std::string example = example_of(value, slot);
        if (example.empty() || slot.is_canonical(example, reading)) return example;
    }
    return {};
}

std::vector<std::string> kind_choices(const Slot& slot) {
    if (slot.kind == nullptr || !slot.separator.empty()) return {};
    for (const EntryValue& value : entry_values()) {
        if (value.kind == slot.kind && !value.choices.empty()) return value.choices;
    }
    return {};
}

std::string cell_condition(const Slot& slot) {
    if (slot.kind == nullptr || !slot.separator.empty() || !slot.unknowns.empty()) return {};
    std::string formula;
    for (const EntryValue& value : entry_values()) {
        if (formula.empty() && value.kind == slot.kind) formula = value.formula;
    }
    const auto add = [&](const std::optional<double>& limit, std::string_view sign) {
        if (!limit || formula.empty()) return;
        formula = "AND(" + formula + ",{}*1" + std::string(sign) + short_decimal(*limit, 6) + ")";
    };
    add(slot.minimum, ">=");
    add(slot.maximum, "<=");
    return formula;
}

}  // namespace daicho
