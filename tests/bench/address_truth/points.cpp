// The points of shelters, asked backwards: which town lies there? The town that the address of the shelter
// names, as far as it is sure, is held to be right; one of 13 rows, which are about 10,000.

#include <algorithm>
#include <cstdio>

#include "grammars/formats/gzip_source.hpp"
#include "grammars/formats/table_reader.hpp"
#include "registries/address/area_match.hpp"
#include "registries/lookup/lookup.hpp"
#include "tests/bench/address_truth/judge.hpp"
#include "tests/bench/address_truth/table_columns.hpp"

namespace daicho::truth {

namespace {

constexpr std::uint64_t one_of = 13;

std::string field(const LookupAnswer& answer, std::string_view key) {
    if (answer.matches.empty()) return {};
    for (const AnswerField& one : answer.matches.front().fields) {
        if (one.name.key != key) continue;
        if (const auto* text = std::get_if<std::string>(&one.value)) return *text;
        if (const auto* term = std::get_if<AnswerTerm>(&one.value)) return std::string(term->key);
    }
    return {};
}

/// The name down to the 大字・町.
std::string oaza_name(const AddressPlace& place) {
    std::string name;
    for (const auto part : {place.prefecture, place.county, place.city, place.ward, place.oaza_cho})
        name += part;
    return name;
}

bool same_oaza(const LookupAnswer& answer, const AddressPlace& place) {
    const std::string id = field(answer, "machiaza_id");
    const bool by_id = id.size() == 7 && !id.starts_with("0000") && place.machiaza_id.size() == 7;
    if (by_id && field(answer, "lg_code") == place.lg_code &&
        id.substr(0, 4) == place.machiaza_id.substr(0, 4))
        return true;
    return field(answer, "name").starts_with(oaza_name(place));
}

/// `sure`: whether the answer says that it is certain so far down.
void count(Scores& scores, std::string_view measure, bool right, bool sure, const std::string& basis,
           const Asked& asked, const LookupAnswer& answer) {
    const Outcome outcome = right ? Outcome::right : sure ? Outcome::wrong : Outcome::doubted;
    scores.count(measure, outcome, basis + (sure ? ", certain" : ", not certain"), asked.text,
                 field(answer, "name"));
}

void judge_point(const Bench& bench, const Asked& asked, const std::string& point, std::string_view area,
                 Scores& scores) {
    const AddressAnswer known = bench.matcher.match(asked.text);
    const bool usable = is_sure(known) && known.place.level >= MatchLevel::town &&
                        !known.place.oaza_cho.empty() &&
                        bench.facts.same_municipality(asked.municipality, known.place.lg_code);
    if (!usable)
        return scores.count("municipality", Outcome::unchecked, "the address is not sure", asked.text, "");
    static const LookupKind& near = *find_lookup_kind("near");
    const LookupAnswer answer = look_up(
        near, point, {.registry = &bench.facts.registry(), .addresses = &bench.matcher, .area = area});
    const std::string name(area.empty() ? "" : ", municipality known");
    if (answer.matches.empty()) {
        return scores.count("municipality" + name, Outcome::missing, "no town within reach", asked.text, "");
    }
    const std::string basis = field(answer, "basis"), certain = field(answer, "certain");
    const bool right = bench.facts.same_municipality(known.place.lg_code, field(answer, "lg_code"));
    count(scores, "municipality" + name, right, certain != "none", basis, asked, answer);
    const bool oaza = certain == "oaza-cho" || certain == "town";
    count(scores, "oaza" + name, same_oaza(answer, known.place), oaza, basis, asked, answer);
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
            if (row++ % (one_of * bench.every) != 0) continue;
            const Asked asked{std::string(batch.cell(i, address)), std::string(batch.cell(i, code)), {}, {}};
            const std::string point =
                std::string(batch.cell(i, latitude)) + " " + std::string(batch.cell(i, longitude));
            judge_point(bench, asked, point, {}, scores);
            judge_point(bench, asked, point, asked.municipality, scores);
        }
    }
}

}  // namespace

void measure_points(const Bench& bench, Scores& scores) {
    measure_file(bench, "shelters_emergency.csv.gz", scores);
    measure_file(bench, "shelters_evacuation.csv.gz", scores);
}

}  // namespace daicho::truth
