#include "registries/builder/outline_text.hpp"

#include <charconv>
#include <cmath>
#include <optional>
#include <system_error>

namespace daicho {

namespace {

std::optional<double> take_degrees(std::string_view& text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == ',')) text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || !(std::abs(value) <= 180)) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

/// Takes one ring without its brackets, whose last corner is its first. Empty where it is none.
Ring read_ring(std::string_view text) {
    Ring ring;
    while (!text.empty()) {
        const auto x = take_degrees(text), y = take_degrees(text);
        if (!x || !y) return {};
        ring.push_back({*x, *y});
    }
    while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    return ring.size() < 3 ? Ring() : ring;
}

}  // namespace

std::vector<Ring> read_outline(std::string_view well_known_text) {
    std::vector<Ring> rings;
    while (true) {
        const auto end = well_known_text.find(')');
        if (end == well_known_text.npos) return rings;
        const auto text = well_known_text.substr(0, end);
        const auto begin = text.rfind('(');
        if (begin != text.npos) {
            if (Ring ring = read_ring(text.substr(begin + 1)); !ring.empty())
                rings.push_back(std::move(ring));
        }
        well_known_text.remove_prefix(end + 1);
    }
}

}  // namespace daicho
