// The addresses of tests/data/hard-addresses, asked of the towns of the whole country.

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "grammars/text/narrow.hpp"
#include "grammars/text/numerals.hpp"
#include "registries/address/address_matcher.hpp"
#include "tests/support/nationwide_index.hpp"

using namespace daicho;

namespace {

struct HardAddress {
    std::string kind, text, place;
    bool sure = false;
};

/// 春日１丁目 as 春日一丁目: publishers write the number either way.
std::string with_kanji_numbers(std::string_view part) {
    const Narrow narrow(part);
    std::string text;
    for (std::size_t at = 0; at < narrow.text().size();) {
        const auto number = numeral_at(narrow.text(), at);
        const bool digits = number && !number->kanji;
        text += digits ? kanji_numeral(number->value) : std::string(1, narrow.text()[at]);
        at += digits ? number->size : 1;
    }
    return text;
}

std::vector<HardAddress> hard_addresses() {
    std::ifstream file(std::string(DAICHO_SOURCE_DIR) + "/tests/data/hard-addresses/addresses.tsv");
    std::vector<HardAddress> addresses;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) continue;
        std::array<std::string, 4> cells;
        std::size_t cell = 0;
        for (const char c : line) {
            if (c == '\t') {
                ++cell;
            } else {
                cells.at(cell) += c;
            }
        }
        addresses.push_back({cells[0], cells[1], with_kanji_numbers(cells[2]), cells[3] == "sure"});
    }
    return addresses;
}

std::string name_of_place(const AddressPlace& place) {
    std::string name;
    for (const std::string_view part :
         {place.prefecture, place.county, place.city, place.ward, place.oaza_cho, place.chome, place.koaza}) {
        name += with_kanji_numbers(part);
    }
    return name;
}

enum class Outcome { right, doubted, refused, wrong_but_marked, wrong_and_sure };

Outcome outcome_of(const HardAddress& hard, const AddressAnswer& answer) {
    const std::string name = name_of_place(answer.place);
    const bool sure =
        answer.category == AddressCategory::exact || answer.category == AddressCategory::changed;
    if (sure) return hard.sure && name == hard.place ? Outcome::right : Outcome::wrong_and_sure;
    const bool named = std::ranges::any_of(answer.alternatives, [&](const AddressAlternative& other) {
        return name_of_place(other.place) == hard.place;
    });
    if (hard.place.empty() || name == hard.place || named) {
        return hard.sure ? Outcome::doubted : Outcome::right;
    }
    return hard.place.starts_with(name) ? Outcome::refused : Outcome::wrong_but_marked;
}

}  // namespace

TEST_CASE("of 490 hard addresses none is wrong and sure") {
    const AddressIndex index = nationwide_index();
    const AddressMatcher matcher(index);
    const auto addresses = hard_addresses();
    REQUIRE(addresses.size() == 490);
    std::array<std::size_t, 5> counts{};
    std::string others;
    for (const HardAddress& hard : addresses) {
        const AddressAnswer answer = matcher.match(hard.text);
        const auto outcome = static_cast<std::size_t>(outcome_of(hard, answer));
        ++counts[outcome];
        if (outcome == 0) continue;
        others += std::to_string(outcome) + " " + hard.kind + ": " + hard.text + " -> " +
                  name_of_place(answer.place) + " " + std::string(to_string(answer.category)) + "\n";
    }
    WARN("right " << counts[0] << ", doubted " << counts[1] << ", refused " << counts[2]
                  << ", wrong but marked " << counts[3] << ", wrong and sure " << counts[4] << "\n"
                  << others);
    CHECK(counts[4] == 0);
    CHECK(counts[0] * 100 >= addresses.size() * 92);
}
