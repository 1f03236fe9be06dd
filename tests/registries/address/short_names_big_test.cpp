// The short name of each prefecture and municipality, asked of the towns of the whole country.

#include <algorithm>
#include <catch2/catch.hpp>

#include "registries/address/address_matcher.hpp"
#include "registries/embedded/municipality_history.hpp"
#include "tests/support/nationwide_index.hpp"

using namespace daicho;

TEST_CASE("no name of a prefecture or municipality without its last letter leads surely to a town") {
    const AddressIndex index = nationwide_index();
    const AddressMatcher matcher(index);
    std::size_t asked = 0;
    for (const MunicipalityPeriod& period : MunicipalityHistory::embedded().periods()) {
        if (!period.covers({})) continue;
        for (const std::string_view name : {period.prefecture, period.city, period.ward}) {
            if (name.size() <= 3 || name == "北海道") continue;
            const std::string_view shortened = name.substr(0, name.size() - 3);
            CAPTURE(shortened);
            const AddressAnswer answer = matcher.match(shortened, {.alternatives = 500});
            ++asked;
            CHECK(answer.category == AddressCategory::unsure);
            const auto bears = [&](const AddressPlace& place) {
                return place.prefecture == name || place.city == name || place.ward == name;
            };
            CHECK((bears(answer.place) || std::ranges::any_of(answer.alternatives, [&](const auto& other) {
                       return bears(other.place);
                   })));
        }
    }
    CHECK(asked > 1'800);
}
