#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace daicho {

/// Counters of the service: how many, how long, how large. Nothing of what was asked.
class Metrics {
 public:
    /// `routes`: their names, by number; one more is kept for paths that are none.
    explicit Metrics(std::vector<std::string> routes);

    void add(std::size_t route, unsigned status, std::chrono::nanoseconds time, std::size_t bytes);
    void add_swap() { ++swaps_; }
    void add_failed_swap() { ++failed_swaps_; }
    /// Lines of batches that were answered.
    void add_batch_lines(std::uint64_t count) { batch_lines_ += count; }

    // Told by the listener.
    std::atomic<std::int64_t> connections{0};
    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> turned_away{0};  ///< for a limit of connections or requests
    std::atomic<std::uint64_t> cut_off{0};      ///< for a deadline

    /// As Prometheus reads them (text format 0.0.4).
    void append_text(std::string& out) const;

 private:
    static constexpr std::array<double, 10> bounds{0.0001, 0.0005, 0.001, 0.0025, 0.005,
                                                   0.01,   0.05,   0.1,   0.5,    1.0};
    static constexpr std::size_t classes = 5;  ///< of statuses: 1xx … 5xx
    struct Counters {
        std::array<std::atomic<std::uint64_t>, classes> answers{};
        std::array<std::atomic<std::uint64_t>, bounds.size() + 1> within{};
        std::atomic<std::uint64_t> nanoseconds{0};
        std::atomic<std::uint64_t> bytes{0};
    };
    void append_requests(std::string& out) const;
    void append_times(std::string& out) const;

    std::vector<std::string> names_;
    std::vector<Counters> counters_;
    std::atomic<std::uint64_t> swaps_{0}, failed_swaps_{0}, batch_lines_{0};
};

}  // namespace daicho
