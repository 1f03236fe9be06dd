#include "registries/fetch/address.hpp"

#include <catch2/catch.hpp>

namespace daicho {

TEST_CASE("the host of an address is told with its port and without capitals") {
    CHECK(host_of("https://www.Post.japanpost.jp/zipcode/") == "www.post.japanpost.jp");
    CHECK(host_of("http://127.0.0.1:8080") == "127.0.0.1:8080");
    CHECK(host_of("http://[::1]:80/a") == "[::1]:80");
}

TEST_CASE("what is no address of http or https has no host") {
    for (const char* url : {"ftp://a.jp/x", "file:///etc/passwd", "https://", "https:///a", "a.jp/x", "",
                            "http://:80/", "https://user:secret@a.jp/", "http://a b/", "http://a\\b/"}) {
        CAPTURE(url);
        CHECK_FALSE(host_of(url));
    }
}

TEST_CASE("servers are asked in ASCII") {
    CHECK(encoded_address("https://a.jp/その x.zip?y=%20") ==
          "https://a.jp/%E3%81%9D%E3%81%AE%20x.zip?y=%20");
}

TEST_CASE("the name of a file is the last part of its address") {
    CHECK(file_name_of("https://a.jp/b/ken_all.zip") == "ken_all.zip");
    CHECK(file_name_of("https://a.jp/b/ken_all.zip?x=/y.csv#z") == "ken_all.zip");
    CHECK(file_name_of("https://a.jp/%E3%81%9D%E3%81%AE.xlsx") == "その.xlsx");
}

TEST_CASE("no address leads out of the folder") {
    for (const char* url : {"https://a.jp", "https://a.jp/", "https://a.jp/b/..", "https://a.jp/..%2Fx",
                            "https://a.jp/%2e%2e%5Cx", "https://a.jp/.bashrc", "https://a.jp/a%00b",
                            "https://a.jp/a%0Ab", "https://a.jp/%FF"}) {
        CAPTURE(url);
        CHECK(file_name_of(url).empty());
    }
    CHECK_FALSE(is_file_name(std::string(201, 'a')));
    CHECK(is_file_name(std::string(200, 'a')));
}

}  // namespace daicho
