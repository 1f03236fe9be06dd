// Shelters, as the municipalities wrote their addresses, with the code and the point of each.

#include <cstdio>

#include "grammars/base/parse_number.hpp"
#include "grammars/formats/gzip_source.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/values/earth_distance.hpp"
#include "tests/bench/address_truth/judge.hpp"
#include "tests/bench/address_truth/table_columns.hpp"

namespace daicho::truth {

namespace {

constexpr double near_enough = 5'000;

std::string how_far(double metres) {
    return metres < 10'000    ? "5 to 10 km"
           : metres < 30'000  ? "10 to 30 km"
           : metres < 100'000 ? "30 to 100 km"
                              : "farther than 100 km";
}

void judge_point(const Bench& bench, const Asked& asked, const AddressAnswer& answer, double latitude,
                 double longitude, Scores& scores) {
    const AddressPoint& point = answer.place.point;
    const std::string& text = asked.text;
    if (answer.place.level < MatchLevel::town) return;
    if (point.level < MatchLevel::town) {
        return scores.count("point", Outcome::unchecked, "the town has no point", text, told(answer));
    }
    const double metres = metres_between(latitude, longitude, point.latitude, point.longitude);
    if (metres <= near_enough) return scores.count("point", Outcome::right, "", text, "");
    char far[32];
    std::snprintf(far, sizeof far, "  %.1f km", metres / 1000);
    std::string known = names_town(bench, asked, answer) ? ", of the town that is written"
                                                         : ", of a town that is not written";
    if (answer.place.suspicious_point) known += ", and the answer warns of it";
    const bool unsure = answer.category == AddressCategory::unsure;
    scores.count("point", unsure ? Outcome::doubted : Outcome::wrong, how_far(metres) + known, text,
                 told(answer) + far);
}

void measure_file(const Bench& bench, const std::string& name, Scores& scores) {
    InputFile file(bench.data + "/address/shelters-gsi/" + name);
    const auto table = open_table(std::make_unique<GzipSource>(file, name), {});
    const TableColumns columns(table->header());
    const std::size_t code = columns.at("団体コード"), address = columns.at("住所");
    const std::size_t latitude = columns.at("緯度"), longitude = columns.at("経度");
    Batch batch;
    std::uint64_t row = 0;
    while (table->next(batch)) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (row++ % bench.every != 0) continue;
            const Asked asked{std::string(batch.cell(i, address)), std::string(batch.cell(i, code)), {}, {}};
            const AddressAnswer answer = bench.matcher.match(asked.text);
            if (!judge_municipality(bench, asked, answer, scores)) continue;
            judge_town(bench, asked, answer, scores);
            const auto y = parse_number(batch.cell(i, latitude)), x = parse_number(batch.cell(i, longitude));
            if (y && x) judge_point(bench, asked, answer, *y, *x, scores);
        }
    }
}

}  // namespace

void measure_shelters(const Bench& bench, Scores& scores) {
    measure_file(bench, "shelters_emergency.csv.gz", scores);
    measure_file(bench, "shelters_evacuation.csv.gz", scores);
}

}  // namespace daicho::truth
