#include "tools/gate/toml_file.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

TomlNode read(const std::string& text) {
    const ScratchFolder folder;
    return read_toml(folder.write("t.toml", text), "t.toml");
}

std::string refusal(const std::string& text) {
    try {
        read(text);
    } catch (const Error& error) {
        return error.en();
    }
    return "";
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

}  // namespace

TEST_CASE("settings are read with their places") {
    const TomlNode file = read(
        "# [[[ a remark\na = \"x.y.z # no remark\"\nb = [\n  [1.5, 2.5],\n  ['[', '''\n[''']\n]\n"
        "[ t . u ]\nc = {d = 1, 'e.f' = 2}\n[[path]]\n[[\"名称\"]]\n");
    CHECK(file.find("a")->text == "x.y.z # no remark");
    CHECK(file.find("b")->items.size() == 2);
    CHECK(file.find("t")->find("u")->find("c")->find("e.f")->text == "2");
    CHECK(file.find("path")->items.size() == 1);
    CHECK(file.find("名称")->items.size() == 1);
}

TEST_CASE("what is no TOML is refused with its place, however it is broken") {
    for (const std::string start :
         {"[", "[[", "[[[", "[%]", "[[%]]", "[名称]", "[[ 名称 ]]", "[.a]", "[\n", "\"", "''' "}) {
        CAPTURE(start);
        CHECK_THAT(refusal("x = 1\n" + start), Catch::StartsWith("t.toml:"));
    }
    CHECK_THAT(refusal("x = 1\n  [[%]]"), Catch::StartsWith("t.toml:2:5:"));
    const std::string deep = repeated("a.", 100'000);
    for (const std::string& text :
         {deep + "a = 1", "[" + deep + "a]", "[[" + deep + "a]]", "x = {" + deep + "a = 1}",
          repeated("[", 100'000), "a = " + repeated("[", 100'000), "a = " + repeated("{b = ", 100'000),
          "a = \"" + deep, deep}) {
        CAPTURE(text.substr(0, 20));
        CHECK_THAT(refusal(text), Catch::StartsWith("t.toml:1:"));
    }
}

TEST_CASE("what is wrong is said in words of the settings, not of the parser") {
    const char* const cases[][2] = {
        {"fail-on = \"a\"\nfail-on = \"b\"\n", "2:11: this is not valid TOML: 'fail-on' stands"},
        {"[path]\n[path]\n", "2:1: this is not valid TOML: 'path' stands"},
        {"a = \"x\n", "the \" that ends"},
        {"a = 'x\n", "the ' that ends"},
        {"a = \"\\q\"\n", "is written"},
        {"a = \"\xff\"\n", "UTF-8"},
        {"a \"x\"\n", "= is needed"},
        {"a = x\n", "text stands in"},
        {"a = [1 2]\n", "separated by ,"},
        {"a = {b = 1 c = 2}\n", "separated by ,"},
        {"[a\n", "write [NAME]"},
        {"a = 1 b = 2\n", "one setting a line"},
        {"a = 012\n", "has no 0 before it"},
        {"a = True\n", "in small letters"},
        {"名称 = 1\n", "stand in \"\""},
        {"a = 1979-13-01\n", "cannot be read"}};
    for (const auto& [text, said] : cases) {
        CAPTURE(text);
        CHECK_THAT(refusal(text), Catch::StartsWith("t.toml:") && Catch::Contains(said));
        CHECK_THAT(refusal(text), !Catch::Contains("parsing") && !Catch::Contains("saw '"));
    }
}
