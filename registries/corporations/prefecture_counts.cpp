#include "registries/corporations/prefecture_counts.hpp"

#include <algorithm>

#include "registries/corporations/corporation_rows.hpp"
#include "registries/embedded/municipality_table.hpp"

namespace daicho {

namespace {

// Publications that were handed on have lost a line here and there.
constexpr std::uint64_t lost_of_hundred = 1;
// Municipalities were founded and renamed since, and 北海道 has six villages without a number.
constexpr std::size_t lacking_of_hundred = 10;
constexpr std::uint64_t check_digit_place = 1'000'000'000'000;
constexpr std::uint64_t local_bodies = 20;  // the digits 2 to 7 of their numbers
constexpr std::uint64_t code_place = 1'000'000;
constexpr std::uint64_t least_of_a_digit = 40;  // fewer rows do not tell how frequent a digit is

/// Prefectures and municipalities that exist, the wards of cities not; by the two digits of the prefecture.
std::vector<std::uint32_t> bodies_of(std::string_view prefecture) {
    std::vector<std::uint32_t> codes;
    for (const Municipality& each : municipalities()) {
        if (each.ended.empty() && each.ward.empty() && each.lg_code.substr(0, 2) == prefecture)
            codes.push_back(static_cast<std::uint32_t>(corporation_number(each.lg_code)));
    }
    return codes;
}

}  // namespace

void PrefectureCounts::Count::merge(const Count& other) {
    rows += other.rows;
    last = std::max(last, other.last);
    for (std::size_t digit = 0; digit < check_digits.size(); ++digit)
        check_digits[digit] += other.check_digits[digit];
    local_bodies.insert(local_bodies.end(), other.local_bodies.begin(), other.local_bodies.end());
}

bool PrefectureCounts::Count::is_unbroken() const {
    return last > 0 && rows * 100 >= last * (100 - lost_of_hundred);
}

/// None is rarer than chance makes it: by five times the square root of the mean.
bool PrefectureCounts::Count::has_every_check_digit() const {
    const std::uint64_t mean = rows / 9;
    if (mean < least_of_a_digit) return false;
    return std::all_of(check_digits.begin() + 1, check_digits.end(), [&](std::uint64_t count) {
        return count >= mean || (mean - count) * (mean - count) <= 25 * mean;
    });
}

bool PrefectureCounts::Count::has_local_bodies(std::string_view prefecture) const {
    const std::vector<std::uint32_t> expected = bodies_of(prefecture);
    const auto lacking = static_cast<std::size_t>(std::ranges::count_if(expected, [&](std::uint32_t code) {
        return std::ranges::find(local_bodies, code) == local_bodies.end();
    }));
    return !expected.empty() && lacking * 100 <= expected.size() * lacking_of_hundred;
}

bool PrefectureCounts::Count::is_shown(std::string_view prefecture) const {
    return has_every_check_digit() && (prefecture.empty() || has_local_bodies(prefecture));
}

void PrefectureCounts::add(std::string_view prefecture, std::string_view running_number,
                           std::uint64_t number) {
    auto found = counts_.find(prefecture);
    if (found == counts_.end()) found = counts_.try_emplace(std::string(prefecture)).first;
    Count& count = found->second;
    ++count.rows;
    count.last = std::max(count.last, corporation_number(running_number));
    ++count.check_digits[number / check_digit_place % 10];
    if (number % check_digit_place / code_place == local_bodies)
        count.local_bodies.push_back(static_cast<std::uint32_t>(number % code_place));
}

void PrefectureCounts::merge(const PrefectureCounts& other) {
    for (const auto& [prefecture, count] : other.counts_) counts_[prefecture].merge(count);
}

std::vector<std::string> PrefectureCounts::complete() const {
    std::vector<std::string> names = unbroken();
    std::erase_if(names, [&](const std::string& name) { return !counts_.find(name)->second.is_shown(name); });
    return names;
}

std::vector<std::string> PrefectureCounts::unbroken() const {
    Count all;
    for (const auto& [prefecture, count] : counts_) all.merge(count);
    // One row of numbers through all prefectures; where each has its own, there are more rows than numbers.
    const bool whole = all.is_unbroken() && all.rows <= all.last;
    std::vector<std::string> names;
    for (const auto& [prefecture, count] : counts_) {
        // Of a file of corporations abroad the offices in a prefecture are not the prefecture.
        const bool alone = counts_.size() == 1;
        if (alone || !whole ? count.is_unbroken() : count.is_shown(prefecture)) names.push_back(prefecture);
    }
    return names;
}

}  // namespace daicho
