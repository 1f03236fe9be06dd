#include "registries/corporations/prefecture_counts.hpp"

#include <algorithm>
#include <charconv>

namespace daicho {

namespace {

// Publications that were handed on have lost a line here and there.
constexpr std::uint64_t lost_of_hundred = 1;

}  // namespace

bool PrefectureCounts::Count::is_complete() const {
    return last > 0 && rows * 100 >= last * (100 - lost_of_hundred);
}

void PrefectureCounts::add(std::string_view prefecture, std::string_view running_number) {
    auto found = counts_.find(prefecture);
    if (found == counts_.end()) found = counts_.try_emplace(std::string(prefecture)).first;
    std::uint64_t number = 0;
    std::from_chars(running_number.data(), running_number.data() + running_number.size(), number);
    ++found->second.rows;
    found->second.last = std::max(found->second.last, number);
}

void PrefectureCounts::merge(const PrefectureCounts& other) {
    for (const auto& [prefecture, count] : other.counts_) {
        Count& mine = counts_[prefecture];
        mine.rows += count.rows;
        mine.last = std::max(mine.last, count.last);
    }
}

std::vector<std::string> PrefectureCounts::complete() const {
    Count all;
    for (const auto& [prefecture, count] : counts_) {
        all.rows += count.rows;
        all.last = std::max(all.last, count.last);
    }
    // One row of numbers through all prefectures; where each has its own, there are more rows than numbers.
    const bool whole = all.is_complete() && all.rows <= all.last;
    std::vector<std::string> names;
    for (const auto& [prefecture, count] : counts_)
        if (whole || count.is_complete()) names.push_back(prefecture);
    return names;
}

}  // namespace daicho
