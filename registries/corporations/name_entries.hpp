#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "registries/corporations/name_block.hpp"

namespace daicho {

/// Documents of one space that are to be sorted: 32 bytes each, and their texts.
class NameEntries {
 public:
    struct Entry {
        std::uint64_t head = 0;  ///< the first four characters: orders most of them
        std::uint32_t text = 0;
        std::uint16_t size = 0;
        PackedName packed;
    };

    /// Documents without a core, or with one that no block can have, are left out.
    void add(const NameDocument& document);
    void append(const NameEntries& more);
    void clear();
    /// Memory for as many is asked for once; it is used when it is filled.
    void reserve(std::size_t entries);

    /// By core, number, role and digest: the outcome does not depend on the order in which they came.
    void sort();

    std::size_t size() const { return entries_.size(); }
    const Entry& operator[](std::size_t place) const { return entries_[place]; }
    std::string_view core(const Entry& entry) const {
        return std::string_view(texts_).substr(entry.text, entry.size);
    }
    /// For each entry with its core, in order; texts lie anywhere and are asked for some entries ahead.
    template <class Visit>
    void each(std::size_t begin, std::size_t end, Visit&& visit) const {
        constexpr std::size_t ahead = 12;
        for (std::size_t i = begin; i < end; ++i) {
            if (i + ahead < entries_.size()) __builtin_prefetch(texts_.data() + entries_[i + ahead].text);
            visit(entries_[i], core(entries_[i]));
        }
    }

 private:
    std::vector<Entry> entries_;
    std::string texts_;
};

}  // namespace daicho
