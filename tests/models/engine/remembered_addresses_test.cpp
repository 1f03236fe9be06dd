#include "models/engine/remembered_addresses.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace daicho;

namespace {

/// Answers with what it was asked, and counts.
class CountingAddresses final : public AddressReference {
 public:
    mutable int asked = 0;

    LocatedAddress locate(std::string_view text, std::string_view municipality) const override {
        ++asked;
        LocatedAddress found;
        found.by_record = text.starts_with("本町");
        found.street_address = std::string(text).append("@").append(municipality);
        return found;
    }
};

}  // namespace

TEST_CASE("an address is asked for once, for each municipality where that has a say") {
    const CountingAddresses asked;
    const RememberedAddresses remembered(asked);
    CHECK(remembered.locate("高知市重倉945", "").street_address == "高知市重倉945@");
    CHECK(remembered.locate("高知市重倉945", "392014").street_address == "高知市重倉945@");
    CHECK(asked.asked == 1);
    CHECK(remembered.locate("本町1", "392014").street_address == "本町1@392014");
    CHECK(remembered.locate("本町1", "131016").street_address == "本町1@131016");
    CHECK(remembered.locate("本町1", "131016").street_address == "本町1@131016");
    CHECK(asked.asked == 3);
}

TEST_CASE("what was forgotten for another text is asked for again, and never mixed up") {
    const CountingAddresses asked;
    const RememberedAddresses remembered(asked);
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 100'000; ++i) {
            const std::string text = "重倉" + std::to_string(i);
            if (remembered.locate(text, "").street_address != text + "@") FAIL(text);
        }
    }
    CHECK(asked.asked > 100'000);
}
