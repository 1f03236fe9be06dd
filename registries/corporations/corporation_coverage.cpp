#include "registries/corporations/corporation_coverage.hpp"

#include <algorithm>

namespace daicho {

namespace {

constexpr std::uint32_t municipalities_of_prefecture = 1000;

}  // namespace

CorporationCoverage CorporationCoverage::all_of_japan() {
    CorporationCoverage coverage;
    for (unsigned prefecture = 1; prefecture <= prefectures; ++prefecture) coverage.add(prefecture);
    return coverage;
}

void CorporationCoverage::add(unsigned prefecture) {
    if (prefecture >= 1 && prefecture <= prefectures) prefectures_.set(prefecture);
}

bool CorporationCoverage::has(std::uint32_t place) const {
    const std::uint32_t prefecture = place / municipalities_of_prefecture;
    return prefecture <= prefectures && prefectures_.test(prefecture);
}

bool CorporationCoverage::has_all_of(std::span<const std::uint32_t> places) const {
    return std::ranges::all_of(places, [&](std::uint32_t place) { return has(place); });
}

CorporationCoverage read_corporation_coverage(const Database& database) {
    CorporationCoverage coverage;
    Statement rows = database.prepare("select value from coverage where \"table\" = 'corporation'");
    while (rows.step()) {
        if (rows.text(0).empty()) {
            coverage.add_abroad();
        } else {
            coverage.add(static_cast<unsigned>(rows.integer(0)));
        }
    }
    return coverage;
}

}  // namespace daicho
