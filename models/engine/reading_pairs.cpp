#include "models/engine/reading_pairs.hpp"

#include <array>
#include <map>
#include <utility>

#include "models/engine/header.hpp"

namespace daicho {

namespace {

/// The items of a class by their folded headers, and by their English names.
class ItemsByName {
 public:
    explicit ItemsByName(const Model& model) : model_(model) {
        for (std::size_t slot = 0; slot < model.slots.size(); ++slot) {
            const Slot& one = model.slots[slot];
            items_.emplace(std::pair(owner_of(one), header_key(one.label)), slot);
        }
    }

    std::optional<std::size_t> text_read_by(const Slot& reading) const {
        constexpr std::string_view english = "Kana";
        const std::string_view path = reading.path;
        if (path.ends_with(english)) {
            const auto named = model_.find_slot(path.substr(0, path.size() - english.size()));
            if (named) return named;
        }
        constexpr std::array<std::string_view, 5> words = {"カナ表記", "カナ", "かな", "フリガナ",
                                                           "ふりがな"};
        const std::string key = header_key(reading.label);
        for (const std::string_view word : words) {
            if (!key.ends_with(word)) continue;
            const auto found =
                items_.find(std::pair(owner_of(reading), key.substr(0, key.size() - word.size())));
            if (found != items_.end()) return found->second;
        }
        return std::nullopt;
    }

 private:
    /// The path of the class that an item is of.
    static std::string owner_of(const Slot& slot) {
        const std::size_t dot = slot.path.rfind('.');
        return dot == slot.path.npos ? std::string() : slot.path.substr(0, dot);
    }

    const Model& model_;
    std::map<std::pair<std::string, std::string>, std::size_t> items_;
};

}  // namespace

std::vector<ReadingPair> reading_pairs(const Model& model) {
    const ItemsByName items(model);
    std::vector<ReadingPair> pairs;
    for (std::size_t slot = 0; slot < model.slots.size(); ++slot) {
        if (!model.slots[slot].kind) continue;  // one of codes
        const auto text = items.text_read_by(model.slots[slot]);
        if (text && *text != slot) pairs.push_back({*text, slot});
    }
    return pairs;
}

std::optional<std::string> value_of_reading(const Slot& item, std::string_view written,
                                            const Reading& reading) {
    static const ValueType* const kana = find_value_type("kana_title");
    const Result<std::string> letters = kana->canonical(written, reading);
    if (!letters) return std::nullopt;
    Result<std::string> value = item.canonical(letters.value(), reading);
    return value ? std::optional(value.take()) : std::nullopt;
}

}  // namespace daicho
