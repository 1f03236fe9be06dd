#include "grammars/text/digits.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace daicho;

TEST_CASE("digits are told from every other byte at every place of texts of every size") {
    for (std::size_t size = 0; size <= 20; ++size) {
        std::string text;
        for (std::size_t i = 0; i < size; ++i) text += static_cast<char>('0' + (i * 7) % 10);
        CHECK(is_all_digits(text));
        for (std::size_t at = 0; at < size; ++at) {
            for (int byte = 0; byte < 256; ++byte) {
                std::string other = text;
                other[at] = static_cast<char>(byte);
                const bool digit = byte >= '0' && byte <= '9';
                if (is_all_digits(other) != digit) FAIL("byte " << byte << " at " << at << " of " << size);
            }
        }
    }
}
