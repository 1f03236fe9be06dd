// Corporations of Japan: the tax agency writes the municipality, its code and the postal code beside each
// address.

#include "tests/bench/address_truth/judge.hpp"

namespace daicho::truth {

void measure_corporations(const Bench& bench, Scores& scores) {
    Statement rows = bench.facts.registry().database().prepare(
        "select prefectureName, cityName, streetNumber, prefectureCode || cityCode, coalesce(postCode, '') "
        "from corporation where length(prefectureCode || cityCode) = 5 and prefectureCode < '48'");
    std::uint64_t row = 0;
    while (rows.step()) {
        if (row++ % bench.every != 0) continue;
        const std::string prefecture(rows.text(0)), city(rows.text(1)), street(rows.text(2));
        judge(bench,
              {prefecture + city + street, std::string(rows.text(3)), street, std::string(rows.text(4))},
              scores);
    }
}

}  // namespace daicho::truth
