#include "grammars/formats/zstd_frame.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"

using namespace daicho;

TEST_CASE("a frame holds what was put in, and nothing that was changed or cut") {
    std::string bytes;
    for (unsigned i = 0, seed = 7; i < 5000; ++i)
        bytes += static_cast<char>((seed = seed * 1103515245u + 12345u) >> 24);
    for (const std::string& text : {std::string{}, std::string(100000, 'a'), bytes}) {
        const std::string frame = zstd_frame(text);
        CHECK(zstd_frame(text) == frame);
        CHECK(zstd_content(frame, text.size(), "x") == text);
        CHECK_THROWS_AS(zstd_content(frame + "x", text.size() + 1, "x"), Error);
        for (std::size_t size = 0; size < frame.size(); size += 1 + frame.size() / 50)
            CHECK_THROWS_AS(zstd_content(frame.substr(0, size), text.size(), "x"), Error);
        for (std::size_t at = 0; at < frame.size(); at += 1 + frame.size() / 50) {
            std::string damaged = frame;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x11);
            try {
                const std::string content = zstd_content(damaged, text.size(), "x");
                CHECK(content == text);  // bits that say nothing
            } catch (const Error& error) {
                CHECK(std::string(error.what()).starts_with("x: "));
            }
        }
    }
    CHECK_THROWS_WITH(zstd_content(zstd_frame(std::string(1000, 'a')), 999, "x"),
                      Catch::Contains("more than"));
}
