#include "tools/gate/glob.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <string>

using namespace daicho;

TEST_CASE("a pattern means the files that a shell would name") {
    struct Case {
        const char* pattern;
        const char* path;
        bool meant;
    };
    const Case cases[] = {
        {"*.csv", "a.csv", true},
        {"*.csv", "data/a.csv", true},
        {"*.csv", "a.csvx", false},
        {"data/*.csv", "data/a.csv", true},
        {"data/*.csv", "data/x/a.csv", false},
        {"data/*.csv", "old/data/a.csv", false},
        {"data", "data/x/a.csv", true},
        {"data/", "data/a.csv", true},
        {"data/**", "data/x/y/a.csv", true},
        {"data/**/a.csv", "data/a.csv", true},
        {"data/**/a.csv", "data/x/y/a.csv", true},
        {"**/a.csv", "a.csv", true},
        {"**/a.csv", "ba.csv", false},
        {"{a,b}/*.csv", "b/x.csv", true},
        {"{a,b}/*.csv", "c/x.csv", false},
        {"[ab].csv", "b.csv", true},
        {"[!ab].csv", "b.csv", false},
        {"[あ-お].csv", "う.csv", true},
        {"?.csv", "市.csv", true},
        {"?.csv", "市町.csv", false},
        {"[.csv", "[.csv", true},
        {"a{b", "a{b", true},
        {"./data/*.csv", "data/a.csv", true},
        {".", "data/a.csv", true},
        {"", "a.csv", false},
        {"data/a.csv/b", "data/a.csv", false},
        {"*/*", "a", false},
        {"?", "/", false},
        {"{,x}a.csv", "a.csv", true},
        {"a{b,c{d,e}}f", "acef", true},
    };
    for (const Case& one : cases) {
        INFO(one.pattern << " " << one.path);
        CHECK(glob_matches(one.pattern, one.path) == one.meant);
    }
}

TEST_CASE("a name without marks means itself, and a star in place of any part of a name means it too") {
    std::mt19937 random(7);
    const char letters[] = "abc.-/";
    for (int i = 0; i < 2000; ++i) {
        std::string path = "d/";
        for (int j = 0; j < 6; ++j) path += letters[random() % 5];
        CHECK(glob_matches(path, path));
        CHECK_FALSE(glob_matches(path + "x", path));
        std::string starred = path;
        const std::size_t at = 2 + random() % 6, size = random() % (path.size() - at + 1);
        CHECK(glob_matches(starred.replace(at, size, "*"), path));
    }
}
