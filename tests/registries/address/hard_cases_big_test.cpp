// The inputs of hard_cases.tsv, asked of the towns of the whole country.

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "grammars/formats/table_reader.hpp"
#include "registries/address/address_matcher.hpp"
#include "tests/support/nationwide_index.hpp"

using namespace daicho;

namespace {

struct HardCase {
    std::string why, input, level, place, category, building;
};

std::vector<HardCase> hard_cases() {
    const auto table =
        open_table(std::string(DAICHO_SOURCE_DIR) + "/tests/registries/address/hard_cases.tsv", {});
    std::vector<HardCase> cases;
    Batch batch;
    while (table->next(batch)) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const auto cell = [&](std::size_t column) { return std::string(batch.cell(i, column)); };
            cases.push_back({cell(0), cell(1), cell(2), cell(3), cell(4), cell(5)});
        }
    }
    return cases;
}

std::vector<std::string> split(const std::string& text, char by) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t at; (at = text.find(by, begin)) != std::string::npos; begin = at + 1) {
        parts.push_back(text.substr(begin, at - begin));
    }
    parts.push_back(text.substr(begin));
    return parts;
}

std::string ids(const AddressPlace& place) {
    std::string out = std::string(place.lg_code) + "/" + std::string(place.machiaza_id);
    if (place.level == MatchLevel::parcel) out += "/" + place.parcel_id;
    if (place.level == MatchLevel::residence) {
        out += "/" + place.block_id + "/" + place.residence_id + "/" + place.residence2_id;
    }
    return place.level == MatchLevel::none ? "" : out;
}

/// The place that `wanted` names is the answer or one of its ties.
bool answered(const AddressAnswer& answer, const std::string& wanted) {
    if (ids(answer.place) == wanted) return true;
    for (const AddressAlternative& alternative : answer.alternatives) {
        if (alternative.equal && ids(alternative.place) == wanted) return true;
    }
    return false;
}

bool has_place(const AddressAnswer& answer, const std::string& wanted) {
    if (wanted.find('&') != std::string::npos) {
        for (const std::string& place : split(wanted, '&')) {
            if (!answered(answer, place)) return false;
        }
        return true;
    }
    for (const std::string& place : split(wanted, '|')) {
        if (ids(answer.place) == place) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("what other programs got wrong is answered rightly") {
    const AddressIndex index = nationwide_index();
    const AddressMatcher matcher(index);
    const auto cases = hard_cases();
    REQUIRE(cases.size() > 80);
    for (const HardCase& hard : cases) {
        const AddressAnswer answer = matcher.match(hard.input);
        INFO(hard.why << ": " << hard.input << " -> " << to_string(answer.place.level) << " "
                      << ids(answer.place) << " " << to_string(answer.category) << " "
                      << to_string(answer.reason));
        CHECK(to_string(answer.place.level) == hard.level);
        CHECK(has_place(answer, hard.place));
        CHECK(hard.category.find(to_string(answer.category)) != std::string::npos);
        if (!hard.building.empty()) {
            CHECK(slice(hard.input, answer.spans.building).find(hard.building) != std::string_view::npos);
        }
    }
}

TEST_CASE("every span of an answer lies in the text, whatever the text is") {
    const AddressIndex index = nationwide_index();
    const AddressMatcher matcher(index);
    for (const HardCase& hard : hard_cases()) {
        for (std::size_t size = 0; size <= hard.input.size(); ++size) {
            const std::string text = hard.input.substr(0, size);  // letters cut in the middle, too
            const AddressAnswer answer = matcher.match(text);
            const AddressSpans& spans = answer.spans;
            for (const Span& span : {spans.postal_code, spans.prefecture_and_city, spans.street, spans.town,
                                     spans.numbers, spans.building, spans.rest}) {
                CHECK((span.begin <= span.end && span.end <= text.size()));
            }
            for (const AddressChange& change : answer.changes) CHECK(change.span.end <= text.size());
        }
    }
}
