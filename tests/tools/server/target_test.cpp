#include "tools/server/target.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

TEST_CASE("a target is read into path and query") {
    Request request;
    REQUIRE(read_target("/v1/search?q=%E5%8D%83%E4%BB%A3+%E7%94%B0&kind=a%26b&flag", request));
    CHECK(request.path == "/v1/search");
    REQUIRE(request.query.size() == 3);
    CHECK(*request.parameter("q") == "千代 田");
    CHECK(*request.parameter("kind") == "a&b");
    CHECK(request.parameter("flag")->empty());
    CHECK(request.parameter("none") == nullptr);
}

TEST_CASE("targets that lead astray are refused") {
    Request request;
    for (const std::string_view target :
         {"",        "v1",       "http://x/",    "*",          "/../etc", "/v1/../x",
          "/v1/./x", "/v1//x",   "/v1/%2e%2e/x", "/v1/%2e./x", "/a%2Fb",  "/a%5cb",
          "/%",      "/%4",      "/%zz",         "/%00",       "/%ff",    "/a?q=%ff",
          "/a?q=%0", "/a?q=%00", "/%0d%0aX: y",  "/\xE3\x81"}) {
        INFO(target);
        CHECK_FALSE(read_target(target, request));
    }
    CHECK(read_target("/", request));
    CHECK(read_target("/v1/characters/%E9%AB%98", request));
    CHECK(read_target("/v1/characters/\xE9\xAB\x98", request));
}

TEST_CASE("what a query cannot have as it is comes back as it was") {
    const std::string text = "a b&c=d/%?#高\n";
    Request request;
    REQUIRE(read_target("/x?q=" + percent_encoded(text), request));
    CHECK(*request.parameter("q") == text);
}

TEST_CASE("base64url goes there and back") {
    for (const std::string_view text : {"", "a", "ab", "abc", "\xFF\xFE\x00z", "{\"o\":20}"}) {
        CHECK(from_base64url(base64url(text)) == std::string(text));
    }
    CHECK(base64url("\xFB\xFF") == "-_8");
    CHECK_FALSE(from_base64url("a+b/"));
}
