#include "grammars/formats/json_value.hpp"

#include <catch2/catch.hpp>

#include <cstring>

#include "grammars/base/error.hpp"

using namespace daicho;

namespace {

class Memory final : public ByteSource {
 public:
    explicit Memory(std::string bytes) : bytes_(std::move(bytes)) {}
    std::size_t read(char* to, std::size_t size) override {
        const std::size_t got = bytes_.copy(to, std::min<std::size_t>(size, 7), at_);
        at_ += got;
        return got;
    }
    bool rewindable() const override { return true; }
    void rewind() override { at_ = 0; }
    const std::string& name() const override { return name_; }

 private:
    std::string bytes_;
    std::string name_ = "file.json";
    std::size_t at_ = 0;
};

std::vector<std::string> texts(const std::string& json) {
    Memory file(json);
    std::vector<std::string> all;
    read_json_records(file, "content", [&](const JsonValue& value) {
        std::string text = value.text;
        for (const JsonValue& member : value.members) {
            text += member.name + "=" + member.text;
            for (const JsonValue& item : member.items)
                text += "[" + item.text + std::string(item.text_of("a")) + "]";
            text += ";";
        }
        all.push_back(text);
    });
    return all;
}

std::string refusal(const std::string& json) {
    try {
        texts(json);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("the elements of one array of a document come one after the other") {
    CHECK(
        texts(
            R"({"meta":{"content":[{"x":1}]},"content":[{"n":"あ","l":[{"a":1},"b",-2.50],"z":null},"t",7],"e":[1]})") ==
        std::vector<std::string>{"n=あ;l=[1][b][-2.50];z=;", "t", "7"});
    CHECK(texts("\xEF\xBB\xBF{\"content\":[]}").empty());
}

TEST_CASE("broken JSON is told with the place of the last character that was read") {
    CHECK(refusal(R"({"content":[{"n":1},)").find("file.json:1:20: this is not valid JSON: ") == 0);
    CHECK(refusal("{\"content\":[\n\"\xFF\"]}").find("file.json:2:2: this is not valid JSON: ") == 0);
    CHECK(refusal("{\"content\":[\n  {\"名\" 1}]}").find("file.json:2:9: this is not valid JSON: ") == 0);
    CHECK(refusal(R"({"other":[1]})") == "file.json: there is no array content");
    CHECK(refusal(R"({"content":[1]} x)") == "file.json:1:17: this is not valid JSON: text behind its end");
    CHECK(refusal(R"({"content":[1 2]})") == "file.json:1:15: ',' / ']' is expected");
    CHECK(refusal("") != "");
}

TEST_CASE("a document that is nested without end is refused") {
    CHECK(refusal("{\"content\":" + std::string(100'000, '[')).find("nested too deeply") !=
          std::string::npos);
}

TEST_CASE("a document in memory is read as a whole, or is nothing") {
    const auto value = parse_json(R"( {"a":[1,"1",true,null,{}],"b":-1.50e3} )");
    REQUIRE(value);
    REQUIRE(value->members.size() == 2);
    const auto& items = value->members[0].items;
    REQUIRE(items.size() == 5);
    CHECK(items[0].kind == JsonKind::number);
    CHECK(items[1].kind == JsonKind::string);
    CHECK(items[2].text == "true");
    CHECK(items[3].kind == JsonKind::null);
    CHECK(items[4].kind == JsonKind::object);
    CHECK(value->text_of("b") == "-1.50e3");
    for (const char* broken : {"", "{", "[1,]", "{\"a\":1,}", "1 2", "{} {}", "nul"}) {
        CAPTURE(broken);
        CHECK_FALSE(parse_json(broken));
    }
    CHECK(parse_json("12")->text == "12");
}
