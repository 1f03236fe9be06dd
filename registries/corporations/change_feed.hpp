#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace daicho {

class Registry;

/// What the register of corporations published, in the order of its days and, of a day, of the numbers: each
/// (day, number) is one entry, and its place, from 1, is its sequence number. What is published later comes
/// behind; entries keep their places as long as nothing is published for a day that has passed.
class ChangeFeed {
 public:
    ChangeFeed() = default;
    /// Reads both tables once. 8 bytes an entry.
    explicit ChangeFeed(const Registry& registry);

    struct Entry {
        std::string day;          ///< YYYY-MM-DD, 更新年月日
        std::int64_t number = 0;  ///< 法人番号
    };

    std::size_t size() const { return entries_.size(); }
    /// The entry of that sequence number, from 1 to `size()`.
    Entry entry(std::size_t sequence) const;

 private:
    std::vector<std::uint64_t> entries_;  ///< days since 1970, then the number
};

}  // namespace daicho
