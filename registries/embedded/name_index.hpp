#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// Folded names, each of a numbered thing: found whole or by what they begin with. Filled, then settled, then
/// asked from any number of threads.
class NameIndex {
 public:
    struct Key {
        std::uint32_t begin = 0;
        std::uint16_t size = 0;
        std::uint16_t form = 0;   ///< what of the thing's name it spells: the caller's number
        std::uint32_t thing = 0;  ///< the caller's number
    };

    void add(std::u16string_view name, std::uint32_t thing, std::uint16_t form);
    void settle();

    /// The names that begin with `start`, in order: those that are no longer come first.
    std::span<const Key> beginning_with(std::u16string_view start) const;

 private:
    std::u16string_view name(const Key& key) const {
        return std::u16string_view(pool_).substr(key.begin, key.size);
    }

    std::u16string pool_;
    std::vector<Key> keys_;
};

}  // namespace daicho
