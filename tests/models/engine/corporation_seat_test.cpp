#include "models/engine/corporation_seat.hpp"

#include <catch2/catch.hpp>

#include "tests/support/known_places.hpp"
#include "tests/support/told_addresses.hpp"

using namespace daicho;
using Likeness = SeatLikeness;

namespace {

const char* const seat = "和歌山県有田郡有田川町大字野田５１１番地２";

Likeness compare(std::string_view given, const AddressReference* addresses = nullptr) {
    static const KnownPlaces known({{"和歌山県有田郡有田川町", "303666", "和歌山県", "有田郡有田川町"},
                                    {"和歌山県橋本市", "302031", "和歌山県", "橋本市"},
                                    {"東京都千代田区", "131016", "東京都", "千代田区"}});
    Reading reading;
    reading.addresses = &known;
    return compare_seat(given, seat, "303666", addresses, reading);
}

}  // namespace

TEST_CASE("spellings of a seat, with and without prefecture, county and building, are one") {
    for (const char* given :
         {"和歌山県有田郡有田川町大字野田５１１番地２", "和歌山県有田郡有田川町野田511-2",
          "有田郡有田川町野田５１１－２", "和歌山県有田川町野田511番地の2", "有田川町野田511-2 野田ビル"}) {
        INFO(given);
        CHECK(compare(given) == Likeness::same);
    }
}

TEST_CASE("京都 of 京都市 is no prefecture that may be left out") {
    CHECK(compare_seat("京都市北区紫野雲林院町83", "京都府京都市北区紫野雲林院町８３番地", "261017", nullptr,
                       {}) == Likeness::same);
}

TEST_CASE("another number, and another municipality, are told apart") {
    CHECK(compare("和歌山県有田郡有田川町野田511-3") == Likeness::other);
    CHECK(compare("和歌山県有田郡有田川町野田511-22") == Likeness::other);
    CHECK(compare("和歌山県有田郡有田川町野田511") == Likeness::other);
    CHECK(compare("和歌山県橋本市高野口町伏原992-1") == Likeness::elsewhere);
    CHECK(compare("東京都千代田区紀尾井町1-3") == Likeness::elsewhere);
}

TEST_CASE("what a registry knows to be one place is the same seat") {
    ToldAddresses addresses;
    LocatedAddress place = ToldAddresses::house();
    addresses.tell(seat, place);
    addresses.tell("野田の別の書き方", place);
    CHECK(compare("野田の別の書き方", &addresses) == Likeness::same);
    place.city_block = "9";
    addresses.tell("野田の別の番地", place);
    CHECK(compare("野田の別の番地", &addresses) == Likeness::other);
}
