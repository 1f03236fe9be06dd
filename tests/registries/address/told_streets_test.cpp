#include "registries/address/told_streets.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace daicho;

namespace {

std::string told(const std::string& rest) {
    const std::string text = "真町" + rest;
    const auto town = static_cast<std::uint32_t>(std::string_view("真町").size());
    return std::string(slice(text, streets_told(text, {town, static_cast<std::uint32_t>(text.size())})));
}

}  // namespace

TEST_CASE("streets in brackets are told without them") {
    for (const char* streets :
         {"四条通寺町より河原町まで", "河原町通四条上る", "四条通寺町東入", "寺町通四条下ル西側"}) {
        CHECK(told("（" + std::string(streets) + "）") == streets);
        CHECK(told("(" + std::string(streets) + ")") == streets);
    }
}

TEST_CASE("what is no way along streets is not told as one") {
    for (const char* rest : {"（市役所前）", "（四条通寺町より河原町まで", "四条通寺町より河原町まで",
                             "（四条通1-2まで）", "（）", "（", "", "（四条通寺町より河原町まで）2F"}) {
        CAPTURE(rest);
        CHECK(told(rest).empty());
    }
}
