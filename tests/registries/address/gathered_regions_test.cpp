// Names of prefecture and city in another order or place, and letters of them that were lost.

#include <algorithm>
#include <numeric>

#include <catch2/catch.hpp>

#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

AddressAnswer answer_of_gathered(std::string_view text, const AddressOptions& options = {}) {
    static const SmallAddressIndex small{
        {{"131016", "0002002", "東京都", "", "千代田区", "", "霞が関", "二丁目", ""},
         {"131032", "0001001", "東京都", "", "港区", "", "芝公園", "一丁目", ""},
         {"141046", "0002000", "神奈川県", "", "横浜市", "中区", "本町", "", ""},
         {"142077", "0002000", "神奈川県", "", "茅ヶ崎市", "", "香川", "", ""},
         {"352110", "0006000", "山口県", "", "長門市", "", "東深川", "", ""},
         {"472018", "0023004", "沖縄県", "", "那覇市", "", "おもろまち", "四丁目", ""},
         {"385069", "0051000", "愛媛県", "南宇和郡", "愛南町", "", "御荘平城", "", ""},
         {"134023", "0002000", "東京都", "", "青ヶ島村", "", "岡部", "", ""},
         {"172057", "0001000", "石川県", "", "珠洲市", "", "飯田町", "", ""},
         {"261041", "0001000", "京都府", "", "京都市", "中京区", "烏丸", "", ""}},
        {},
        {},
        SmallAddressIndex::municipality("131016", "東京都", "千代田区", "") +
            SmallAddressIndex::municipality("131032", "東京都", "港区", "") +
            SmallAddressIndex::municipality("141003", "神奈川県", "横浜市", "") +
            SmallAddressIndex::municipality("141046", "神奈川県", "横浜市", "中区") +
            SmallAddressIndex::municipality("142077", "神奈川県", "茅ヶ崎市", "") +
            SmallAddressIndex::municipality("352110", "山口県", "長門市", "") +
            SmallAddressIndex::municipality("472018", "沖縄県", "那覇市", "") +
            SmallAddressIndex::municipality("134023", "東京都", "青ヶ島村", "") +
            SmallAddressIndex::municipality("172057", "石川県", "珠洲市", "") +
            SmallAddressIndex::municipality("261041", "京都府", "京都市", "中京区")};
    static const AddressIndex index = small.open();
    return AddressMatcher(index).match(text, options);
}

/// Letters `at` and `at + 1` in each other's place.
std::string exchanged_at(std::vector<std::string> letters, std::size_t at) {
    std::swap(letters[at], letters[at + 1]);
    return std::accumulate(letters.begin(), letters.end(), std::string());
}

std::string town_of(const AddressAnswer& answer) {
    return std::string(answer.place.lg_code) + std::string(answer.place.oaza_cho);
}

}  // namespace

TEST_CASE(
    "regions in another order without blanks are found, and are sure only where nothing is torn apart") {
    struct Swapped {
        std::string text, town;
        AddressCategory category;
    };
    const Swapped all[] = {
        {"中区横浜市神奈川県本町6-50-10", "141046本町", AddressCategory::unsure},
        {"芝公園港区東京都1-5-25", "131032芝公園", AddressCategory::unsure},
        {"千代田区霞が関東京都2-1-2", "131016霞が関", AddressCategory::unsure},
        {"2-1-2霞が関千代田区東京都", "131016霞が関", AddressCategory::unsure},
        {"霞が関2-1-2千代田区東京都", "131016霞が関", AddressCategory::changed},
        {"横浜市神奈川県中区本町6", "141046本町", AddressCategory::changed},
    };
    for (const Swapped& one : all) {
        CAPTURE(one.text);
        const AddressAnswer answer = answer_of_gathered(one.text);
        CHECK(town_of(answer) == one.town);
        CHECK(answer.category == one.category);
        CHECK(answer.spans.building.empty());
        CHECK(answer.number_count > 0);
    }
}

TEST_CASE("a building that bears the name of a prefecture stays a building") {
    for (const std::string text :
         {"東京都千代田区霞が関2-1-2東京都民ビル", "東京都港区芝公園1-5神奈川県ビル"}) {
        CAPTURE(text);
        const AddressAnswer answer = answer_of_gathered(text);
        CHECK(answer.place.level >= MatchLevel::town);
        CHECK(!answer.spans.building.empty());
    }
}

TEST_CASE(
    "a letter that was lost in the name of a municipality is found where one alone fits, and not sure") {
    const AddressAnswer answer = answer_of_gathered("神奈川県茅?崎市香川1-1");
    CHECK(town_of(answer) == "142077香川");
    CHECK(answer.category == AddressCategory::unsure);
    CHECK(answer_of_gathered("神奈川県??崎市香川1-1").place.level < MatchLevel::municipality);
}

TEST_CASE(
    "any single slip in the name of a municipality leads to it where its town follows, and is not sure") {
    const std::vector<std::string> letters = {"茅", "ヶ", "崎", "市"};
    for (std::size_t at = 0; at < letters.size(); ++at) {
        std::string wrong, without, twice;
        for (std::size_t i = 0; i < letters.size(); ++i) {
            wrong += i == at ? "亀" : letters[i];
            if (i != at) without += letters[i];
            twice += letters[i] + (i == at ? "亀" : "");
        }
        std::vector<std::string> slips{wrong, without, twice};
        if (at + 2 < letters.size()) slips.push_back(exchanged_at(letters, at));
        for (const std::string& slip : slips) {
            CAPTURE(slip);
            const AddressAnswer answer = answer_of_gathered("神奈川県" + slip + "香川1-1");
            CHECK(answer.place.lg_code == "142077");
            CHECK((answer.category == AddressCategory::unsure || slip == "茅崎市"));
        }
        CHECK(answer_of_gathered(wrong + "香川商店").place.level < MatchLevel::municipality);
        CHECK(answer_of_gathered("神奈川県" + wrong + "青木1-1").place.level < MatchLevel::municipality);
    }
}

TEST_CASE(
    "a slip in a name with letters of numbers leads to it, and where several have the town they are named") {
    static const SmallAddressIndex small{
        {{"121002", "0001000", "千葉県", "", "千葉市", "", "本町", "", ""},
         {"122076", "0001000", "千葉県", "", "松戸市", "", "三番町", "", ""},
         {"022039", "0001000", "青森県", "", "八戸市", "", "小田", "", ""},
         {"042030", "0001000", "宮城県", "", "塩竈市", "", "青葉台", "", ""},
         {"342076", "0001000", "広島県", "", "福山市", "", "緑町", "", ""},
         {"352039", "0001000", "山口県", "", "富山市", "", "緑町", "", ""}},
        {},
        {},
        SmallAddressIndex::municipality("121002", "千葉県", "千葉市", "") +
            SmallAddressIndex::municipality("122076", "千葉県", "松戸市", "") +
            SmallAddressIndex::municipality("022039", "青森県", "八戸市", "") +
            SmallAddressIndex::municipality("042030", "宮城県", "塩竈市", "") +
            SmallAddressIndex::municipality("342076", "広島県", "福山市", "") +
            SmallAddressIndex::municipality("352039", "山口県", "富山市", "")};
    static const AddressIndex index = small.open();
    for (const auto& [text, code] :
         std::vector<std::pair<std::string, std::string>>{{"千葉県松市三番町5-3", "122076"},
                                                          {"千葉県戸松市三番町5-3", "122076"},
                                                          {"千葉県松本市三番町5-3", "122076"},
                                                          {"青森県八代市小田5-3", "022039"},
                                                          {"八市小田5-3", "022039"}}) {
        CAPTURE(text);
        const AddressAnswer answer = AddressMatcher(index).match(text);
        CHECK(answer.place.lg_code == code);
        CHECK(answer.category == AddressCategory::unsure);
    }
    const AddressAnswer open = AddressMatcher(index).match("松山市緑町5-3");
    CHECK(open.category != AddressCategory::exact);
    CHECK(!open.found());
    CHECK(open.alternatives.size() == 2);
    CHECK(std::ranges::all_of(open.alternatives, &AddressAlternative::equal));  // none goes before another
    CHECK(open.alternatives_in_all == 2);
}

TEST_CASE("a county that a city does not lie in, and an office in front, are passed over and not sure") {
    for (const auto& [text, town] : std::vector<std::pair<std::string, std::string>>{
             {"山口県大津郡長門市東深川1339", "352110東深川"},
             {"愛媛県愛南町御荘支所 御荘平城1975", "385069御荘平城"},
             {"那覇市役所真和志支所 那覇市おもろまち4-1-1", "472018おもろまち"}}) {
        CAPTURE(text);
        const AddressAnswer answer = answer_of_gathered(text);
        CHECK(town_of(answer) == town);
        CHECK(answer.category == AddressCategory::unsure);
    }
}

TEST_CASE("町 is read for まち of a town that is written in kana") {
    const AddressAnswer answer = answer_of_gathered("沖縄県那覇市おもろ町4-1-1");
    CHECK(answer.place.machiaza_id == "0023004");
    CHECK(answer.category == AddressCategory::changed);
}

TEST_CASE("a mark that is joined with its number begins a lot, and words stand for one") {
    for (const std::string text :
         {"石川県珠洲市飯田町ワ-69", "石川県珠洲市飯田町は-57", "石川県珠洲市飯田町甲の1番地",
          "石川県珠洲市飯田町官有地", "東京都青ヶ島村無番地"}) {
        CAPTURE(text);
        const AddressAnswer answer = answer_of_gathered(text);
        CHECK(answer.place.level >= MatchLevel::municipality);
        CHECK(answer.category != AddressCategory::unsure);
        CHECK(answer.spans.building.empty());
    }
    CHECK(slice("石川県珠洲市飯田町ワ-69", answer_of_gathered("石川県珠洲市飯田町ワ-69").number_parts[0]) ==
          "ワ-69");
}

TEST_CASE("with a municipality given, a 町 is found though an unknown name goes on behind it") {
    const AddressAnswer answer = answer_of_gathered("飯田町北山4757", {.within = "172057"});
    CHECK(town_of(answer) == "172057飯田町");
    CHECK(answer.category == AddressCategory::unsure);
}

TEST_CASE("a street of 京都 is no town that bears its name") {
    const AddressAnswer answer = answer_of_gathered("京都市中京区烏丸通三条より御池まで");
    CHECK(answer.place.level == MatchLevel::municipality);
    CHECK(answer.place.lg_code == "261041");
}
