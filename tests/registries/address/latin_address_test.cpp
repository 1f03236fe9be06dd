// Addresses in Latin letters, and in kana with spaces.

#include <catch2/catch.hpp>

#include <algorithm>

#include "registries/address/address_matcher.hpp"
#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

const std::vector<SmallTown> towns = {
    {"131016", "0002000", "東京都", "", "千代田区", "", "霞が関", "", "", false, "カスミガセキ"},
    {"131016", "0002002", "東京都", "", "千代田区", "", "霞が関", "二丁目", "", true, "カスミガセキ"},
    {"131016", "0006000", "東京都", "", "千代田区", "", "千代田", "", "", true, "チヨダ"},
    {"131032", "0019002", "東京都", "", "港区", "", "三田", "二丁目", "", true, "ミタ"},
    {"011011", "0020006", "北海道", "", "札幌市", "中央区", "北三条西", "六丁目", "", true,
     "キタ３ジョウニシ"},
    {"302015", "0046000", "和歌山県", "", "和歌山市", "", "太田", "", "", false, "オオタ"},
    {"302015", "0046004", "和歌山県", "", "和歌山市", "", "太田", "四丁目", "", true, "オオタ"},
    {"302015", "0047000", "和歌山県", "", "和歌山市", "", "多田", "", "", false, "オオダ"},
    {"302015", "0048000", "和歌山県", "", "和歌山市", "", "元町", "", "", false, "モトマチ"},
    {"105210", "0001000", "群馬県", "邑楽郡", "千代田町", "", "元町", "", "", false, "モトマチ"},
};

const std::string municipalities =
    "131016,東京都,トウキョウト,,,,,千代田区,チヨダク,,,,,1947-04-17,,\n"
    "131032,東京都,トウキョウト,,,,,港区,ミナトク,,,,,1947-04-17,,\n"
    "011002,北海道,ホッカイドウ,,,,,札幌市,サッポロシ,,,,,1947-04-17,,\n"
    "011011,北海道,ホッカイドウ,,,,,札幌市,サッポロシ,,中央区,チュウオウク,,1947-04-17,,\n"
    "302015,和歌山県,ワカヤマケン,,,,,和歌山市,ワカヤマシ,,,,,1947-04-17,,\n"
    "105210,群馬県,グンマケン,,邑楽郡,オウラグン,,千代田町,チヨダマチ,,,,,1947-04-17,,\n";

const std::string residences = SmallAddressIndex::residence("302015", "0046004", "10", "1");
const std::string parcels = SmallAddressIndex::parcel("302015", "0046000", "000040001000000", "4", "10");

const AddressMatcher& matcher() {
    static const SmallAddressIndex small{towns, residences, parcels, municipalities};
    static const AddressIndex index = small.open();
    static const AddressMatcher matcher{index};
    return matcher;
}

std::string town_of(std::string_view text, std::string_view within = {}) {
    AddressOptions options;
    options.within = within;
    const AddressAnswer answer = matcher().match(text, options);
    return std::string(answer.place.lg_code) + "/" + std::string(answer.place.machiaza_id);
}

}  // namespace

TEST_CASE("an address in Latin letters is found whichever way round it is written") {
    for (const char* text :
         {"2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo", "Tokyo-to Chiyoda-ku Kasumigaseki 2-1-2",
          "〒100-8926 Tōkyō-to, Chiyoda-ku, Kasumigaseki 2-1-2", "2-1-2 KASUMIGASEKI CHIYODA-KU TOKYO-TO",
          "2-1-2 Kasumigaseki, Chiyoda City, Tokyo 100-8926, Japan", "2-1-2 Kasumigaseki, Tiyodaku, Toukyou",
          "1-2, Kasumigaseki 2-chome, Chiyoda-ku", "Kasumigaseki 2 chome 1-2 Chiyoda",
          "トーキョート チヨダク カスミガセキ 2-1-2", "チヨダク カスミガセキ 2チョウメ 1-2",
          "チヨダクカスミガセキ2-1-2", "ﾁﾖﾀﾞｸｶｽﾐｶﾞｾｷ2-1-2", "ちよだくかすみがせき2ちょうめ1-2"}) {
        INFO(text);
        const AddressAnswer answer = matcher().match(text);
        CHECK(town_of(text) == "131016/0002002");
        CHECK(answer.category == AddressCategory::changed);
        CHECK(slice(text, answer.spans.numbers) == "1-2");
    }
}

TEST_CASE("the spans of an answer are of the text as it is written") {
    const std::string text = "Room 304, Mita Mansion, 2-2-18 Mita, Minato-ku, Tokyo 108-0073";
    const AddressAnswer answer = matcher().match(text);
    CHECK(answer.place.machiaza_id == "0019002");
    CHECK(slice(text, answer.spans.prefecture_and_city) == "Minato-ku, Tokyo");
    CHECK(slice(text, answer.spans.numbers) == "2-18");
    CHECK(slice(text, answer.spans.building) == "Room 304, Mita Mansion");
    CHECK(slice(text, answer.spans.postal_code) == "108-0073");
    CHECK(answer.category == AddressCategory::changed);
    const auto reading = std::ranges::find_if(answer.changes, [&](const AddressChange& change) {
        return slice(text, change.span) == "Mita" && change.kind == AddressChangeKind::reading;
    });
    REQUIRE(reading != answer.changes.end());
    CHECK(reading->to == "三田");
}

TEST_CASE("a prefecture is read by its sound where the rest is in kanji") {
    for (const std::string front : {"トウキョウ都", "トウキョウト", "ﾄｳｷｮｳﾄ", "ﾄｳｷｮｳ", "とうきょうと",
                                    "とうきょう都", "Tokyo都", "都内"}) {
        CAPTURE(front);
        const AddressAnswer answer = matcher().match(front + "港区三田2-1-8");
        CHECK(answer.place.machiaza_id == "0019002");
        CHECK(answer.category == (front == "都内" ? AddressCategory::unsure : AddressCategory::changed));
        CHECK(has_change(answer.changes, AddressChangeKind::reading));
        CHECK(!has_change(answer.changes, AddressChangeKind::prefecture_added));
        // A municipality of another prefecture is not meant, and a town alone may be anywhere.
        if (front.ends_with("都")) {
            CHECK(matcher().match(front + "和歌山市元町1").category == AddressCategory::unsure);
        }
        CHECK(matcher().match(front + "三田2-1-8").place.level < MatchLevel::town);
    }
    CHECK(town_of("道内札幌市中央区北3条西6丁目") == "011011/0020006");
    CHECK(town_of("ワカヤマ県和歌山市元町1") == "302015/0048000");
    CHECK(matcher().match("ワカヤマ県港区三田2-1-8").category == AddressCategory::unsure);
}

TEST_CASE("a municipality or ward in kana but for its last letter is found, sure only with its prefecture") {
    for (const char* text :
         {"ワカヤマ市元町1", "わかやま市元町1", "ﾜｶﾔﾏ市元町1", "和歌山県ワカヤマ市元町1"}) {
        INFO(text);
        CHECK(town_of(text) == "302015/0048000");
        CHECK((matcher().match(text).category == AddressCategory::unsure) != (text[0] == '\xE5'));
    }
    CHECK(matcher().match("ワカヤマ市元町1").changes.front().to == "和歌山市");
    CHECK(town_of("ミナト区三田2-1-8") == "131032/0019002");
    CHECK(town_of("札幌市ちゅうおう区北3条西6丁目") == "011011/0020006");
    CHECK(matcher().match("札幌市ちゅうおう区北3条西6丁目").category == AddressCategory::changed);
    CHECK(matcher().match("ワカヤマ町元町1").category == AddressCategory::unsure);
    CHECK(town_of("東京都ワカヤマ市元町1") != "302015/0048000");
}

TEST_CASE("a municipality of whose name a part is in kana is found, sure only with its prefecture") {
    for (const std::string name : {"わか山市", "和かやま市", "和カヤマ市"}) {
        INFO(name);
        CHECK(town_of(name + "元町1") == "302015/0048000");
        CHECK(matcher().match(name + "元町1").category == AddressCategory::unsure);
        CHECK(matcher().match("和歌山県" + name + "元町1").category == AddressCategory::changed);
        CHECK(town_of("東京都" + name + "元町1") != "302015/0048000");
    }
    CHECK(town_of("東京都ちよ田区霞が関二丁目") == "131016/0002002");
    CHECK(town_of("札幌市中おう区北3条西6丁目") == "011011/0020006");
    for (const std::string other : {"かわ山市", "わか川市", "和きた山市"}) {
        INFO(other);
        CHECK(town_of(other + "元町1") != "302015/0048000");
    }
}

TEST_CASE(
    "a town in Latin letters without its municipality is not sure beside a word that is not understood") {
    CHECK(matcher().match("1 Motomachi, Wakayama-ken").place.oaza_cho == "元町");
    CHECK(matcher().match("1 Motomachi, Wakayama-ken").category != AddressCategory::unsure);
    CHECK(matcher().match("4-Jozzminami 5-2, Motomachi, Wakayama-ken").category >= AddressCategory::unsure);
    CHECK(matcher().match("Zzmin Bldg. 5F, 1 Motomachi, Wakayama-shi, Wakayama-ken").category !=
          AddressCategory::unsure);
}

TEST_CASE("a part of a town in kana leads to it as a candidate by its sound") {
    const auto named = [](std::string_view text, std::string_view oaza) {
        const AddressAnswer answer = matcher().match(text);
        return answer.place.level == MatchLevel::municipality &&
               std::ranges::any_of(answer.alternatives,
                                   [&](const auto& other) { return other.place.oaza_cho == oaza; });
    };
    CHECK(named("東京都千代田区かすみが関2-1-2", "霞が関"));
    CHECK(named("和歌山市もと町1", "元町"));
    CHECK(named("和歌山市元マチ1", "元町"));
    CHECK(named("和歌山市おお田4-10", "太田"));
    CHECK(!named("和歌山市ちよ田1", "太田"));
}

TEST_CASE("residences and parcels are found behind Latin letters") {
    CHECK(matcher().match("4-10-1 Ota, Wakayama-shi, Wakayama").place.residence_id == "001");
    CHECK(matcher().match("4-banchi-10 Ohta, Wakayama-shi").place.parcel_id == "000040001000000");
}

TEST_CASE("numbers in the name of a town are read in Latin letters") {
    CHECK(town_of("Kita 3-jo Nishi 6-chome, Chuo-ku, Sapporo-shi, Hokkaido") == "011011/0020006");
    CHECK(town_of("Sapporo-shi Chuo-ku Kita 3 Jo Nishi 6") == "011011/0020006");
    CHECK(town_of("サッポロシチュウオウクキタ3ジョウニシ6チョウメ") == "011011/0020006");
}

TEST_CASE("a municipality is no town of its own name, and a town is none of another municipality") {
    CHECK(town_of("Chiyoda-ku, Tokyo") == "131016/");
    CHECK(town_of("Motomachi, Chiyoda-machi, Gunma") == "105210/0001000");
    CHECK(town_of("Motomachi, Minato-ku, Tokyo") == "131032/");
    CHECK(matcher().match("Motomachi, Minato-ku, Tokyo").category == AddressCategory::unsure);
}

TEST_CASE("a town that several municipalities have is a tie, and certain within one") {
    const AddressAnswer answer = matcher().match("1-2 Motomachi");
    CHECK(answer.category == AddressCategory::unsure);
    CHECK(answer.reason == AddressReason::several_places);
    CHECK(answer.alternatives_in_all == 1);
    CHECK(town_of("1-2 Motomachi", "302015") == "302015/0048000");
    CHECK(town_of("1-2 Motomachi", "10") == "105210/0001000");
}

TEST_CASE("Latin letters that name no place are not found") {
    for (const char* text :
         {"Hello World", "A", "1-2-3 Main Street, Springfield", "5F", "Japan", "ō", "A棟"}) {
        INFO(text);
        CHECK_FALSE(matcher().match(text).found());
    }
    CHECK(matcher().match("4-10 Nowhere, Wakayama-shi").category == AddressCategory::unsure);
    CHECK(matcher().match("4-10 Nowhere, Wakayama-shi").reason != AddressReason::none);
}
