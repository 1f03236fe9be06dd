// Names of towns with one letter wrong, too many or too few.

#include <algorithm>
#include <numeric>

#include <catch2/catch.hpp>

#include "grammars/text/utf8.hpp"
#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

const std::vector<SmallTown> towns_near = {
    {"131016", "0020003", "東京都", "", "千代田区", "", "神田鍛冶町", "三丁目", ""},
    {"131016", "0020001", "東京都", "", "千代田区", "", "神田鍛冶町", "一丁目", ""},
    {"131016", "0021000", "東京都", "", "千代田区", "", "紀尾井町", "", ""},
    {"131016", "0022000", "東京都", "", "千代田区", "", "丸の内", "", ""},
    {"131016", "0023000", "東京都", "", "千代田区", "", "霞ケ丘", "", ""},
    {"131016", "0024000", "東京都", "", "千代田区", "", "市谷", "", ""},
    {"131016", "0025000", "東京都", "", "千代田区", "", "東町", "", ""},
    {"131016", "0026000", "東京都", "", "千代田区", "", "東力町", "", ""},
    {"131016", "0027000", "東京都", "", "千代田区", "", "八幡町", "", ""},
    {"131016", "0028000", "東京都", "", "千代田区", "", "佐原", "", ""},
    {"131016", "0029000", "東京都", "", "千代田区", "", "佐原ニ", "", ""},
    {"131016", "0030000", "東京都", "", "千代田区", "", "佐原ハ", "", ""},
    {"022098", "0082000", "青森県", "", "つがる市", "", "木造若緑", "", ""},
    {"022098", "0090105", "青森県", "", "つがる市", "", "森田町上相野", "", "若緑"},
    {"022098", "0090106", "青森県", "", "つがる市", "", "森田町上相野", "", "長泥"},
};

AddressAnswer answer_near(std::string_view text) {
    static const SmallAddressIndex small{
        towns_near,
        {},
        {},
        SmallAddressIndex::municipality("131016", "東京都", "千代田区", "") +
            SmallAddressIndex::municipality("022098", "青森県", "つがる市", "")};
    static const AddressIndex index = small.open();
    return AddressMatcher(index).match(text);
}

bool names_town(const AddressAnswer& answer, std::string_view oaza) {
    return std::ranges::any_of(answer.alternatives, [&](const AddressAlternative& other) {
        return other.place.oaza_cho == oaza && !other.equal;
    });
}

std::vector<std::string> letters_of(std::string_view name) {
    std::vector<std::string> letters;
    for (std::size_t at = 0; at < name.size(); at += code_point_at(name, at).size) {
        letters.emplace_back(name.substr(at, code_point_at(name, at).size));
    }
    return letters;
}

}  // namespace

TEST_CASE("any single slip in the name of a town leads to it as a candidate, never as the answer") {
    for (const std::string name : {"紀尾井町", "神田鍛冶町"}) {
        const auto letters = letters_of(name);
        for (std::size_t at = 0; at < letters.size(); ++at) {
            std::string wrong, without, twice;
            for (std::size_t i = 0; i < letters.size(); ++i) {
                wrong += i == at ? "亀" : letters[i];
                if (i != at) without += letters[i];
                twice += i == at ? letters[i] + "亀" : letters[i];
            }
            std::vector<std::string> slips{wrong, without, twice};
            if (at + 1 < letters.size()) {
                auto exchanged = letters;
                std::swap(exchanged[at], exchanged[at + 1]);
                slips.push_back(std::accumulate(exchanged.begin(), exchanged.end(), std::string()));
            }
            for (const std::string& slip : slips) {
                const std::string text = "東京都千代田区" + slip + "3-1";
                const AddressAnswer answer = answer_near(text);
                CAPTURE(text);
                const bool found =
                    answer.place.oaza_cho == name;  // 町 may be left out, or a letter that no name has
                CHECK((found || names_town(answer, name)));
                if (!found) CHECK(answer.category == AddressCategory::unsure);
            }
        }
    }
    CHECK(names_town(answer_near("千代田区神田鍛治町3-1"), "神田鍛冶町"));
}

TEST_CASE("letters that look like digits are never read as sure numbers, and name what they may be") {
    for (const std::string text :
         {"千代田区神田鍛冶町3-l", "千代田区神田鍛冶町E丁目1", "千代田区神田鍛冶町|-1",
          "千代田区神田鍛冶町I丁目1", "千代田区神田鍛冶町l-l-l"}) {
        CAPTURE(text);
        CHECK(answer_near(text).category == AddressCategory::unsure);
    }
    const auto names_chome = [](const AddressAnswer& answer) {
        return std::ranges::any_of(answer.alternatives, [](const AddressAlternative& other) {
            return other.place.chome == "一丁目";
        });
    };
    for (const std::string one : {"l", "I", "|", "ｌ", "Ｉ"}) {
        for (const std::string& behind :
             std::vector<std::string>{"丁目2-3", "-2-3", "-" + one, "丁目" + one + "番" + one + "号"}) {
            CAPTURE(one + behind);
            CHECK(names_chome(answer_near("千代田区神田鍛冶町" + one + behind)));
        }
    }
    CHECK(!names_chome(answer_near("千代田区神田鍛冶町Is1")));
}

TEST_CASE("two slips, or another name, lead nowhere") {
    for (const std::string text :
         {"千代田区田尾田町1", "千代田区田1", "千代田区神田1", "千代田区紀1", "千代田区田田"}) {
        CAPTURE(text);
        const AddressAnswer answer = answer_near(text);
        CHECK(answer.place.level == MatchLevel::municipality);
        CHECK(answer.alternatives.empty());
    }
}

TEST_CASE("a small section without its large one is not sure where a large one ends in that name") {
    const AddressAnswer both = answer_near("つがる市若緑");
    CHECK(both.category == AddressCategory::unsure);
    CHECK((both.place.oaza_cho == "木造若緑" || names_town(both, "木造若緑")));
    CHECK(answer_near("つがる市長泥").category == AddressCategory::changed);
    CHECK(answer_near("つがる市木造若緑1").category != AddressCategory::unsure);
    CHECK(answer_near("つがる市森田町上相野若緑1").category != AddressCategory::unsure);
}

TEST_CASE("a slip behind the number inside a name, or in the name of a ward, leads to the town") {
    static const SmallAddressIndex small{
        {{"011011", "0001000", "北海道", "", "札幌市", "中央区", "北一条西", "二丁目", ""},
         {"011011", "0001001", "北海道", "", "札幌市", "中央区", "大通西", "二丁目", ""},
         {"341011", "0002000", "広島県", "", "広島市", "中区", "基町", "", ""},
         {"341029", "0003000", "広島県", "", "広島市", "東区", "光町", "", ""},
         // Letters that no name has are passed over: these have those of the slips.
         {"131016", "0004000", "東京都", "", "千代田区", "", "粂酉", "", ""},
         {"131016", "0005000", "東京都", "", "千代田区", "", "申巾", "", ""}},
        {},
        {},
        SmallAddressIndex::municipality("131016", "東京都", "千代田区", "") +
            SmallAddressIndex::municipality("011011", "北海道", "札幌市", "中央区") +
            SmallAddressIndex::municipality("341011", "広島県", "広島市", "中区") +
            SmallAddressIndex::municipality("341029", "広島県", "広島市", "東区")};
    static const AddressIndex index = small.open();
    const auto answer = [](std::string_view text) { return AddressMatcher(index).match(text); };
    for (const std::string text : {"北海道札幌市中央区北1粂西2丁目", "北海道札幌市中央区北1条酉2丁目"}) {
        CAPTURE(text);
        CHECK(answer(text).category == AddressCategory::unsure);
        CHECK(names_town(answer(text), "北一条西"));
    }
    for (const std::string text : {"広島県広島市申区基町10-52", "広島県広島市巾区基町10",
                                   "広島県広島市中中区基町10", "広島県広島市区中基町10"}) {
        CAPTURE(text);
        const AddressAnswer a = answer(text);
        CHECK(a.category == AddressCategory::unsure);
        CHECK((a.place.oaza_cho == "基町" || names_town(a, "基町")));  // it may be read with text skipped
    }
    CHECK(!names_town(answer("広島県広島市中央区基町10-52"), "基町"));
    CHECK(!names_town(answer("北海道札幌市中央区北1番酉2丁目"), "北一条西"));
}

TEST_CASE("a name that begins with that of a town leads to the one that is a letter off, too") {
    static const SmallAddressIndex small{{{"032018", "0161000", "岩手県", "", "盛岡市", "", "門前寺", "", ""},
                                          {"032018", "0162000", "岩手県", "", "盛岡市", "", "門", "", ""},
                                          {"032018", "0163000", "岩手県", "", "盛岡市", "", "本宮", "", ""}},
                                         {},
                                         {},
                                         SmallAddressIndex::municipality("032018", "岩手県", "盛岡市", "")};
    static const AddressIndex index = small.open();
    for (const std::string slip : {"門本寺", "門寺前", "門宮前寺", "門寺"}) {
        CAPTURE(slip);
        const AddressAnswer answer = AddressMatcher(index).match("岩手県盛岡市" + slip + "5-3");
        CHECK(answer.category == AddressCategory::unsure);
        CHECK((answer.place.oaza_cho == "門前寺" || names_town(answer, "門前寺")));
    }
}

TEST_CASE("what keeps all letters that are written is named before what has another in their place") {
    std::vector<SmallTown> many{{"332101", "0001000", "岡山県", "", "新見市", "", "下熊谷", "", ""}};
    for (const std::string front : {"小", "西", "赤", "木", "山", "奥", "金", "石", "長", "大"})
        many.push_back({"332101", "00" + std::to_string(10 + many.size()) + "000", "岡山県", "", "新見市", "",
                        front + "谷", "", ""});
    const SmallAddressIndex small{
        many, {}, {}, SmallAddressIndex::municipality("332101", "岡山県", "新見市", "")};
    const AddressIndex index = small.open();
    for (const std::string slip : {"熊谷", "下熊", "下谷熊"}) {
        CAPTURE(slip);
        CHECK(names_town(AddressMatcher(index).match("岡山県新見市" + slip + "5-3"), "下熊谷"));
    }
}

TEST_CASE("a 丁目 of a town that has none is not sure where its name is not written whole either") {
    static const SmallAddressIndex small{
        {{"221031", "0033000", "静岡県", "", "静岡市", "清水区", "大沢町", "", ""},
         {"221031", "0034000", "静岡県", "", "静岡市", "清水区", "大字城", "", ""}},
        {},
        {},
        SmallAddressIndex::municipality("221031", "静岡県", "静岡市", "清水区")};
    static const AddressIndex index = small.open();
    const auto category = [](std::string_view text) { return AddressMatcher(index).match(text).category; };
    CHECK(category("静岡県静岡市清水区大沢二丁目5-3") == AddressCategory::unsure);
    CHECK(category("静岡県静岡市清水区城二丁目5-3") == AddressCategory::unsure);
    CHECK(category("静岡県静岡市清水区大沢町二丁目5-3") == AddressCategory::changed);
    CHECK(category("静岡県静岡市清水区大沢5-3") == AddressCategory::changed);
    CHECK(category("静岡県静岡市清水区城5-3") == AddressCategory::changed);
}

TEST_CASE("a small section without its large one is not sure where a large one is written nearly so") {
    static const SmallAddressIndex small{
        {{"073687", "0031115", "福島県", "南会津郡", "南会津町", "", "永田", "", "穴沢"},
         {"073687", "0031116", "福島県", "南会津郡", "南会津町", "", "永田", "", "上長泥"},
         {"073687", "0026000", "福島県", "南会津郡", "南会津町", "", "穴原", "", ""}},
        {},
        {},
        SmallAddressIndex::municipality("073687", "福島県", "南会津町", "")};
    static const AddressIndex index = small.open();
    const AddressAnswer nearly = AddressMatcher(index).match("福島県南会津町穴沢357");
    CHECK(nearly.category == AddressCategory::unsure);
    CHECK((nearly.place.oaza_cho == "穴原" || names_town(nearly, "穴原")));
    CHECK(AddressMatcher(index).match("福島県南会津町永田字穴沢357").category != AddressCategory::unsure);
    CHECK(AddressMatcher(index).match("福島県南会津町上長泥357").category != AddressCategory::unsure);
}

TEST_CASE("a town that has a ヶ less or more in its name is the answer where no other is near") {
    for (const auto& [text, town] :
         {std::pair("東京都千代田区霞丘1-2", "霞ケ丘"), std::pair("千代田区市ヶ谷3", "市谷"),
          std::pair("千代田区市が谷3", "市谷")}) {
        INFO(text);
        const AddressAnswer answer = answer_near(text);
        CHECK(answer.place.oaza_cho == town);
        CHECK(answer.category == AddressCategory::changed);
        CHECK(has_change(answer.changes, AddressChangeKind::variant));
    }
    CHECK(answer_near("千代田区市ヶ原3").place.level == MatchLevel::municipality);
    // 力 is meant, or any other letter: no answer.
    for (const char* text : {"千代田区東カ町3", "千代田区東ケ町3", "千代田区東ヶ町3"}) {
        INFO(text);
        CHECK(answer_near(text).place.oaza_cho.empty());
        CHECK(names_town(answer_near(text), "東力町"));
    }
}

TEST_CASE("what looks like the number of a 丁目 leads to it as a candidate") {
    for (const char* text : {"東京都千代田区神田鍛冶町ー丁目3", "東京都千代田区神田鍛冶町ミ丁目3"}) {
        INFO(text);
        const AddressAnswer answer = answer_near(text);
        CHECK(answer.category == AddressCategory::unsure);
        CHECK(std::ranges::any_of(answer.alternatives,
                                  [](const auto& other) { return !other.place.chome.empty(); }));
    }
}

TEST_CASE("a katakana for the kanji of a number leads to the town as a candidate") {
    CHECK(names_town(answer_near("千代田区ハ幡町3"), "八幡町"));
    CHECK(!names_town(answer_near("千代田区ホ幡町3"), "東町"));
}

TEST_CASE("a kanji number with digits right behind it leads to the town of the katakana that it looks like") {
    for (const auto& [written, meant] :
         {std::pair("佐原二12-3", "佐原ニ"), std::pair("佐原八12", "佐原ハ")}) {
        const AddressAnswer answer = answer_near(std::string("東京都千代田区") + written);
        INFO(written);
        CHECK(answer.category == AddressCategory::unsure);
        CHECK(names_town(answer, meant));
    }
    CHECK(answer_near("東京都千代田区佐原二").alternatives.empty());
    CHECK(answer_near("東京都千代田区佐原ニ12-3").place.oaza_cho == "佐原ニ");
}

TEST_CASE("a name of one letter that lacks its 町 leads to the town, whatever follows") {
    for (const std::string behind : {"5-14-1", "12番地", "", " 本館"}) {
        INFO(behind);
        CHECK(names_town(answer_near("東京都千代田区東" + behind), "東町"));
    }
}

TEST_CASE(
    "a small section without its large one is not sure where a town lacks its 町, whose 丁目 it may be") {
    static const SmallAddressIndex small{
        {{"232114", "0320108", "愛知県", "", "豊田市", "", "長沢町", "", "井上"},
         {"232114", "0320109", "愛知県", "", "豊田市", "", "長沢町", "", "中田"},
         {"232114", "0012003", "愛知県", "", "豊田市", "", "井上町", "三丁目", ""},
         {"232114", "0012004", "愛知県", "", "豊田市", "", "井上町", "四丁目", ""}},
        {},
        {},
        SmallAddressIndex::municipality("232114", "愛知県", "豊田市", "")};
    static const AddressIndex index = small.open();
    const auto answer = [](std::string_view text) { return AddressMatcher(index).match(text); };
    const AddressAnswer both = answer("愛知県豊田市井上4-7-20");
    CHECK(both.category == AddressCategory::unsure);
    CHECK(std::ranges::any_of(both.alternatives, [](const AddressAlternative& other) {
        return other.place.oaza_cho == "井上町" && other.place.chome == "四丁目";
    }));
    CHECK(answer("愛知県豊田市中田4-7").category == AddressCategory::changed);
    CHECK(answer("愛知県豊田市長沢町井上4-7").category == AddressCategory::exact);
}

TEST_CASE("the mark of a lot that looks like the end of a town leaves the answer unsure and names it") {
    for (const auto& [kana, kanji] : std::vector<std::pair<std::string, std::string>>{
             {"ロ", "口"}, {"エ", "工"}, {"カ", "力"}, {"ト", "卜"}, {"タ", "夕"}, {"ハ", "八"}}) {
        const SmallAddressIndex small{
            {{"232165", "0001000", "愛知県", "", "常滑市", "", "脇田", "", ""},
             {"232165", "0002000", "愛知県", "", "常滑市", "", "脇田" + kanji, "", ""},
             {"232165", "0003000", "愛知県", "", "常滑市", "", "多屋", "", ""}},
            {},
            {},
            SmallAddressIndex::municipality("232165", "愛知県", "常滑市", "")};
        const AddressIndex index = small.open();
        const AddressMatcher matcher(index);
        CAPTURE(kana);
        const AddressAnswer answer = matcher.match("愛知県常滑市脇田" + kana + "459");
        CHECK((answer.place.oaza_cho == "脇田" + kanji || names_town(answer, "脇田" + kanji)));
        if (answer.place.oaza_cho == "脇田") CHECK(answer.category == AddressCategory::unsure);
        CHECK(matcher.match("愛知県常滑市多屋" + kana + "459").category == AddressCategory::exact);
        CHECK(matcher.match("愛知県常滑市脇田イ459").category == AddressCategory::exact);
    }
}

TEST_CASE("a ケ before the number that a longer name goes on from is no sure mark of a lot") {
    static const SmallAddressIndex small{
        {{"212032", "0001000", "岐阜県", "", "高山市", "", "小瀬", "", ""},
         {"212032", "0002000", "岐阜県", "", "高山市", "", "小瀬ケ洞", "", ""},
         {"212032", "0003000", "岐阜県", "", "高山市", "", "広瀬", "", ""}},
        {},
        {},
        SmallAddressIndex::municipality("212032", "岐阜県", "高山市", "")};
    static const AddressIndex index = small.open();
    for (const std::string mark : {"ケ", "ヶ"}) {
        const AddressAnswer answer = AddressMatcher(index).match("岐阜県高山市小瀬" + mark + "508");
        CAPTURE(mark);
        CHECK(answer.category == AddressCategory::unsure);
        CHECK(names_town(answer, "小瀬ケ洞"));
        CHECK(AddressMatcher(index).match("岐阜県高山市広瀬" + mark + "508").category ==
              AddressCategory::exact);
    }
}

TEST_CASE("kanji for numbers that a name goes on from, or that follow each other, are no sure lot") {
    static const SmallAddressIndex small{{{"282251", "0060000", "兵庫県", "", "朝来市", "", "粟鹿", "", ""},
                                          {"282251", "0061000", "兵庫県", "", "朝来市", "", "舌辛", "", ""}},
                                         {},
                                         {},
                                         SmallAddressIndex::municipality("282251", "兵庫県", "朝来市", "")};
    static const AddressIndex index = small.open();
    const auto category = [](std::string_view text) { return AddressMatcher(index).match(text).category; };
    for (const std::string behind : {"字一丁由1439", "一丁田1439", "二丁歩3-1", "十二二線723", "三五八線7"}) {
        CAPTURE(behind);
        CHECK(category("兵庫県朝来市粟鹿" + behind) == AddressCategory::unsure);
    }
    for (const std::string behind : {"一丁目5", "一丁5-3", "十二番地", "三五番地八", "十二-二"}) {
        CAPTURE(behind);
        CHECK(category("兵庫県朝来市粟鹿" + behind) != AddressCategory::unsure);
    }
}

TEST_CASE("部 behind the letter that a 大字 is parted by is read with it") {
    static const SmallAddressIndex small{
        {{"172022", "0180101", "石川県", "", "七尾市", "", "大和町", "", "イ"},
         {"172022", "0180102", "石川県", "", "七尾市", "", "大和町", "", "チ"},
         {"172022", "0180103", "石川県", "", "七尾市", "", "大和町", "", "丙"},
         {"172022", "0180104", "石川県", "", "七尾市", "", "大和町", "", "辰"},
         {"172022", "0180105", "石川県", "", "七尾市", "", "大和町", "", "山田"},
         {"172022", "0180106", "石川県", "", "七尾市", "", "大和町", "", "西部"}},
        {},
        {},
        SmallAddressIndex::municipality("172022", "石川県", "七尾市", "")};
    static const AddressIndex index = small.open();
    const AddressMatcher matcher(index);
    for (const std::string letter : {"イ", "チ", "丙", "辰"}) {
        for (const std::string part : {"部", "の部", "之部", "ノ部"}) {
            CAPTURE(letter + part);
            const AddressAnswer answer = matcher.match("石川県七尾市大和町" + letter + part + "12番地1");
            CHECK(answer.place.koaza == letter);
            CHECK(answer.number_count == 2);
            CHECK(answer.category == AddressCategory::changed);
        }
    }
    CHECK(matcher.match("石川県七尾市大和町西部12").place.koaza == "西部");
    CHECK_FALSE(matcher.match("チ部12番地1").category <= AddressCategory::changed);
    CHECK_FALSE(matcher.match("七尾市チ部12番地1").category <= AddressCategory::changed);
    CHECK(matcher.match("石川県七尾市大和町山田部12").category == AddressCategory::unsure);
}
