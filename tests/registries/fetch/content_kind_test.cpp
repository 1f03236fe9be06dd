#include "registries/fetch/content_kind.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace daicho {

namespace {

using std::string_literals::operator""s;

bool is_wrong(const char* kind, const std::string& first, const char* file = "file") {
    return wrong_start(find_content_kind(kind), file, first).has_value();
}

}  // namespace

TEST_CASE("files are known by their first bytes") {
    CHECK_FALSE(is_wrong("zip", "PK\3\4rest"));
    CHECK_FALSE(is_wrong("zip", "PK\5\6"s + std::string(18, '\0')));  // an empty one
    CHECK(is_wrong("zip", "Rar!"));
    CHECK_FALSE(is_wrong("gzip", "\x1F\x8B\x08\x00"s));
    CHECK(is_wrong("gzip", "PK\3\4"));
    CHECK_FALSE(is_wrong("json", "\xEF\xBB\xBF\n {\"a\":1}"));
    CHECK(is_wrong("json", "not found"));
    CHECK_FALSE(is_wrong("xml", "<?xml version=\"1.0\"?><a/>"));
    CHECK_FALSE(is_wrong("csv", "\"a\",\"b\"\n"));
    CHECK(is_wrong("csv", ""));
}

TEST_CASE("a web page is no publication, whatever it was called") {
    const std::string page = "\r\n<!DOCTYPE HTML PUBLIC><html><title>Not found</title>";
    for (const char* kind : {"zip", "gzip", "csv", "text", "json", "xml", "xlsx", "xls"}) {
        CAPTURE(kind);
        CHECK(is_wrong(kind, page));
    }
    CHECK(is_wrong("", page, "list.dat"));
    CHECK_FALSE(is_wrong("", page, "list.HTML"));
    CHECK(wrong_start(find_content_kind("zip"), "a.zip", page)->en.find("web page") != std::string::npos);
}

TEST_CASE("what a file is to be is told by its name") {
    CHECK(content_kind_of("KEN_ALL.ZIP") == find_content_kind("zip"));
    CHECK(content_kind_of("a.csv.gz") == find_content_kind("gzip"));
    CHECK(content_kind_of("a.dat") == nullptr);
    CHECK(find_content_kind("rar") == nullptr);
}

TEST_CASE("a zip that was cut has no directory at its end") {
    CHECK_FALSE(wrong_end(find_content_kind("zip"), "...PK\5\6"s + std::string(18, '\0')));
    CHECK_FALSE(wrong_end(find_content_kind("zip"), "PK\5\6"s + std::string(16, '\0') + "\3\0abc"s));
    for (const std::string& cut : {"PK\3\4 and then nothing"s, "PK\5\6"s + std::string(17, '\0'),
                                   "PK\5\6"s + std::string(16, '\0') + "\3\0ab"s}) {
        CHECK(wrong_end(find_content_kind("zip"), cut));
    }
    CHECK_FALSE(wrong_end(find_content_kind("csv"), "a,b"));
}

}  // namespace daicho
