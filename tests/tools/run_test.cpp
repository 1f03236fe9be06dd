#include "tools/run.hpp"

#include <cstdlib>
#include <sstream>
#include <vector>

#include <catch2/catch.hpp>

namespace daicho {

namespace {

struct Outcome {
    Exit exit;
    std::string out;
    std::string talk;
};

/// What names a language, whatever the caller of the tests has set.
void set_languages(const char* own, const char* locale) {
    setenv("DAICHO_LANG", own, 1);
    setenv("LC_ALL", "", 1);
    setenv("LC_MESSAGES", "", 1);
    setenv("LANG", locale, 1);
}

Outcome run_here(std::vector<const char*> arguments) {
    std::ostringstream out, talk;
    const Exit exit = run(arguments, out, talk);
    return {exit, out.str(), talk.str()};
}

Outcome run_with(std::vector<const char*> arguments) {
    set_languages("", "C.UTF-8");
    return run_here(std::move(arguments));
}

}  // namespace

TEST_CASE("a run without findings is clean and one with findings says so") {
    CHECK(run_with({"parse", "date", "2024-04-18"}).exit == Exit::clean);
    CHECK(run_with({"parse", "date", "yesterday"}).exit == Exit::findings);
}

TEST_CASE("wrong usage is a failure that names what was probably meant") {
    struct Row {
        std::vector<const char*> arguments;
        std::string_view hint;
    };
    const Row rows[] = {
        {{"--lang", "en", "prase"}, "did you mean 'parse'?"},
        {{"--lang", "en", "parse", "date", "x", "--fromat", "text"}, "did you mean '--format'?"},
        {{"--lang", "en", "parse", "dtae", "x"}, "did you mean 'date'?"},
        {{"--lang=en", "parse", "date", "x", "--format", "txt"}, "did you mean 'text'?"},
        {{"--lang", "en", "rules", "explain", "K301", "x"}, "one too many"},
        {{"--lang", "en"}, "a command is needed"},
        {{"--lang", "en", "parse", "date", "x", "--format"}, "--format takes one value"},
        {{"parse", "--lst"}, "「--list」ではありませんか"},
    };
    for (const Row& row : rows) {
        const Outcome outcome = run_with(row.arguments);
        CAPTURE(outcome.talk);
        CHECK(outcome.exit == Exit::failure);
        CHECK(outcome.out.empty());
        CHECK(outcome.talk.find(row.hint) != std::string::npos);
    }
}

TEST_CASE("help and version are data and no failure") {
    const Outcome help = run_with({"--help"});
    CHECK(help.exit == Exit::clean);
    CHECK(help.out.find("使い方") != std::string::npos);
    CHECK(run_with({"--lang", "en", "parse", "--help"}).out.find("Usage") != std::string::npos);
    CHECK(run_with({"--version"}).out.starts_with("daicho "));
}

TEST_CASE("DAICHO_LANG names the language, else the locale; Japanese where that is none") {
    const auto english = [](const char* own, const char* locale) {
        set_languages(own, locale);
        return run_here({"parse", "--help"}).out.find("Usage") != std::string::npos;
    };
    CHECK(!english("", ""));
    CHECK(!english("", "C"));
    CHECK(!english("", "C.UTF-8"));
    CHECK(!english("", "POSIX"));
    CHECK(!english("", "ja_JP.UTF-8"));
    CHECK(english("", "en_US.UTF-8"));
    CHECK(english("", "de_DE"));
    CHECK(english("en", "ja_JP.UTF-8"));
    CHECK(!english("ja", "en_US.UTF-8"));
    set_languages("", "ja_JP.UTF-8");
    setenv("LC_ALL", "en_GB.UTF-8", 1);
    CHECK(run_here({"parse", "--help"}).out.find("Usage") != std::string::npos);
}

TEST_CASE("Japanese help and messages have no word of the option parser") {
    for (const std::vector<const char*>& arguments : std::vector<std::vector<const char*>>{
             {"--help"}, {"lookup", "--help"}, {"characters", "check", "--help"}}) {
        const std::string help = run_with(arguments).out;
        for (const char* word : {"REQUIRED", "Excludes", "{false}", "UINT", "Options", "OPTIONS", "Usage"}) {
            CAPTURE(word);
            CHECK(help.find(word) == std::string::npos);
        }
    }
    const Outcome both = run_with({"lookup", "corporation", "x", "--live", "--closed"});
    CHECK(both.talk.find("--closed は一緒に指定できません") != std::string::npos);
    const Outcome number = run_with({"lookup", "corporation", "x", "--limit", "many"});
    CHECK(number.talk.find("--limit: 「many」は使えません。0以上の整数") != std::string::npos);
    CHECK(number.exit == Exit::failure);
}

TEST_CASE("an option that is named twice, and a flag with a value, are refused or read as before") {
    CHECK(run_with({"parse", "date", "x", "--format", "text", "--format", "json"}).exit == Exit::failure);
    CHECK(run_with({"parse", "--list", "--list"}).exit == Exit::clean);
    CHECK(run_with({"parse", "date", "--format=text", "2024/4/18"}).out == "2024-04-18\n");
    CHECK(run_with({"parse", "date", "--", "--format"}).exit == Exit::findings);
}

TEST_CASE("arguments in brackets are texts, not lists") {
    CHECK(run_with({"parse", "text", "[a,b]", "c"}).out.find("\"input\":\"[a,b]\"") != std::string::npos);
}

TEST_CASE("global options may stand behind the command") {
    CHECK(run_with({"parse", "date", "x", "--lang", "en"}).out.find("cannot be read") != std::string::npos);
}

}  // namespace daicho
