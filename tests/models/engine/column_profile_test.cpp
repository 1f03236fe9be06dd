#include "models/engine/column_profile.hpp"

#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "grammars/text/narrow.hpp"
#include "models/engine/value_kinds.hpp"

namespace daicho {

namespace {

std::string kind_of(std::vector<std::string> values, std::string_view header = "") {
    const ColumnKind kind = recognise_kind(values, header, {});
    return kind.type ? std::string{kind.type->name} : "";
}

}  // namespace

TEST_CASE("columns are recognised by their content") {
    CHECK(kind_of({"2024-04-18", "令和6年4月19日", "2024/4/20"}) == "date");
    CHECK(kind_of({"076-234-2013", "0761-24-8101", "(076)264-8800", "電話なし"}) == "phone");
    CHECK(kind_of({"100-8926", "920-0935"}) == "postal_code");
    CHECK(kind_of({"36.55282538", "36.554056"}) == "latitude");
    CHECK(kind_of({"136.6481028", "136.638876"}) == "longitude");
    CHECK(kind_of({"172014", "170003", "382019"}) == "municipality_code");
}

TEST_CASE("plain numbers and words are of no kind") {
    CHECK(kind_of({"1", "2", "3"}).empty());
    CHECK(kind_of({"31", "35", "40"}).empty());
    CHECK(kind_of({"1001234", "1001235"}).empty());
    CHECK(kind_of({"2026000001", "2026000002"}, "NO").empty());
    CHECK(kind_of({"小学校", "中学校"}).empty());
    CHECK(kind_of({}).empty());
}

TEST_CASE("a header decides what the content leaves open") {
    CHECK(kind_of({"1001234", "1001235"}, "郵便番号") == "postal_code");
    CHECK(kind_of({"36", "35"}, "緯度") == "latitude");
    CHECK(kind_of({"9:30受付", "開始日: 2019/1/14"}, "日時備考").empty());
    CHECK(kind_of({"2020-2-25", "2020-2-28"}, "休館期間（始）") == "date");
    CHECK(kind_of({"290-1789", "222-2082"}) == "postal_code");
    CHECK(kind_of({"9:30受付", "開始日: 2019/1/14"}, "日時備考").empty());
    CHECK(kind_of({"2020-2-25", "2020-2-28"}, "休館期間（始）") == "date");
    CHECK(kind_of({"290-1789", "222-2082"}, "TEL") == "phone");
    CHECK(kind_of({"37201", "37202"}).empty());
    CHECK(kind_of({"37201", "37202"}, "cityCode") == "municipality_code");
    CHECK(kind_of({"42644", "42645"}, "VacancyDate") == "date");
}

TEST_CASE("what stands for no value says nothing about the kind of a column") {
    CHECK(kind_of({"2024-04-18", "#REF!", "不明", "=A1", "同上", "-"}, "開設日") == "date");
    CHECK(kind_of({"100-8926", "なし", "#N/A", "未定", "〃"}) == "postal_code");
    CHECK(kind_of({"#REF!", "-"}, "開設日").empty());
}

TEST_CASE("a header lets values of a wrong number of digits pass as its kind") {
    CHECK(kind_of({"100-892", "920-093", "12345"}, "郵便番号") == "postal_code");
    CHECK(kind_of({"075-222-311", "075-222-31112"}, "電話番号") == "phone");
    CHECK(kind_of({"123456789012", "1234567890"}, "法人番号") == "corporate_number");
    CHECK(kind_of({"100-892", "920-093", "12345"}, "番号").empty());
    CHECK(kind_of({"101", "102", "103"}, "登録番号").empty());
}

TEST_CASE("a header that is the name of a kind settles it whatever stands below") {
    const std::vector<std::vector<std::string>> rubbish = {{"abc", "ほげ", "x-y"},
                                                           {"東京", "大阪府", "北海道"},
                                                           {"総務課", "市民課"},
                                                           {"12.5", "13.75", "35.6050381"}};
    const std::pair<const char*, const char*> headers[] = {{"電話番号", "phone"},
                                                           {"施設の電話番号（代表）", "phone"},
                                                           {"ＦＡＸ番号", "phone"},
                                                           {"開設日", "date"},
                                                           {"郵便番号", "postal_code"},
                                                           {"法人番号", "corporate_number"},
                                                           {"メールアドレス", "email"},
                                                           {"ホームページURL", "url"},
                                                           {"市区町村コード", "municipality_code"}};
    for (const auto& [header, kind] : headers) {
        for (const std::vector<std::string>& values : rubbish) {
            CAPTURE(header, values.front());
            CHECK(kind_of(values, header) == kind);
        }
    }
    CHECK(recognise_kind(std::vector<std::string>{"総務課", "市民課"}, "電話番号", {}).by_header);
    CHECK(!recognise_kind(std::vector<std::string>{"(03)5253-5111"}, "電話番号", {}).by_header);
    CHECK(kind_of({"139.7,35.6", "abc"}, "緯度経度") == "coordinates");
}

TEST_CASE("a header settles no kind that it only mentions, or where the values answer another question") {
    for (const char* header :
         {"電話番号の有無", "電話番号備考", "電話番号・メールアドレス", "日時", "TEL受付時間"}) {
        CAPTURE(header);
        CHECK(kind_of({"総務課", "abc"}, header).empty());
    }
    CHECK(kind_of({"有", "無"}, "電話番号") != "phone");
    CHECK(kind_of({"月・水・金曜日", "毎週火曜", "abc"}, "開設日") != "date");
}

TEST_CASE("a column of numbers with a fraction is of no kind that is written with digits and marks") {
    std::mt19937 random(14);
    for (int round = 0; round < 60; ++round) {
        const unsigned whole = 1 + static_cast<unsigned>(random() % 400), decimals = 1 + round % 9u;
        std::vector<std::string> values;
        while (values.size() < 8) {
            std::string value = std::to_string(whole + random() % 3) + '.';
            for (unsigned i = 0; i < decimals; ++i) value += static_cast<char>('1' + random() % 9);
            values.push_back(std::move(value));
        }
        const std::string kind = kind_of(values);
        CAPTURE(values.front());
        const bool place = (whole >= 20 && whole < 44) || (whole >= 122 && whole < 152);
        CHECK((kind.empty() || (decimals >= 3 && place && (kind == "latitude" || kind == "longitude"))));
    }
    CHECK(kind_of({"-2.31405975533455", "-4.9849953582763", "1.57740630624023"}).empty());
    CHECK(kind_of({"28.53", "31.07", "35.68"}).empty());
    CHECK(kind_of({"35.681", "35.6894", "36.204824"}) == "latitude");
    CHECK(kind_of({"139.7671", "138.252", "139.75"}) == "longitude");
    CHECK(kind_of({"2023.10.5", "2023.10.15", "2024.1.31"}) == "date");
    CHECK(kind_of({"1.10.2", "1.10.12", "2.0.31"}).empty());
    CHECK(kind_of({"192.168.1.12", "10.0.255.103"}).empty());
    CHECK(kind_of({"1,234,567", "123,456", "12,345,678.90"}).empty());
}

TEST_CASE("the table of recognised kinds names kinds that exist, each once") {
    std::set<const ValueType*> types;
    for (const RecognisedKind& kind : recognised_kinds()) CHECK(types.insert(kind.type).second);
    CHECK(types.size() >= 25);
}

TEST_CASE("samples keep the first different values and leave blanks out") {
    ColumnSamples samples{2, 3};
    for (const char* text : {"a", "", "b", "a", "c", "d"}) samples.add(0, text);
    CHECK(std::vector(samples.values(0).begin(), samples.values(0).end()) ==
          std::vector<std::string>{"a", "b", "c"});
    CHECK(samples.values(1).empty());
    CHECK(!samples.full());
}

TEST_CASE("ASCII words of a header count as whole words only") {
    const RecognisedKind latitude{.words = {"lat", "緯度"}};
    CHECK(header_names("LAT", latitude));
    CHECK(header_names(Narrow{"ｌａｔ（北緯）"}.text(), latitude));
    CHECK(header_names("施設の緯度", latitude));
    CHECK(header_names("siteLat", latitude));
    CHECK(!header_names("platform", latitude));
    CHECK(!header_names("latest", latitude));
}

TEST_CASE("of a way through members the last step names the kind, not what the value is in") {
    const auto kind_of = [](const char* header, const std::vector<std::string>& values) {
        const ColumnKind kind = recognise_kind(values, header, {});
        return kind.type != nullptr ? std::string(kind.type->name) : "none";
    };
    const std::vector<std::string> numbers{"1", "2", "3640300"};
    CHECK(kind_of("Body.TimeSeriesInfo.Item.Code", numbers) == "none");
    CHECK(kind_of("Body.TimeSeriesInfo.TimeDefine.timeId", numbers) == "none");
    CHECK(kind_of("contact.address.administrativeArea", {"東京都"}) != "address");
    CHECK(kind_of("address.addressRegion", {"東京都", "香川県"}) == "prefecture");
    CHECK(kind_of("address.addressLocality", {"千代田区", "高松市"}) == "city_and_county");
    CHECK(kind_of("contact.address", {"東京都千代田区紀尾井町1-3"}) == "address");
    CHECK(kind_of("item[2].startTime", {"9:00", "10:00"}) == "time_hm");
    CHECK(kind_of("Tel.", {"03-5253-5111"}) == "phone");
}

TEST_CASE("signs are seen in full width as well") {
    CHECK(shows("１丁目", KindSign::digit));
    CHECK(!shows("東京", KindSign::digit));
    CHECK(shows("３５．６８１", KindSign::degrees));
    CHECK(shows("35°41'", KindSign::degrees));
    CHECK(!shows("35.12", KindSign::degrees));
    CHECK(!shows("5.123", KindSign::degrees));
    CHECK(!shows("35.", KindSign::degrees));
    CHECK(shows("１００－８９２６", KindSign::mark));
    CHECK(!shows("1008926", KindSign::mark));
}

}  // namespace daicho
