#include "registries/fetch/fetch_clock.hpp"

#include <chrono>
#include <cstdio>
#include <thread>

namespace daicho {

namespace {

class SystemClock final : public FetchClock {
 public:
    std::int64_t now() override {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        return std::chrono::duration_cast<std::chrono::seconds>(since).count();
    }
    void sleep(std::uint64_t seconds) override { std::this_thread::sleep_for(std::chrono::seconds{seconds}); }
};

}  // namespace

std::unique_ptr<FetchClock> make_system_clock() {
    return std::make_unique<SystemClock>();
}

std::string utc_text(std::int64_t seconds) {
    const std::chrono::sys_seconds time{std::chrono::seconds{seconds}};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    return text;
}

}  // namespace daicho
