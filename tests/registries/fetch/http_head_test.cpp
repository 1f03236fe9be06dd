#include "registries/fetch/http_head.hpp"

#include <catch2/catch.hpp>

namespace daicho {

TEST_CASE("the head of an answer is read line by line, whatever the case of the names") {
    HttpHead head;
    for (const char* line :
         {"HTTP/1.1 206 Partial Content\r\n", "ETag: \"a b\"\r\n", "LAST-MODIFIED:  x \r\n",
          "content-length: 12\r\n", "Content-Range: bytes 5-16/17\r\n", "Retry-After: 3\r\n", "Nonsense\r\n",
          "\r\n"}) {
        read_head_line(line, head);
    }
    CHECK(head.status == 206);
    CHECK(head.etag == "\"a b\"");
    CHECK(head.last_modified == "x");
    CHECK(head.length == 12);
    REQUIRE(head.range);
    CHECK(head.range->first == 5);
    CHECK(head.range->total == 17);
    CHECK(head.retry_after == "3");
}

TEST_CASE("a status line starts a new head, as behind a redirection") {
    HttpHead head;
    read_head_line("HTTP/1.1 302 Found", head);
    read_head_line("ETag: \"old\"", head);
    read_head_line("HTTP/2 200", head);
    CHECK(head.status == 200);
    CHECK(head.etag.empty());
}

TEST_CASE("lengths and ranges that cannot be read are not told") {
    HttpHead head;
    for (const char* line :
         {"Content-Length: many", "Content-Length: -1", "Content-Length: 99999999999999999999",
          "Content-Range: bytes x-y/z", "Content-Range: lines 1-2/3", "Content-Range: bytes 1"}) {
        CAPTURE(line);
        read_head_line(line, head);
        CHECK_FALSE(head.length);
        CHECK_FALSE(head.range);
    }
    read_head_line("Content-Range: bytes */10", head);
    CHECK(head.range->total == 10);
    read_head_line("Content-Range: bytes 2-3/*", head);
    CHECK_FALSE(head.range->total);
}

TEST_CASE("times are read as HTTP writes them") {
    CHECK(http_time("Sun, 06 Nov 1994 08:49:37 GMT") == 784111777);
    CHECK(http_time("Thu, 01 Jan 1970 00:00:00 GMT") == 0);
    CHECK(http_time("Thu, 29 Feb 2024 23:59:59 GMT") == 1709251199);
    for (const char* text : {"", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 JST",
                             "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
                             "Sun, 06 Nox 1994 08:49:37 GMT", "Sun, xx Nov 1994 08:49:37 GMT"}) {
        CAPTURE(text);
        CHECK_FALSE(http_time(text));
    }
}

}  // namespace daicho
