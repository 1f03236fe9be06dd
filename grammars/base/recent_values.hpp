#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace daicho {

/// What was found for the last keys that were asked, in a bounded number of places: of keys that share a
/// place the later one stays. For one thread at a time.
template <class Value>
class RecentValues {
 public:
    explicit RecentValues(std::size_t places) : places_(places) {}

    /// Null where it is not known (any more); good until the next `keep`.
    const Value* find(std::string_view key) const {
        if (entries_.empty()) return nullptr;
        const Entry& entry = entries_[place_of(key)];
        return entry.value && entry.key == key ? &*entry.value : nullptr;
    }
    const Value& keep(std::string_view key, Value value) {
        if (entries_.empty()) entries_.resize(places_);
        Entry& entry = entries_[place_of(key)];
        entry.key = key;
        return entry.value.emplace(std::move(value));
    }

 private:
    struct Entry {
        std::string key;
        std::optional<Value> value;
    };

    std::size_t place_of(std::string_view key) const {
        return std::hash<std::string_view>{}(key) % entries_.size();
    }

    std::size_t places_;
    std::vector<Entry> entries_;
};

}  // namespace daicho
