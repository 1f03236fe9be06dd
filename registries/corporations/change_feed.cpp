#include "registries/corporations/change_feed.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string_view>

#include "registries/store/registry.hpp"

namespace daicho {

namespace {

constexpr unsigned bits_of_number = 44;  // 10^13 < 2^44
constexpr std::uint64_t number_mask = (std::uint64_t{1} << bits_of_number) - 1;

/// Days since 1970 of YYYY-MM-DD; 0 where it is none.
std::uint64_t days_of(std::string_view day) {
    using namespace std::chrono;
    if (day.size() != 10) return 0;
    const auto part = [&](std::size_t at, std::size_t size) {
        int value = 0;
        for (const char c : day.substr(at, size)) value = value * 10 + (c - '0');
        return value;
    };
    const year_month_day date{year{part(0, 4)}, month{static_cast<unsigned>(part(5, 2))},
                              std::chrono::day{static_cast<unsigned>(part(8, 2))}};
    if (!date.ok() || date.year() < year{1970}) return 0;
    return static_cast<std::uint64_t>(sys_days{date}.time_since_epoch().count());
}

std::string text_of_days(std::uint64_t days) {
    using namespace std::chrono;
    const year_month_day date{sys_days{std::chrono::days{static_cast<std::int64_t>(days)}}};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

void add_entries(const Registry& registry, const char* table, std::vector<std::uint64_t>& entries) {
    if (!registry.has(table)) return;
    Statement rows = registry.database().prepare(std::string("select corporateNumber, updateDate from ") +
                                                 table + " where updateDate is not null");
    while (rows.step()) {
        const auto number = static_cast<std::uint64_t>(rows.integer(0));
        entries.push_back(days_of(rows.text(1)) << bits_of_number | (number & number_mask));
    }
}

}  // namespace

ChangeFeed::ChangeFeed(const Registry& registry) {
    add_entries(registry, "corporation", entries_);
    add_entries(registry, "corporation_history", entries_);
    std::sort(entries_.begin(), entries_.end());
    entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
    entries_.shrink_to_fit();
}

ChangeFeed::Entry ChangeFeed::entry(std::size_t sequence) const {
    const std::uint64_t entry = entries_[sequence - 1];
    return {text_of_days(entry >> bits_of_number), static_cast<std::int64_t>(entry & number_mask)};
}

}  // namespace daicho
