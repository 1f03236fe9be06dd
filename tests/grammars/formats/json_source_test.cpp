#include <random>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "grammars/formats/table_reader.hpp"

using namespace daicho;

namespace {

struct JsonRead {
    std::vector<std::string> header;
    std::vector<std::string> rows;  ///< cells with '|' between them
    std::vector<std::string> places;
    std::vector<Finding> findings;
};

JsonRead read_json(const std::string& bytes, const std::string& name = "t.json",
                   const ReadOptions& options = {}) {
    const auto table = read_table(bytes, options, name);
    JsonRead all{table->header(), {}, {}, {}};
    for (Batch batch; table->next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            std::string row;
            for (std::size_t c = 0; c < batch.width(i); ++c) row.append(batch.cell(i, c)) += '|';
            all.rows.push_back(row);
            const RecordPlace place = batch.place(i);
            all.places.push_back(place_text(table->places(), place, 1, table->header()[0]) + " " +
                                 std::to_string(place.line) + ":" + std::to_string(place.position));
        }
        all.findings.insert(all.findings.end(), batch.findings().begin(), batch.findings().end());
    }
    all.findings.insert(all.findings.end(), table->findings().begin(), table->findings().end());
    return all;
}

std::string json_refusal(const std::string& bytes, const std::string& name = "t.json") {
    try {
        read_json(bytes, name);
    } catch (const Error& error) {
        return error.en();
    }
    return {};
}

}  // namespace

TEST_CASE("the columns of a JSON table are the members of all objects, in the order in which they appear") {
    const auto table = read_json(
        "[{\"名称\":\"市役所\",\"数\":1.50},\n  {\"b\":true,\"名称\":\"say \\\"hi\\\"\",\"数\":null}]");
    CHECK(table.header == std::vector<std::string>{"名称", "数", "b"});
    CHECK(table.rows == std::vector<std::string>{"市役所|1.50||", "say \"hi\"||true|"});
    CHECK(table.places == std::vector<std::string>{"/0/名称 1:2", "/1/名称 2:3"});
    CHECK(table.findings.empty());
}

TEST_CASE("JSON Lines are a record a line") {
    const auto table = read_json("\xEF\xBB\xBF{\"a\":\"x\"}\r\n\n{\"a\":-7,\"c\":\"\"}\n", "t.jsonl");
    CHECK(table.header == std::vector<std::string>{"a", "c"});
    CHECK(table.rows == std::vector<std::string>{"x||", "-7||"});
    CHECK(table.places == std::vector<std::string>{"/a 1:1", "/a 3:1"});
    CHECK(json_refusal("{\"a\":1}\n{\"a\":\n1}\n", "t.jsonl").find("t.jsonl:2:1: the line is not one") == 0);
    CHECK(json_refusal("{\"a\":1} {\"a\":2}\n", "t.jsonl").find("t.jsonl:1:9: the line is not one") == 0);
}

TEST_CASE("what is no table is refused with its place") {
    CHECK(json_refusal("[1]").find("t.json:1:2: an element of the array is not an object") == 0);
    CHECK(json_refusal("[{\"a\":1}").find("t.json:1:") == 0);
    CHECK(json_refusal("[{\"a\":" + std::string(100'000, '1') + "}]")
              .find("this number is too large to be read;") != std::string::npos);
    CHECK(json_refusal("[{\"a\":1e999}]").size() < 200);
    CHECK_THAT(json_refusal("[{\"a\":\"\xFF\"}]"), Catch::StartsWith("t.json") && Catch::Contains("0xFF"));
    std::string many = "[{\"a\":1}";
    for (int i = 0; i < 10'000; ++i) many += ",{\"" + std::to_string(i) + "\":0}";
    CHECK(json_refusal(many + "]").find("too many columns") != std::string::npos);
}

TEST_CASE("JSON in another encoding is read as what it proves to be, and told") {
    const std::string text =
        R"([{"名称":"中央公園","住所":"東京都千代田区"},{"名称":"能登","住所":"石川県輪島市"}])";
    const JsonRead wanted = read_json(text);
    for (const Encoding encoding :
         {Encoding::cp932, Encoding::euc_jp, Encoding::utf16le, Encoding::utf16be}) {
        CAPTURE(to_string(encoding));
        std::string bytes;
        Encoder(encoding).encode((to_string(encoding).starts_with("UTF") ? "\uFEFF" : "") + text, bytes);
        for (const char* name : {"t.json", "t.jsonl"}) {
            const JsonRead found = read_json(bytes, name);
            CHECK(found.header == wanted.header);
            CHECK(found.rows == wanted.rows);
            REQUIRE(found.findings.size() == 1);
            CHECK(found.findings[0].rule == rules::not_utf8);
            CHECK(found.findings[0].value == to_string(encoding));
        }
        ReadOptions named;
        named.encoding = encoding;
        CHECK(read_json(bytes, "t.json", named).rows == wanted.rows);
        CHECK(read_json(bytes, "t.json", named).findings.empty());
        named.encoding = encoding == Encoding::euc_jp ? Encoding::cp932 : Encoding::euc_jp;
        CHECK_THROWS_AS(read_json(bytes, "t.json", named), Error);
    }
}

TEST_CASE("what is wrong with a text that is no JSON is said with its place") {
    const std::pair<const char*, const char*> mistakes[] = {
        {R"([{"a":1,}])", "1:9: this is not valid JSON: there is a comma too many before '}'"},
        {R"([{"a":[1,]}])", "1:10: this is not valid JSON: a value is missing before ']', or"},
        {R"([{"a":1 "b":2}])", "1:11: this is not valid JSON: a comma between values"},
        {R"([{"a" 1}])", "1:8: this is not valid JSON: ':' is missing behind the name"},
        {R"([{'a':1}])", "1:3: this is not valid JSON: put the name of a member in double quotation marks"},
        {R"([{"a":NaN}])", "1:7: this is not valid JSON: put texts in double quotation marks"},
        {R"([{"a":}])", "1:7: this is not valid JSON: a value is missing here"},
        {R"([{"a":"\q"}])", "1:9: this is not valid JSON: this may not follow a backslash"},
        {R"([{"a":"\u12"}])", ": this is not valid JSON: \\u must be followed by four"},
        {R"([{"a":-}])", "this is not valid JSON: this is not how a number is written"},
        {R"([{"a":"x}])", "1:10: this is not valid JSON: the closing quotation mark is missing"},
        {R"([{"a":{"b":1)", "this is not valid JSON: it ends before it is complete"},
        {"[{\"a\":\"x\ny\"}]", "1:9: this is not valid JSON: write line ends and other controls"},
        {"[{\"名称\":\"中央公園\",\"b\":\"\xFF\"}]",
         "this is not valid JSON: a byte here is no part of UTF-8"},
    };
    for (const auto& [text, said] : mistakes) {
        CAPTURE(text);
        CHECK_THAT(json_refusal(text), Catch::Contains(said));
    }
}

TEST_CASE("values within values are columns, with their ways as places") {
    const auto table =
        read_json(R"([{"ID":"1","住所":{"連結表記":"甲1","座標":[[1,2],[3,4]]},"電話":["a","b"]},)"
                  R"({"ID":"2","住所":{},"電話":[],"群":[{"x":"p"},{"x":"q"}]}])");
    CHECK(table.header ==
          std::vector<std::string>{"ID", "住所_連結表記", "住所_座標", "電話", "電話[2]", "群_x", "群[2]_x"});
    CHECK(table.rows == std::vector<std::string>{"1|甲1|[[1,2],[3,4]]|a|b|||", "2|||||p|q|"});
    const auto read = read_table(R"([{"a":{"b":["x","y"]}}])", {}, "t.json");
    CHECK(place_text(read->places(), {1, 2, 0}, 2, "") == "/0/a/b/1");
}

TEST_CASE("an array of many elements is one column") {
    std::string many = "[{\"n\":\"甲\",\"列\":[0";
    for (int i = 1; i < 40; ++i) many += "," + std::to_string(i);
    const auto table = read_json(many + "]},{\"n\":\"乙\",\"列\":[{\"a\":\"\\n\"}]}]");
    CHECK(table.header == std::vector<std::string>{"n", "列"});
    CHECK(table.rows.back() == "乙|[{\"a\":\"\\n\"}]|");
}

TEST_CASE("the records of a document are found, or named") {
    CHECK(read_json(R"({"count":2,"result":{"records":[{"a":1},{"a":2}]}})").rows ==
          std::vector<std::string>{"1|", "2|"});
    CHECK(read_json(R"({"氏名":"山田","住所":{"町字":"北町"},"電話":[{"番号":"1"}]})").rows.size() == 1);
    const std::string two = R"({"甲":[{"a":"x"}],"乙":[{"b":"y"},{"b":"z"}]})";
    const auto longest = read_json(two);
    CHECK(longest.rows == std::vector<std::string>{"y|", "z|"});
    REQUIRE_FALSE(longest.findings.empty());
    CHECK(longest.findings[0].rule == rules::other_records);
    CHECK(longest.findings[0].detail == "/甲 (1)");
    ReadOptions options;
    options.records = "/甲";
    CHECK(read_json(two, "t.json", options).rows == std::vector<std::string>{"x|"});
    options.records = "/丙";
    CHECK_THROWS_WITH(read_json(two, "t.json", options), Catch::Contains("/甲 (1), /乙 (2)"));
    CHECK(read_json(R"([["名","数"],["甲","1"]])").rows == std::vector<std::string>{"甲|1|"});
}

TEST_CASE("what GeoJSON and NGSI-LD wrap around values is no column") {
    const auto features = read_json(
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point",)"
        R"("coordinates":[139.5,35.50]},"properties":{"名称":"甲"}},{"type":"Feature","geometry":null,)"
        R"("properties":{"名称":"乙"}}]})",
        "t.geojson");
    CHECK(features.header == std::vector<std::string>{"経度", "緯度", "名称"});
    CHECK(features.rows == std::vector<std::string>{"139.5|35.50|甲|", "||乙|"});
    const auto entity = read_json(
        R"({"@context":["x"],"id":"u:1","name":{"type":"Property","value":"甲"},"location":{"type":)"
        R"("GeoProperty","value":{"type":"Point","coordinates":[1.5,2]}},"at":{"type":"Property","value":)"
        R"({"@type":"DateTime","@value":"2024-01-01"}}})",
        "t.jsonld");
    CHECK(entity.header == std::vector<std::string>{"id", "name", "longitude", "latitude", "at"});
    CHECK(entity.rows == std::vector<std::string>{"u:1|甲|1.5|2|2024-01-01|"});
}

TEST_CASE("an entity of NGSI-LD has the same columns normalized, concise and as key-values") {
    const auto read = [](const char* name, const char* place, const char* owner) {
        return read_json(R"([{"id":"urn:ngsi-ld:X:1","type":"X","name":)" + std::string(name) +
                             R"(,"location":)" + place + R"(,"owner":)" + owner + "}]",
                         "t.jsonld");
    };
    const JsonRead forms[] = {
        read(R"({"type":"Property","value":"甲"})",
             R"({"type":"GeoProperty","value":{"type":"Point","coordinates":[1.5,2]}})",
             R"({"type":"Relationship","object":"urn:ngsi-ld:Y:2"})"),
        read(R"({"value":"甲"})", R"({"value":{"type":"Point","coordinates":[1.5,2]}})",
             R"({"object":"urn:ngsi-ld:Y:2"})"),
        read(R"("甲")", R"({"type":"Point","coordinates":[1.5,2]})", R"("urn:ngsi-ld:Y:2")")};
    for (const JsonRead& form : forms) {
        CHECK(form.header == std::vector<std::string>{"id", "name", "longitude", "latitude", "owner"});
        CHECK(form.rows == std::vector<std::string>{"urn:ngsi-ld:X:1|甲|1.5|2|urn:ngsi-ld:Y:2|"});
    }
    const auto coded = read_json(
        R"([{"id":"urn:ngsi-ld:X:1","type":"X","kind":{"code":"1","value":"有"},"size":{"value":5,"unitCode":"E34"}}])",
        "t.jsonld");
    CHECK(coded.header == std::vector<std::string>{"id", "kind", "size", "size.unitCode"});
    CHECK(coded.rows == std::vector<std::string>{"urn:ngsi-ld:X:1|1|5|E34|"});
}

TEST_CASE("what is written in one way in one record and in another in the next is one column") {
    const auto table =
        read_json(R"([{"電話":"1","性別":"男"},{"電話":["2","3"],"性別":{"コード":"2","名称":"女"}}])");
    CHECK(table.header == std::vector<std::string>{"電話", "性別", "電話[2]"});
    CHECK(table.rows == std::vector<std::string>{"1|男||", "2|2|3|"});
    const auto alone = read_json(R"([{"住所":{"町":"甲"}},{"住所":[{"町":"乙"}]}])");
    CHECK(alone.header == std::vector<std::string>{"住所_町"});
    CHECK(alone.rows == std::vector<std::string>{"甲|", "乙|"});

    const std::string feature = R"({"type":"Feature","geometry":)", with = R"(,"properties":{"名称":"甲")";
    const std::string point = R"({"type":"Point","coordinates":[135.5,34.5]})";
    const std::string start = R"({"type":"FeatureCollection","features":[)";
    const auto mixed = read_json(start + feature + point + with + "}}," + feature + "null" + with +
                                 R"(,"緯度":"不明","経度":""}}]})");
    CHECK(mixed.header == std::vector<std::string>{"経度", "緯度", "名称"});
    CHECK(mixed.rows == std::vector<std::string>{"135.5|34.5|甲|", "|不明|甲|"});
    const auto both = read_json(start + feature + point + with + R"(,"緯度":34.6}}]})");
    CHECK(both.header == std::vector<std::string>{"経度", "geometry_緯度", "名称", "緯度"});
    const auto some =
        read_json(start + feature + point + with + R"(,"緯度":34.6}},)" + feature + "null" + with + "}}]}");
    CHECK(some.findings.back().rule == rules::members_left_out);
    CHECK(some.findings.front().rule == rules::member_twice);
    CHECK(some.findings.front().detail == "34.6");
}

TEST_CASE("members that come twice and integers that programs do not keep are told") {
    const auto table = read_json(R"([{"a":"x","a":"y","n":9007199254740993,"m":9007199254740992}])");
    CHECK(table.rows == std::vector<std::string>{"x|9007199254740993|9007199254740992|"});
    REQUIRE(table.findings.size() == 2);
    CHECK(table.findings[0].rule == rules::member_twice);
    CHECK(table.findings[0].detail == "y");
    CHECK(table.findings[1].rule == rules::number_too_long);
    CHECK(table.findings[1].column == 2);
}

TEST_CASE("a JSON table without records is an empty file") {
    for (const char* empty : {"", "[]", "[{}]"}) {
        const auto table = read_json(empty);
        REQUIRE_FALSE(table.findings.empty());
        CHECK(table.findings.back().rule == rules::empty_file);
        CHECK(table.header.empty());
        CHECK(table.rows.empty());
    }
}

TEST_CASE("records of JSON are checked as records") {
    const auto table = read_json("[{\"a\":\"x\\u0007\"},{\"a\":null}]");
    REQUIRE(table.findings.size() == 2);
    CHECK(table.findings[0].rule == rules::control_in_file);
    CHECK(table.findings[0].span == Span{1, 2});
    CHECK(table.findings[0].place.element == 0);
    CHECK(table.findings[1].rule == rules::blank_record);
    CHECK(table.findings[1].place.element == 1);
}

TEST_CASE("JSON of another encoding is read where that is said") {
    ReadOptions options;
    options.encoding = Encoding::cp932;
    std::string bytes;
    Encoder(Encoding::cp932).encode("[{\"名称\":\"市役所\"}]", bytes);
    CHECK(read_json(bytes, "t.json", options).rows == std::vector<std::string>{"市役所|"});
}

TEST_CASE("a JSON table of any length comes in batches") {
    std::string bytes = "[";
    for (int i = 0; i < 60'000; ++i)
        bytes += (i ? ",\n{\"n\":" : "{\"n\":") + std::to_string(i) + ",\"t\":\"あいう\"}";
    const auto table = read_table(bytes + "]", {}, "t.json");
    std::uint64_t records = 0;
    std::size_t batches = 0;
    bool in_order = true;
    for (Batch batch; table->next(batch); ++batches) {
        CHECK(batch.record_number(0) == records + 1);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            in_order = in_order && batch.cell(i, 0) == std::to_string(records) &&
                       batch.place(i).element == records && batch.line(i) == records + 1;
            ++records;
        }
    }
    CHECK(records == 60'000);
    CHECK(batches > 1);
    CHECK(in_order);
}

TEST_CASE("records that are like those before are read as if they were the first of their kind") {
    std::mt19937 random(16);
    const auto draw = [&](std::initializer_list<const char*> texts) {
        return std::string(texts.begin()[random() % texts.size()]);
    };
    const auto value = [&] {
        return draw({"\"あ\"", "\"\"", "\"a\\n\\u3042\"", "\"\\\\\"", "null", "true", "0", "-0", "-12.50",
                     "1e3", "9007199254740993", "\"9007199254740993\"", "{}", "[]",
                     "\"long enough for two blocks of bytes\""});
    };
    const auto record = [&](const std::string& blanks) {
        std::string text = "{" + blanks + "\"名\": " + value() + ",\"b\":" + value();
        if (random() % 8 == 0) text += ",\"b\":" + value();  // twice
        if (random() % 3 == 0) text += ",\"住所\":{\"町\":" + value() + ",\"番\":" + value() + "}";
        if (random() % 5 == 0) text += ",\"電話\":[" + value() + "," + value() + ",{\"x\":" + value() + "}]";
        if (random() % 50 == 0) text += ",\"表\":[[" + value() + "],[" + value() + "]]";
        return text + ",\"z\" :" + value() + " }\n";
    };
    for (unsigned round = 0; round < 20; ++round) {
        std::string alike, unlike;
        for (unsigned i = 0; i < 400; ++i) {
            const auto state = random;
            alike += record("");
            random = state;
            unlike += record(std::string(i, ' '));  // no two begin in one way
        }
        const JsonRead one = read_json(alike, "t.jsonl"), other = read_json(unlike, "t.jsonl");
        CHECK(one.header == other.header);
        CHECK(one.rows == other.rows);
        CHECK(one.places == other.places);
        REQUIRE(one.findings.size() == other.findings.size());
        bool same = true;
        for (std::size_t i = 0; i < one.findings.size(); ++i) {
            const Finding &a = one.findings[i], &b = other.findings[i];
            same = same && a.rule == b.rule && a.record == b.record && a.column == b.column &&
                   a.value == b.value && a.detail == b.detail;
        }
        CHECK(same);
    }
}
