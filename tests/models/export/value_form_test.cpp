#include "models/export/value_form.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <random>
#include <regex>
#include <string>
#include <vector>

using namespace daicho;

namespace {

/// Texts of each kind that are read, to be varied.
const std::multimap<std::string, std::string> seeds = {
    {"date", "2026-04-01"},
    {"date", "1999-12-31"},
    {"partial_date", "2026"},
    {"partial_date", "2026-04"},
    {"partial_date", "2026-04-01"},
    {"month_day", "04-30"},
    {"time", "09:30:00"},
    {"time", "24:00"},
    {"time", "23:59"},
    {"time_hm", "09:30"},
    {"time_hm", "24:00"},
    {"integer", "-120"},
    {"integer", "1234"},
    {"decimal", "-0.50"},
    {"decimal", "1234.5"},
    {"area_m2", "120.55"},
    {"height_m", "-3.5"},
    {"length_m", "12.5"},
    {"people", "1200"},
    {"yen", "-500"},
    {"yen", "5000000"},
    {"latitude", "-35.676097"},
    {"latitude", "90"},
    {"longitude", "139.74"},
    {"longitude", "-180"},
    {"postal_code", "1020094"},
    {"prefecture", "東京都"},
    {"prefecture", "神奈川県"},
    {"prefecture_code", "13"},
    {"municipality_code", "131016"},
    {"town_id", "0056000"},
    {"corporate_number", "8000012010038"},
    {"invoice_number", "T8000012010038"},
    {"individual_number", "123456789018"},
    {"school_code", "F113110102700"},
    {"half_digits", "00120"},
    {"country_code", "JPN"},
    {"lei", "353800279ADEFGKNTV65"},
    {"yes_no", "0"},
    {"yes_no", "9"},
    {"weekday_code", "12345"},
    {"url", "https://www.digital.go.jp/a?b=c"},
    {"url", "http://example.jp"},
};

/// The seed with characters changed, dropped, doubled and exchanged, always in the same ways.
std::vector<std::string> texts_around(const std::string& seed) {
    std::vector<std::string> texts{seed};
    std::mt19937 random(20261124);
    const std::string letters = "0123456789-:.T/AZz ";
    for (int round = 0; round < 200; ++round) {
        std::string text = seed;
        for (std::size_t edits = 1 + random() % 3; edits > 0; --edits) {
            const std::size_t at = random() % text.size();
            const char letter = letters[random() % letters.size()];
            if (random() % 3 == 0) {
                text.insert(at, 1, letter);
            } else if (random() % 3 == 0 && text.size() > 1) {
                text.erase(at, 1);
            } else {
                text[at] = letter;
            }
        }
        texts.push_back(text);
    }
    return texts;
}

}  // namespace

TEST_CASE(
    "every canonical form of a kind matches the pattern that schemas have of it, and where the pattern says "
    "all, "
    "nothing else does") {
    for (const ValueType* type : value_types()) {
        const ValueForm& form = value_form(*type);
        if (form.pattern.empty()) continue;
        INFO(type->name << ": " << form.pattern);
        const std::regex pattern(form.pattern, std::regex::ECMAScript);
        const auto [begin, end] = seeds.equal_range(std::string(type->name));
        REQUIRE(begin != end);
        bool any = false;
        for (auto seed = begin; seed != end; ++seed) {
            for (const std::string& text : texts_around(seed->second)) {
                INFO(text);
                const auto read = type->canonical(text, {});
                if (read) {
                    any = true;
                    CHECK(std::regex_match(*read, pattern));
                }
                if (form.whole && std::regex_match(text, pattern)) CHECK(type->is_canonical(text, {}));
            }
        }
        CHECK(any);
    }
}

TEST_CASE("a pattern without choice or repetition has one length") {
    CHECK(fixed_length("[0-9]{7}") == 7);
    CHECK(fixed_length("T[1-9][0-9]{12}") == 14);
    CHECK(fixed_length("[0-9]{1,30}") == 0);
    CHECK(fixed_length("-?[0-9]") == 0);
    CHECK(fixed_length("[0-9]+") == 0);
    CHECK(fixed_length("(0|1)[0-9]") == 0);
}
