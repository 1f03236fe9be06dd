#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>

namespace daicho {

/// The day it was in Japan (UTC+9, whatever the clock of this machine is set to) so many seconds after
/// 1970-01-01T00:00Z, as YYYY-MM-DD; "" outside the years 1970 to 9999.
inline std::string date_in_japan(std::int64_t seconds) {
    using namespace std::chrono;
    constexpr std::int64_t end = 253402300800;  // 10000-01-01T00:00Z
    if (seconds < 0 || seconds >= end - 9 * 3600) return {};
    const year_month_day day{floor<days>(sys_seconds{std::chrono::seconds{seconds}} + std::chrono::hours{9})};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return text;
}

}  // namespace daicho
