#include "models/rules/value_finding.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/value_type.hpp"

using namespace daicho;

namespace {

std::string proposed(std::string_view kind, const std::string& text) {
    const ValueType& type = *find_value_type(kind);
    return value_finding(type, text, type.canonical(text, {})).repair.value;
}

}  // namespace

TEST_CASE("a value is proposed where a note stands beside it, and not where more of it goes on") {
    CHECK(proposed("phone", "03-5253-5111（代表）") == "(03)5253-5111");
    CHECK(proposed("city_block", "370番地1ほか") == "370-1");
    CHECK(proposed("postal_code", "100-8926 東京") == "1008926");
    CHECK(proposed("decimal", "40～60").empty());
    CHECK(proposed("city_block", "10部11番地1") == "11-1");  // 10部 is told to be of the town
    CHECK(proposed("street_address", "宝立町鵜島地内").empty());
    CHECK(proposed("city_and_county", "大阪市以外").empty());
    const auto told = [](const char* kind, const char* text) {
        const ValueType& type = *find_value_type(kind);
        return value_finding(type, text, type.canonical(text, {}));
    };
    CHECK(told("phone", "施設担当06-6572-0010　防災担当06-6572-2691").rule.text == "T257");
    CHECK(told("phone", "03-5253-5111（代表）").rule.text == "T256");
    CHECK(told("invoice_number", "T1000020172014").rule.text == "K314");
    CHECK(told("invoice_number", "T8000012010038").rule.empty());
    CHECK(proposed("phone", "施設担当06-6572-0010　防災担当06-6572-2691").empty());
}
