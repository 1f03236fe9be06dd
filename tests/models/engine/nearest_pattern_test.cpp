#include "models/engine/nearest_pattern.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "models/engine/binding.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;

namespace {

const char* const place = R"(model test version "1" {
    class Place "場所" {
        full "連結表記" : text 0..1;
        prefecture "都道府県" : text 0..1;
        city "市区町村" : text 0..1;
        postalCode "郵便番号" : postal_code 0..1;
        country "国" : text 0..1;
        pattern P1 "分けた住所" { prefecture city }
        pattern P2 "連結した住所" { full city }
        pattern P3 "国外" { full postalCode country }
    }
})";

std::string nearest(const Model& model, const std::vector<std::string>& headers) {
    return nearest_pattern(model, bind_columns(model, headers, {})).name;
}

}  // namespace

TEST_CASE("a pattern is meant only where all is there that no other one asks for") {
    const WrittenModel model(place);
    CHECK(nearest(*model, {"連結表記", "郵便番号", "国"}) == "P3");
    CHECK(nearest(*model, {"連結表記", "郵便番号"}) == "P2");
    CHECK(nearest(*model, {"連結表記"}) == "P2");
    CHECK(nearest(*model, {"都道府県"}) == "P1");
    CHECK(nearest(*model, {"都道府県", "市区町村", "郵便番号", "国"}) == "P1");
}

TEST_CASE("where every pattern lacks something of its own, the nearest one is meant") {
    const WrittenModel model(R"(model test version "1" {
    class Place "場所" {
        a "甲" : text 0..1;
        b "乙" : text 0..1;
        c "丙" : text 0..1;
        pattern P1 "一" { a }
        pattern P2 "二" { b c }
    }
})");
    CHECK(nearest(*model, {"丁"}) == "P1");
    CHECK(nearest(*model, {"乙", "丙"}) == "P2");
    CHECK(nearest(*model, {"甲", "乙"}) == "P1");
}
