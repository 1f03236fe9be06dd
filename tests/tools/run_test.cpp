#include "tools/run.hpp"

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

Outcome run_with(std::vector<const char*> arguments) {
    std::ostringstream out, talk;
    const Exit exit = run(arguments, out, talk);
    return {exit, out.str(), talk.str()};
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

TEST_CASE("arguments in brackets are texts, not lists") {
    CHECK(run_with({"parse", "text", "[a,b]", "c"}).out.find("\"input\":\"[a,b]\"") != std::string::npos);
}

TEST_CASE("global options may stand behind the command") {
    CHECK(run_with({"parse", "date", "x", "--lang", "en"}).out.find("cannot be read") != std::string::npos);
}

}  // namespace daicho
