#include "registries/fetch/address_parameter.hpp"

#include <catch2/catch.hpp>

namespace daicho {

TEST_CASE("parameters are read with their forms and defaults") {
    const auto read = read_parameters("pref/01..47 edition/NN.Nb/19.0b");
    REQUIRE(read.size() == 2);
    CHECK(read[0].name == "pref");
    CHECK(read[0].form == "01..47");
    CHECK(read[0].fallback.empty());
    CHECK(read[1].fallback == "19.0b");
    CHECK(read_parameters("").empty());
}

TEST_CASE("a value is of the form, of the range, or of one of several forms") {
    struct Row {
        const char* form;
        const char* value;
        bool fits;
    };
    const Row rows[] = {
        {"NN.Nb", "19.0b", true}, {"NN.Nb", "19.0a", false}, {"NN.Nb", "9.0b", false},
        {"01..47", "01", true},   {"01..47", "47", true},    {"01..47", "48", false},
        {"01..47", "1", false},   {"01..47", "00", false},   {"01..47", "0a", false},
        {"N|N-N", "2-1", true},   {"N|N-N", "2", true},      {"N|N-N", "2-", false},
        {"NNNN", "../x", false},  {"NNNN", "", false},       {"NNNN-NN-NN", "2026-08-03", true},
    };
    for (const Row& row : rows) {
        CAPTURE(row.form, row.value);
        CHECK(fits({"x", row.form, ""}, row.value) == row.fits);
    }
}

TEST_CASE("a range has all its numbers, of one width") {
    const auto all = values_of({"pref", "01..47", ""});
    REQUIRE(all.size() == 47);
    CHECK(all.front() == "01");
    CHECK(all[9] == "10");
    CHECK(all.back() == "47");
    CHECK(values_of({"city", "NNNNNN", ""}).empty());
}

TEST_CASE("a form that could never be filled is none") {
    for (const char* form : {"", "a..b", "47..01", "1..47", "N|", "N/N", "00001..99999", "..", "X"}) {
        CAPTURE(form);
        CHECK(is_form(form) == (std::string{form} == "N|"));
    }
}

}  // namespace daicho
