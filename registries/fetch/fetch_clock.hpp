#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace daicho {

/// The time, and waiting.
class FetchClock {
 public:
    virtual ~FetchClock() = default;
    /// Seconds since 1970-01-01T00:00:00Z.
    virtual std::int64_t now() = 0;
    virtual void sleep(std::uint64_t seconds) = 0;
};

std::unique_ptr<FetchClock> make_system_clock();

/// "2026-11-21T09:30:00Z"
std::string utc_text(std::int64_t seconds);

}  // namespace daicho
