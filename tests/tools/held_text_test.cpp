#include "tools/held_text.hpp"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>

using namespace daicho;

TEST_CASE("held text is told as it was added, whatever its length") {
    for (const std::size_t lines : {0, 1, 1000, 300'000}) {
        HeldText held;
        std::string expected;
        for (std::size_t i = 0; i < lines; ++i) {
            const std::string line = std::to_string(i) + "行目\n";
            held.add(line);
            expected += line;
        }
        std::ostringstream told;
        held.tell(told);
        held.tell(told);
        CHECK((told.str() == expected));
    }
}
