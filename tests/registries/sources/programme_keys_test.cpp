#include "registries/sources/programme_keys.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace daicho;

namespace {

using Values = std::vector<std::string_view>;

std::string made(void (*make)(std::span<const std::string_view>, std::string&), const Values& values) {
    std::string key;
    make(values, key);
    return key;
}

}  // namespace

TEST_CASE("a region is read as the codes that it names") {
    const auto [region, areas] = GENERATE(table<Values, std::string>({
        {{"全国"}, ";000000;"},
        {{"131016;東京都新宿区"}, ";131016;131041;"},
        {{"石川県、富山県"}, ";170003;160008;"},
        {{"石川県内"}, ";170003;"},
        {{"どこかの里"}, ";?;"},
        {{""}, ""},
        {{"", "千代田区", "131016"}, ";131016;"},
        {{"", "", "131016"}, ""},
        {{"新宿区", "千代田区", "131016"}, ";131041;"},
    }));
    CAPTURE(region);
    CHECK(made(add_programme_areas, region) == areas);
}

TEST_CASE("whom a programme is for is told by its audience, else by its summary") {
    const auto [audience, kinds] = GENERATE(table<Values, std::string>({
        {{"中小企業者", ""}, ";business;"},
        {{"個人事業主", ""}, ";business;"},
        {{"個人及び法人", ""}, ";business;person;"},
        {{"区内に住む子どもの保護者", "法人に補助します"}, ";person;"},
        {{"", "ひとり親家庭に貸し付けます"}, ";person;"},
        {{"罹災した世帯", ""}, ";victim;person;"},
        {{"", ""}, ""},
    }));
    CAPTURE(audience);
    CHECK(made(add_programme_audiences, audience) == kinds);
}

TEST_CASE("a programme of a disaster is for its victims") {
    CHECK(made(add_disaster_audiences, {"令和6年の地震", "事業者", ""}) == ";business;victim;");
    CHECK(made(add_disaster_audiences, {"", "事業者", ""}) == ";business;");
}

TEST_CASE("the highest amount counts, in yen") {
    CHECK(made(add_programme_amount, {"1,000万円", "96万円"}) == "10000000");
    CHECK(made(add_programme_amount, {"", "応相談"}).empty());
}

TEST_CASE("words are found whatever their width, kana and spaces") {
    const std::string words = made(add_programme_words, {"ものづくり　補助金", "ＩＴ導入"});
    for (const char* const query : {"モノヅクリ補助金", "IT導入", "it 導入 補助金"}) {
        CAPTURE(query);
        for (const std::string& word : programme_words(query)) CHECK(words.find(word) != words.npos);
    }
    CHECK(programme_words(" 　 ").empty());
}
