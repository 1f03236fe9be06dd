#include "grammars/formats/json_scanner.hpp"

#include <random>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/formats/json_reader.hpp"
#include "grammars/formats/json_shape.hpp"
#include "grammars/formats/text_source.hpp"
#include "grammars/text/utf8.hpp"

using namespace daicho;

namespace {

class Shower final : public JsonListener {
 public:
    std::string shown;

    void value(JsonKind kind, std::string_view text) override {
        shown += std::to_string(static_cast<int>(kind)) + "(" + std::string(text) + ")";
    }
    void begin(JsonKind kind) override { shown += kind == JsonKind::array ? '[' : '{'; }
    void key(std::string_view name) override { shown += std::string(name) + "="; }
    void end() override { shown += ';'; }
};

/// Bytes that come in pieces of a size.
class Pieces final : public ByteSource {
 public:
    Pieces(std::string_view bytes, std::size_t size) : bytes_(bytes), size_(size) {}
    std::size_t read(char* to, std::size_t size) override {
        const std::size_t got = bytes_.copy(to, std::min(size, size_), at_);
        at_ += got;
        return got;
    }
    bool rewindable() const override { return false; }
    void rewind() override {}
    const std::string& name() const override { return name_; }

 private:
    std::string_view bytes_;
    std::size_t size_, at_ = 0;
    std::string name_ = "t.json";
};

/// What is heard of the values of a text, with the place behind each, or why it is refused.
std::string heard(JsonReader& reader) {
    Shower shower;
    try {
        while (reader.peek() != '\0') {
            reader.read(shower);
            shower.shown += "@" + std::to_string(reader.place().line) + ":" +
                            std::to_string(reader.place().position) + "+" +
                            std::to_string(reader.place().offset);
        }
    } catch (const Error& error) {
        return error.en();
    }
    return shower.shown;
}

std::string heard(std::string_view text) {
    JsonReader reader(text, "t.json");
    return heard(reader);
}

/// The same by the parser alone: a number that may be too large keeps the whole from being scanned.
std::string parsed(const std::string& text) {
    const std::string marked = "[1e0," + text + "\n]";
    return heard(marked);
}

std::string drawn(std::mt19937& random, unsigned depth) {
    static const std::vector<std::string> leaves{"0",
                                                 "-0",
                                                 "12",
                                                 "-9007199254740993",
                                                 "18446744073709551616",
                                                 "1.50",
                                                 "true",
                                                 "false",
                                                 "null",
                                                 "\"\"",
                                                 "\"東京\"",
                                                 "\"a b\"",
                                                 "\"\\n\\u6771\"",
                                                 "\"\\ud842\\udfb7\"",
                                                 "\"\\/\\\\\\\"\"",
                                                 "\"long enough to be looked at by words, 長い文字列\""};
    const std::string blank(random() % 3 == 0 ? " \n\t" + std::string(random() % 3, '\r') : "");
    if (depth == 0 || random() % 3 == 0) return blank + leaves[random() % leaves.size()] + blank;
    const bool array = random() % 2 == 0;
    std::string text = blank + (array ? "[" : "{");
    for (unsigned i = 0, parts = random() % 4; i < parts; ++i) {
        if (i > 0) text += "," + blank;
        if (!array) text += "\"" + std::string(random() % 2, 'k') + "鍵\"" + blank + ":";
        text += drawn(random, depth - 1);
    }
    return text + (array ? "]" : "}") + blank;
}

}  // namespace

TEST_CASE("a value is heard of alike, however it comes and whoever reads it") {
    std::mt19937 random(5);
    for (int i = 0; i < 300; ++i) {
        const std::string text = drawn(random, 5);
        CAPTURE(text);
        const std::string whole = heard(text);
        CHECK(whole.find("t.json") == std::string::npos);
        for (const std::size_t size : {std::size_t{1}, std::size_t{7}, text.size()}) {
            Pieces source(text, size);
            JsonReader reader(source);
            CHECK(heard(reader) == whole);
        }
        const std::string heard_of = whole.substr(0, whole.find('@'));
        const std::string by_parser = parsed(text);
        CHECK(by_parser.substr(0, by_parser.find('@')) == "[2(1e0)" + heard_of + ";");
        JsonScanner scanner;
        CHECK(scanner.scan(text, true) == JsonScanner::Found::value);
    }
}

TEST_CASE("the start of a value is a part of one, and what is none is left to the parser") {
    JsonScanner scanner;
    const std::string text = "{\"a\":[1.5,-2,true,null,\"\\ud842\\udfb7x\"],\"b\":\"長い文字列である\"}";
    CHECK(scanner.scan(text, false) == JsonScanner::Found::value);
    CHECK(scanner.size() == text.size());
    for (std::size_t size = 0; size < text.size(); ++size) {
        CAPTURE(size);
        CHECK(scanner.scan(std::string_view(text).substr(0, size), false) == JsonScanner::Found::part);
    }
    const std::vector<std::string> wrong{"",
                                         "{",
                                         "[1,]",
                                         "{\"a\":1,}",
                                         "{\"a\" 1}",
                                         "{a:1}",
                                         "[1 2]",
                                         "\"\n\"",
                                         "\"\\x\"",
                                         "\"\\u12\"",
                                         "\"\\u12g4\"",
                                         "\"\\udfb7\"",
                                         "\"\\ud842\"",
                                         "\"\\ud842\\u0041\"",
                                         "\"\xE6\"",
                                         "tru",
                                         "nul",
                                         "truE",
                                         "-",
                                         "1.",
                                         "+1",
                                         ".5",
                                         "1e999",
                                         "\xEF\xBB\xBF",
                                         "[1}",
                                         "\"\xED\xA0\x80\"",
                                         "/**/1",
                                         std::string(300, '['),
                                         "[01]"};
    for (const std::string& one : wrong) {
        CAPTURE(one);
        CHECK(scanner.scan(one, true) == JsonScanner::Found::unusual);
        if (!one.empty() && one.front() != '\xEF') CHECK(heard(one).starts_with("t.json:"));
    }
}

TEST_CASE("a string is in order where it is UTF-8, wherever in it a byte is wrong") {
    const std::vector<std::string> characters{"a",  "é",   "東", "髙", "\xED\x9F\xBF", "\xEF\xBF\xBD",
                                              "𠮟", "🙂"};
    std::mt19937 random(11);
    JsonScanner scanner;
    const std::string like = R"({"名":"x","b" : "y"})";
    REQUIRE(scanner.scan(like, true) == JsonScanner::Found::value);
    JsonShape shape;
    shape.learn(like, scanner.tokens());
    std::size_t sound = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string value;
        for (auto count = random() % 40; count > 0; --count)
            value += characters[random() % (random() % 3 == 0 ? characters.size() : 4)];
        if (i % 2 == 0 && !value.empty())
            value[random() % value.size()] = static_cast<char>(0x80 + random() % 0x80);
        const bool is_utf8 = find_invalid_utf8(value) == value.npos;
        sound += is_utf8;
        const std::string text = R"({"名":")" + value + R"(","b" : "長い文字列である、その後ろ"})";
        CAPTURE(text);
        CHECK((scanner.scan(text, true) == JsonScanner::Found::value) == is_utf8);
        CHECK(scanner.scan_like(shape, text + "\n") == is_utf8);
        if (is_utf8) {
            REQUIRE(scanner.tokens().size() == 2);
            std::string decoded;
            CHECK(text_of(text, scanner.tokens()[0], decoded) == value);
        }
    }
    CHECK(sound > 8'000);
    CHECK(sound < 19'000);
}
