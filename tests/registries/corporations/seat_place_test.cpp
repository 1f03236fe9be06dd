#include "registries/corporations/seat_place.hpp"

#include <catch2/catch.hpp>

#include "registries/embedded/municipality_history.hpp"

using namespace daicho;

TEST_CASE("an address is read down to what its registry knows of it; without one municipality and key") {
    const SeatReader reader;
    CHECK(reader.read("福井県福井市大手３丁目１７番１号").municipality == 18201);
    CHECK(reader.read("福井県福井市大手３丁目１７番１号").key == "大手3-17-1");
    CHECK(reader.read("福井市大手三丁目17-1").key == "大手3-17-1");
    CHECK(reader.read("大手三丁目17-1", 18201).key == "大手3-17-1");
    CHECK(reader.read("北海道札幌市中央区北１条西２丁目").municipality == 1101);
    CHECK(reader.read("札幌市").municipality == 1100);
    CHECK(reader.read("福井県").municipality == 18000);
    CHECK(reader.read("").municipality == 0);
    CHECK(!reader.read("").is_known());
    CHECK(reader.read("nowhere").municipality == 0);
}

TEST_CASE("a place is itself, a ward of its city, or in its prefecture") {
    CHECK(is_in_place(18201, 18201));
    CHECK(is_in_place(18201, 18000));
    CHECK(is_in_place(14101, 14100));
    CHECK(is_in_place(14118, 14100));
    CHECK(!is_in_place(14131, 14100));
    CHECK(!is_in_place(18202, 18201));
    CHECK(!is_in_place(17201, 18000));
    CHECK(!is_in_place(13102, 13101));
    CHECK(!is_in_place(14100, 14101));
}

TEST_CASE("two addresses agree as far as both go") {
    struct Case {
        std::string_view asked, corporation;
        PlaceAgreement place;
    };
    const Case cases[] = {
        {"福井県福井市大手3-17-1", "福井県福井市大手３丁目１７番１号", PlaceAgreement::number},
        {"福井市大手3-17-1-502", "福井県福井市大手３丁目１７番１号", PlaceAgreement::number},
        {"福井市大手3-17-1", "福井県福井市大手３丁目１７番１号　福井ビル３階", PlaceAgreement::number},
        {"福井市大手3-17-1", "福井県福井市大手３丁目１７番１２号", PlaceAgreement::town},
        {"福井市大手3", "福井県福井市大手３丁目１７番１号", PlaceAgreement::town},
        {"福井市大手", "福井県福井市大手３丁目１７番１号", PlaceAgreement::town},
        {"福井市順化1-1-1", "福井県福井市大手３丁目１７番１号", PlaceAgreement::other_town},
        {"札幌市中央区北1条西10-5", "北海道札幌市中央区北１条西１丁目", PlaceAgreement::other_town},
        {"上富田町岩崎768", "和歌山県西牟婁郡上富田町岩崎字蓮ケ池７６８番地", PlaceAgreement::town},
        {"上富田町岩崎768", "和歌山県西牟婁郡上富田町岩崎字蓮ケ池７６番地", PlaceAgreement::other_town},
        {"福井市", "福井県福井市大手３丁目１７番１号", PlaceAgreement::municipality},
        {"福井県", "福井県福井市大手３丁目１７番１号", PlaceAgreement::prefecture},
        {"福井県鯖江市大手3-17-1", "福井県福井市大手３丁目１７番１号", PlaceAgreement::prefecture},
        {"東京都港区大手3-17-1", "福井県福井市大手３丁目１７番１号", PlaceAgreement::differs},
        {"大手3-17-1", "福井県福井市大手３丁目１７番１号", PlaceAgreement::number},
        {"大手3-17-2", "福井県福井市大手３丁目１７番１号", PlaceAgreement::unknown},
        {"", "福井県福井市大手３丁目１７番１号", PlaceAgreement::unknown},
        {"京都市西京区桂", "京都府京都市西京区桂３丁目１番６号", PlaceAgreement::town},
        {"京都市西京区桂3-1-6", "京都府京都市西京区桂", PlaceAgreement::town},
        {"札幌市中央区北2条西10-5", "北海道札幌市中央区北１条西１丁目", PlaceAgreement::other_town},
        {"久御山町田井77", "京都府久世郡久御山町大字田井小字新荒見７７番地", PlaceAgreement::town},
        {"久御山町田井新荒見77", "京都府久世郡久御山町大字田井小字新荒見７７番地", PlaceAgreement::number},
        {"浜松市中央区豊町508", "静岡県浜松市東区豊町５０８番地", PlaceAgreement::number},
        {"浜松市東区豊町508", "静岡県浜松市中央区豊町５０８番地", PlaceAgreement::number},
        {"浜松市中区豊町508", "静岡県浜松市東区豊町５０８番地", PlaceAgreement::prefecture},
        {"横浜市", "神奈川県横浜市西区みなとみらい２丁目", PlaceAgreement::municipality},
    };
    const SeatReader reader;
    for (const Case& each : cases) {
        INFO(each.asked << " / " << each.corporation);
        CHECK(compare_places(reader.read(each.asked), reader.read(each.corporation)) == each.place);
    }
}

TEST_CASE("whatever a ward or municipality became is it, with every municipality that was abolished") {
    std::size_t asked = 0;
    for (const MunicipalityPeriod& period : MunicipalityHistory::embedded().periods()) {
        if (period.ended.empty() || period.lg_code.substr(2, 3) == "000") continue;
        for (const MunicipalityPeriod* next : MunicipalityHistory::embedded().successors(period, {})) {
            const SeatPlace before{.municipality = municipality_number(period.lg_code), .key = "本町1-2"},
                after{.municipality = municipality_number(next->lg_code), .key = "本町1-2"};
            if (before.municipality / 1000 != after.municipality / 1000) continue;  // 山口村 went to 岐阜県
            ++asked;
            INFO(period.lg_code << " " << next->lg_code);
            CHECK(compare_places(before, after) == PlaceAgreement::number);
            CHECK(compare_places(after, before) == PlaceAgreement::number);
        }
    }
    CHECK(asked > 2000);
}

TEST_CASE("town ids count for more than what is written") {
    const SeatPlace oaza{.municipality = 18201, .town_id = "0012000", .key = "大手"},
        second{.municipality = 18201, .town_id = "0012002", .numbers = "1-1", .key = "大手2-1-1"},
        third{.municipality = 18201, .town_id = "0012003", .numbers = "1-1", .key = "大手3-1-1"},
        third_again{.municipality = 18201, .town_id = "0012003", .numbers = "1", .key = "旧大手3-1"};
    CHECK(compare_places(oaza, third) == PlaceAgreement::town);
    CHECK(compare_places(second, third) == PlaceAgreement::other_town);
    CHECK(compare_places(third_again, third) == PlaceAgreement::number);
}
