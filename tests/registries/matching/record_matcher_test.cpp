#include "registries/matching/record_matcher.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "registries/address/address_matcher.hpp"
#include "tests/support/small_places.hpp"

using namespace daicho;

namespace {

const std::vector<MatchItem> items = {{MatchItemKind::name, "名", "名"},
                                      {MatchItemKind::address, "所", "所"}};

struct Joined {
    std::vector<MatchPair> pairs;
    std::string text;  ///< "a-b:decision ..." by 0-based place
};

Joined joined(const std::string& a, const std::string& b, const std::vector<MatchItem>& on = items) {
    const auto left = read_table(a), right = read_table(b);
    const MatchTable one(*left, on, &MatchItem::a, "", "a"), other(*right, on, &MatchItem::b, "", "b");
    Joined made{match_records(one, other, on, {}), {}};
    for (const MatchPair& pair : made.pairs) {
        made.text += (made.text.empty() ? "" : " ") + std::to_string(pair.a) + "-" +
                     (pair.b == MatchPair::npos ? "" : std::to_string(pair.b)) + ":";
        made.text += to_string(pair.decision);
    }
    return made;
}

ItemLikeness level(MatchItemKind kind, const std::string& a, const std::string& b) {
    return compare_match_values(kind, read_match_value(kind, a), read_match_value(kind, b));
}

}  // namespace

TEST_CASE("items compare by levels") {
    using enum MatchItemKind;
    CHECK(level(name, "株式会社サカタのタネ", "株式会社サカタのタネ") == ItemLikeness::equal);
    CHECK(level(name, "株式会社　サカタのタネ", "㈱サカタのタネ") == ItemLikeness::folded);
    CHECK(level(name, "株式会社渡邉", "（株）渡辺") == ItemLikeness::folded);
    CHECK(level(name, "株式会社甲乙", "有限会社甲乙") == ItemLikeness::near);
    CHECK(level(name, "株式会社山陰ネットワーク", "株式会社山陽ネットワーク") == ItemLikeness::near);
    CHECK(level(name, "株式会社誉", "株式会社廣") == ItemLikeness::different);
    CHECK(level(name, "", "株式会社廣") == ItemLikeness::missing);
    CHECK(level(name, "ＡＢ－Ｃ株式会社", "ＡＢーＣ㈱") == ItemLikeness::folded);
    CHECK(level(name, "株式会社キヤノン", "株式会社キャノン") == ItemLikeness::folded);
    CHECK(level(name, "株式会社甲乙", "甲乙株式会社") == ItemLikeness::near);
    CHECK(level(kana, "ｹｲﾖｳｷﾞﾝｺｳ", "けいよう ぎんこう") == ItemLikeness::folded);
    CHECK(level(kana, "ケイヨウ", "ケイオウ") == ItemLikeness::different);
    CHECK(level(address, "鳥取県鳥取市秋里９２８番地２", "鳥取市大字秋里928-2") == ItemLikeness::folded);
    CHECK(level(address, "鳥取市秋里928-2", "鳥取市秋里928-2アスパム14F") == ItemLikeness::near);
    CHECK(level(address, "鳥取市秋里928-2", "鳥取市秋里928-25") == ItemLikeness::different);
    CHECK(level(postal_code, "680-0941", "６８００９４１") == ItemLikeness::folded);
    CHECK(level(phone, "０３（１２３４）５６７８", "0312345678") == ItemLikeness::folded);
    CHECK(level(phone, "03-1234-5678", "03-1234-5679") == ItemLikeness::different);
    CHECK(level(date, "令和2年12月25日", "2020-12-25") == ItemLikeness::folded);
}

TEST_CASE("records with an equal name and address are one, with a name only they are not") {
    const auto found = joined(
        "名,所\n㈱甲,鳥取市秋里1-2\n㈱乙,鳥取市秋里3\n㈱丙,\n",
        "名,所\n株式会社甲,鳥取県鳥取市秋里１番地２\n株式会社乙,米子市中町4\n株式会社丙,倉吉市中町4\n");
    CHECK(found.text == "0-0:accept 1-:none 2-2:review");
    CHECK(found.pairs[0].levels == std::vector{ItemLikeness::folded, ItemLikeness::folded});
    CHECK(found.pairs[2].levels == std::vector{ItemLikeness::folded, ItemLikeness::missing});
}

TEST_CASE("several that fit are all listed and none is taken") {
    const std::string twice = "名,所\n嚴島社,島根県松江市1\n厳島社,松江市1\n";
    CHECK(joined("名,所\n厳島社,松江市1\n", twice).text == "0-0:ambiguous 0-1:ambiguous");
    CHECK(joined(twice, "名,所\n厳島社,松江市1\n").text == "0-0:ambiguous 1-0:ambiguous");
}

TEST_CASE("a former name joins what a new one does not, a reading what kanji do not") {
    const std::vector<MatchItem> former = {{MatchItemKind::name, "名", "名"},
                                           {MatchItemKind::former, "", "旧名"},
                                           {MatchItemKind::address, "所", "所"}};
    const auto found = joined("名,所\n日本電産株式会社,京都市1\n",
                              "名,旧名,所\nニデック株式会社,日本電産㈱,京都市1\n", former);
    REQUIRE(found.text == "0-0:accept");
    CHECK(found.pairs[0].levels[0] == ItemLikeness::former);
    const std::vector<MatchItem> kana = {{MatchItemKind::name, "名", "名"},
                                         {MatchItemKind::kana, "カナ", "カナ"},
                                         {MatchItemKind::address, "所", "所"}};
    const auto read = joined("名,カナ,所\n㈱としけん,トシケン,鳥取市1\n",
                             "名,カナ,所\n株式会社都市建,ﾄｼｹﾝ,鳥取市1\n", kana);
    REQUIRE(read.text == "0-0:accept");
    CHECK(read.pairs[0].levels[0] == ItemLikeness::kana);
}

TEST_CASE("former names that the register gives join what the tables alone do not") {
    const std::string a = "名,所\n日本電産㈱,京都市1\n",
                      b = "番号,名,所\n6130001030859,ニデック株式会社,京都市1\n";
    CHECK(joined(a, b).text == "0-:none");
    MatchKnowledge known;
    known.number = "番号";
    known.former_names = [](std::string_view number) {
        REQUIRE(number == "6130001030859");
        return std::vector<std::string>{"日本電産株式会社", "日電産株式会社"};
    };
    const auto left = read_table(a), right = read_table(b);
    const MatchTable one(*left, items, &MatchItem::a, "", "a"),
        other(*right, items, &MatchItem::b, "", "b", known);
    const auto pairs = match_records(one, other, items, {});
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0].decision == MatchDecision::accept);
    CHECK(pairs[0].levels[0] == ItemLikeness::former);
    // The other way round as well.
    const auto back = match_records(other, one, items, {});
    REQUIRE(back.size() == 1);
    CHECK(back[0].levels[0] == ItemLikeness::former);
}

TEST_CASE(
    "addresses of one town of the registry are one where their numbers are, however the town is written") {
    const SmallAddressIndex index = small_places();
    const auto mapped = index.open();
    const AddressMatcher matcher(mapped);
    const SeatReader places(&matcher);
    const auto level_of = [&](const std::string& a, const std::string& b) {
        return compare_match_values(MatchItemKind::address,
                                    read_match_value(MatchItemKind::address, a, &places),
                                    read_match_value(MatchItemKind::address, b, &places));
    };
    CHECK(level_of("東京都文京区白山１丁目２番３号", "文京区白山1-2-3") == ItemLikeness::folded);
    CHECK(level_of("三好市山城町一ノ坂5", "徳島県三好市山城町１ノ坂５番地") == ItemLikeness::folded);
    CHECK(level_of("金沢市野町3-11-1", "金沢市野町三丁目11番1号コーポ101") == ItemLikeness::near);
    CHECK(level_of("金沢市野町3-11-1コーポ", "金沢市野町三丁目11番1号コーポ") == ItemLikeness::folded);
    CHECK(level_of("金沢市野町3-11-1", "金沢市野町三丁目11番12号") == ItemLikeness::different);
    CHECK(level_of("文京区白山1-2-3", "文京区白山2-2-3") == ItemLikeness::different);
    CHECK(level_of("文京区白山1-2-3", "文京区白山一丁目") == ItemLikeness::near);
    CHECK(level_of("文京区白山1-2-3", "渋谷区神南1-2-3") == ItemLikeness::different);
    CHECK(level_of("金沢市", "石川県金沢市野町3-11-1") == ItemLikeness::near);
    CHECK(level_of("石川県", "金沢市野町3-11-1") == ItemLikeness::near);
    CHECK(level_of("京都市", "京都市上京区藪之内町3") == ItemLikeness::near);
    CHECK(level_of("渋谷区", "文京区白山1-2-3") == ItemLikeness::different);
    CHECK(level_of("金沢市石引", "金沢市野町3-11-1") == ItemLikeness::different);
    CHECK(level_of("京都市上京区藪之内町3", "京都市上京区薮ノ内町3") == ItemLikeness::folded);
}

TEST_CASE("the decision on two records by the levels of their items") {
    using Kind = MatchItemKind;
    const std::vector<MatchItem> on = {
        {Kind::name, "名", "名"}, {Kind::address, "所", "所"}, {Kind::phone, "電話", "電話"}};
    struct Case {
        std::string a, b, decision;
    };
    const std::string same = "㈱甲乙丙丁,鳥取市秋里1-2,03-1234-5678";
    const Case cases[] = {
        {same, same, "accept"},
        {same, "株式会社甲乙丙丁,鳥取市秋里１番地２,0312345678", "accept"},
        {same, "株式会社甲乙丙丁,鳥取市秋里１番地２,", "accept"},  // missing shows nothing
        {same, "株式会社甲乙丙丁,,", "review"},                    // one item is not enough
        {same, "㈱甲乙丙丁,鳥取市秋里1-2,03-1234-5679", "none"},   // different blocks
        {same, "㈱甲乙丙丁,鳥取市秋里1-3,03-1234-5678", "none"},   // whatever else agrees
        {same, "㈱戊己庚辛,鳥取市秋里1-2,03-1234-5678", "none"},
        {same, "㈲甲乙丙丁,鳥取市秋里1-2,03-1234-5678", "review"},  // near is for a person
        {same, "㈱甲乙丙下,鳥取市秋里1-2,03-1234-5678", "review"},
        {same, "㈱甲乙丙丁,鳥取市秋里1-2ビル2階,03-1234-5678", "review"},
        {same, ",鳥取市秋里1-2,03-1234-5678", "accept"},
        {same, ",,03-1234-5678", "review"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.b);
        const std::string header = "名,所,電話\n";
        const auto found = joined(header + one.a + "\n", header + one.b + "\n", on);
        REQUIRE(found.pairs.size() == 1);
        CHECK(to_string(found.pairs[0].decision) == one.decision);
    }
}

TEST_CASE("a doubtful record is left out where a sure one is there") {
    CHECK(joined("名,所\n㈱甲乙丙丁,鳥取市1\n", "名,所\n㈲甲乙丙丁,鳥取市1\n株式会社甲乙丙丁,鳥取市1番地\n")
              .text == "0-1:accept");
}

TEST_CASE("a name that very many have is joined by the address as well") {
    std::string many = "名,所\n";
    for (int i = 1; i <= 1000; ++i) many += "八幡神社,鳥取市" + std::to_string(i) + "番地\n";
    CHECK(joined("名,所\n八幡神社,鳥取市700\n八幡神社,米子市1\n", many).text == "0-699:accept 1-:none");
    CHECK(joined(many, many).pairs.size() == 1000);
}

TEST_CASE("records that are very many and all alike are counted, and some of the pairs are told") {
    std::string many = "名,所\n";
    constexpr std::size_t records = 700;
    for (std::size_t i = 0; i < records; ++i) many += "㈱甲,鳥取市1番地\n";
    const auto found = joined(many, many);
    REQUIRE(found.pairs.size() == records * most_pairs_of_record);
    CHECK(found.pairs[0].decision == MatchDecision::ambiguous);
    CHECK(found.pairs[0].others == records - 1);
    // The same in other words: more than are compared.
    std::string spelled = "名,所\n";
    for (std::size_t i = 0; i < records; ++i) spelled += "㈱甲" + std::string(i, ' ') + ",鳥取市1番地\n";
    const auto told = joined("名,所\n株式会社甲,鳥取市1\n", spelled);
    REQUIRE(told.pairs.size() == most_pairs_of_record);
    CHECK(told.pairs[0].decision == MatchDecision::ambiguous);
    CHECK(told.pairs[0].others >= most_pairs_of_record);
}

TEST_CASE("the number of threads does not change what is found") {
    std::string a = "名,所\n", b = a;
    for (int i = 0; i < 1200; ++i) {
        a += "㈱甲" + std::to_string(i % 170) + ",鳥取市" + std::to_string(i % 90) + "番地\n";
        b += "株式会社甲" + std::to_string(i % 230) + ",鳥取市" + std::to_string(i % 120) + "\n";
    }
    std::string first;
    for (const unsigned threads : {1u, 4u}) {
        const auto left = read_table(a), right = read_table(b);
        const MatchTable one(*left, items, &MatchItem::a, "", "a", {}, threads),
            other(*right, items, &MatchItem::b, "", "b", {}, threads);
        std::string told;
        for (const MatchPair& pair : match_records(one, other, items, {}, threads)) {
            told += std::to_string(pair.a) + "-" + std::to_string(pair.b) + ":" +
                    std::string(to_string(pair.decision)) + std::to_string(pair.others) + " ";
        }
        if (first.empty()) first = told;
        CHECK(told == first);
    }
}

TEST_CASE("how unique each set of items is") {
    const auto table = read_table("名,所\n㈱甲,A町1\n株式会社甲,B町1\n㈱乙,\n");
    const MatchTable read(*table, items, &MatchItem::a, "", "t");
    const auto sets = uniqueness_of(read, 2);
    REQUIRE(sets.size() == 3);
    CHECK((sets[0].unique == 1 && sets[0].shared == 2 && sets[0].missing == 0));
    CHECK((sets[2].unique == 2 && sets[2].shared == 0 && sets[2].missing == 1));
}

TEST_CASE("a column that is not there is named with those that are") {
    const auto table = read_table("名\n甲\n");
    CHECK_THROWS_AS(MatchTable(*table, items, &MatchItem::a, "", "t"), Error);
}
