#include "tools/server/metrics.hpp"

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace daicho {

namespace {

std::string short_number(double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.9g", value);
    return text;
}

void append_metric(std::string& out, std::string_view name, std::string_view type, std::string_view help,
                   std::string_view value) {
    out.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ").append(name);
    out.append(" ").append(type).append("\n").append(name).append(" ").append(value).append("\n");
}

}  // namespace

Metrics::Metrics(std::vector<std::string> routes) : names_(std::move(routes)), counters_(names_.size() + 1) {
    names_.emplace_back("(none)");
}

void Metrics::add(std::size_t route, unsigned status, std::chrono::nanoseconds time, std::size_t bytes) {
    Counters& counters = counters_[std::min(route, counters_.size() - 1)];
    constexpr auto relaxed = std::memory_order_relaxed;
    counters.answers[std::clamp(status / 100, 1u, unsigned{classes}) - 1].fetch_add(1, relaxed);
    const double seconds = std::chrono::duration<double>(time).count();
    const auto within = std::lower_bound(bounds.begin(), bounds.end(), seconds) - bounds.begin();
    counters.within[static_cast<std::size_t>(within)].fetch_add(1, relaxed);
    counters.nanoseconds.fetch_add(static_cast<std::uint64_t>(time.count()), relaxed);
    counters.bytes.fetch_add(bytes, relaxed);
}

void Metrics::append_requests(std::string& out) const {
    out += "# HELP daicho_requests_total Answered requests.\n# TYPE daicho_requests_total counter\n";
    for (std::size_t i = 0; i < names_.size(); ++i) {
        for (std::size_t c = 0; c < classes; ++c) {
            const std::uint64_t count = counters_[i].answers[c];
            if (count == 0) continue;
            out += "daicho_requests_total{route=\"" + names_[i] + "\",status=\"" + std::to_string(c + 1) +
                   "xx\"} " + std::to_string(count) + "\n";
        }
    }
    out +=
        "# HELP daicho_response_bytes_total Bytes of answers.\n# TYPE daicho_response_bytes_total counter\n";
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const std::uint64_t bytes = counters_[i].bytes;
        if (bytes == 0) continue;
        out += "daicho_response_bytes_total{route=\"" + names_[i] + "\"} " + std::to_string(bytes) + "\n";
    }
}

void Metrics::append_times(std::string& out) const {
    out += "# HELP daicho_request_seconds Time to make an answer.\n# TYPE daicho_request_seconds histogram\n";
    for (std::size_t i = 0; i < names_.size(); ++i) {
        std::uint64_t sum = 0;
        std::string lines;
        const std::string label = "{route=\"" + names_[i] + "\"";
        for (std::size_t b = 0; b <= bounds.size(); ++b) {
            sum += counters_[i].within[b];
            const std::string bound = b < bounds.size() ? short_number(bounds[b]) : "+Inf";
            lines += "daicho_request_seconds_bucket" + label + ",le=\"" + bound + "\"} " +
                     std::to_string(sum) + "\n";
        }
        if (sum == 0) continue;
        out += lines;
        const double seconds = static_cast<double>(counters_[i].nanoseconds.load()) / 1e9;
        out += "daicho_request_seconds_sum" + label + "} " + short_number(seconds) + "\n";
        out += "daicho_request_seconds_count" + label + "} " + std::to_string(sum) + "\n";
    }
}

void Metrics::append_text(std::string& out) const {
    append_requests(out);
    append_times(out);
    append_metric(out, "daicho_connections", "gauge", "Open connections.", std::to_string(connections));
    append_metric(out, "daicho_connections_total", "counter", "Accepted connections.",
                  std::to_string(accepted));
    append_metric(out, "daicho_turned_away_total", "counter", "Connections and requests refused for a limit.",
                  std::to_string(turned_away));
    append_metric(out, "daicho_cut_off_total", "counter", "Connections closed at a deadline.",
                  std::to_string(cut_off));
    append_metric(out, "daicho_batch_lines_total", "counter", "Answered lines of batches.",
                  std::to_string(batch_lines_));
    append_metric(out, "daicho_registry_swaps_total", "counter", "Registries taken up while serving.",
                  std::to_string(swaps_));
    append_metric(out, "daicho_registry_swap_failures_total", "counter",
                  "Registries that could not be taken up.", std::to_string(failed_swaps_));
}

}  // namespace daicho
