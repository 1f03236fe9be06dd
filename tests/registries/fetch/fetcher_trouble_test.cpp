#include <sys/resource.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "tests/support/fetching.hpp"

namespace daicho {

namespace {

const std::string body = made_zip(300000);

ServedReply cut(ServedReply reply, std::size_t after) {
    reply.cut_after = after;
    return reply;
}

bool is_there(const Fetching& run, const char* name) {
    return std::filesystem::exists(run.folder / name);
}

/// Fetches what `answer` answers, which must fail with `said`; nothing but a part may be left.
FetchReport failed(Fetching& run, const std::string& path, const char* said) {
    const FetchReport report = run.fetch(path);
    CHECK(report.end == FetchEnd::failed);
    CHECK_THAT(report.reason.en, Catch::Contains(said));
    CHECK_FALSE(report.reason.ja.empty());
    CHECK_FALSE(is_there(run, "a.zip"));
    CHECK_FALSE(is_there(run, "fetched.tsv"));
    return report;
}

}  // namespace

TEST_CASE("a connection that is cut is gone on with in the same run") {
    std::atomic<int> questions = 0;
    Fetching run{[&](const ServedRequest& request) {
        ServedReply reply = served_file(request, body, "\"1\"");
        return ++questions == 1 ? cut(reply, 100000) : reply;
    }};
    const FetchReport report = run.fetch("/a.zip");
    REQUIRE(report.end == FetchEnd::fetched);
    CHECK(read_file(run.folder / "a.zip") == body);
    CHECK(report.questions == 2);
    const auto asked = run.server.requests();
    CHECK(asked[1].header("range") == "bytes=100000-");
    CHECK(asked[1].header("if-range") == "\"1\"");
    CHECK(run.clock.slept == std::vector<std::uint64_t>{2});
}

TEST_CASE("a later run goes on with what an earlier one has left") {
    std::atomic<bool> broken = true;
    Fetching run{[&](const ServedRequest& request) {
        ServedReply reply = served_file(request, body, "\"1\"");
        return broken ? cut(reply, 70000) : reply;
    }};
    run.settings.retries = 0;
    const FetchReport first = failed(run, "/a.zip", "was cut");
    CHECK_THAT(first.advice.en, Catch::Contains("goes on from where it was cut"));
    CHECK(std::filesystem::file_size(run.folder / ".a.zip.part") == 70000);
    CHECK(is_there(run, ".a.zip.part.state"));
    broken = false;
    const FetchReport second = run.fetch("/a.zip");
    CHECK(second.end == FetchEnd::fetched);
    CHECK(second.resumed_from == 70000);
    CHECK(read_file(run.folder / "a.zip") == body);
    CHECK_FALSE(is_there(run, ".a.zip.part"));
    CHECK_FALSE(is_there(run, ".a.zip.part.state"));
}

TEST_CASE("what changed between a cut and the next question is fetched from the start") {
    std::atomic<int> questions = 0;
    const std::string newer = made_zip(300000, 7);
    Fetching run{[&](const ServedRequest& request) {
        if (++questions == 1) return cut(served_file(request, body, "\"1\""), 100000);
        return served_file(request, newer, "\"2\"");
    }};
    const FetchReport report = run.fetch("/a.zip");
    CHECK(report.end == FetchEnd::fetched);
    CHECK(report.file.etag == "\"2\"");
    CHECK(read_file(run.folder / "a.zip") == newer);
}

TEST_CASE("a server without ranges is asked for all of it again, and one without editions too") {
    for (const bool with_etag : {true, false}) {
        std::atomic<int> questions = 0;
        Fetching run{[&](const ServedRequest&) {
            ServedReply reply{200, {}, body};
            if (with_etag) reply.headers.emplace_back("ETag", "\"1\"");
            return ++questions == 1 ? cut(reply, 100000) : reply;
        }};
        CHECK(run.fetch("/a.zip").end == FetchEnd::fetched);
        CHECK(read_file(run.folder / "a.zip") == body);
        CHECK(run.server.requests()[1].header("range").empty() == !with_etag);
    }
}

TEST_CASE("a weak ETag is no proof of the same bytes") {
    std::atomic<int> questions = 0;
    Fetching run{[&](const ServedRequest&) {
        ServedReply reply{200, {{"ETag", "W/\"1\""}}, body};
        return ++questions == 1 ? cut(reply, 100000) : reply;
    }};
    CHECK(run.fetch("/a.zip").end == FetchEnd::fetched);
    CHECK(run.server.requests()[1].header("range").empty());
}

TEST_CASE("a rest that does not fit is not put behind what is at hand") {
    std::atomic<int> questions = 0;
    Fetching run{[&](const ServedRequest& request) {
        const int question = ++questions;
        if (question == 1) return cut(served_file(request, body, "\"1\""), 100000);
        if (question == 2) {
            return ServedReply{206, {{"Content-Range", "bytes 5-299999/300000"}}, body.substr(5)};
        }
        return served_file(request, body, "\"1\"");
    }};
    CHECK(run.fetch("/a.zip").end == FetchEnd::fetched);
    CHECK(read_file(run.folder / "a.zip") == body);
    CHECK(run.server.requests()[2].header("range").empty());
}

TEST_CASE("a part that was whole already is finished with one byte") {
    Fetching run{[](const ServedRequest& request) { return served_file(request, body, "\"1\""); }};
    run.folder.write(".a.zip.part", body);
    run.folder.write(".a.zip.part.state",
                     "url\t" + run.server.url("/a.zip") + "\netag\t\"1\"\ntotal\t300000\n");
    CHECK(run.fetch("/a.zip").end == FetchEnd::fetched);
    CHECK(run.server.requests()[0].header("range") == "bytes=299999-");
    CHECK(read_file(run.folder / "a.zip") == body);
}

TEST_CASE("a part of another address or with a broken state is not gone on with") {
    for (const char* state : {"url\thttps://a.jp/a.zip\netag\t\"1\"\n", "nonsense", ""}) {
        CAPTURE(state);
        Fetching run{[](const ServedRequest& request) { return served_file(request, body, "\"1\""); }};
        run.folder.write(".a.zip.part", "PK\3\4 other");
        run.folder.write(".a.zip.part.state", state);
        CHECK(run.fetch("/a.zip").end == FetchEnd::fetched);
        CHECK(run.server.requests()[0].header("range").empty());
        CHECK(read_file(run.folder / "a.zip") == body);
    }
}

TEST_CASE("a body shorter than its Content-Length never becomes a file") {
    Fetching run{[](const ServedRequest&) {
        ServedReply reply{200, {}, body};
        reply.claimed_length = body.size() + 10;
        return reply;
    }};
    run.settings.retries = 2;
    const FetchReport report = failed(run, "/a.zip", "was cut");
    CHECK(report.questions == 3);
}

TEST_CASE("bytes behind the Content-Length are not taken, and a zip without its end is seen") {
    Fetching run{[](const ServedRequest&) {
        ServedReply reply{200, {}, body};
        reply.claimed_length = body.size() - 10;
        return reply;
    }};
    failed(run, "/a.zip", "cut short");
}

TEST_CASE("a zip that ends with its connection is seen to be cut") {
    Fetching run{[](const ServedRequest&) {
        ServedReply reply{200, {}, body};
        reply.without_length = true;
        reply.cut_after = 1000;
        return reply;
    }};
    failed(run, "/a.zip", "cut short");
}

TEST_CASE("a missing file is asked for once") {
    Fetching run{[](const ServedRequest&) { return ServedReply{404, {}, "<html>not here"}; }};
    const FetchReport report = failed(run, "/a.zip", "HTTP 404");
    CHECK(report.questions == 1);
    CHECK_THAT(report.advice.en, Catch::Contains("list of addresses"));
    CHECK_FALSE(is_there(run, ".a.zip.part"));
}

TEST_CASE("a server that has failed is asked again, after longer and longer") {
    std::atomic<int> questions = 0;
    Fetching run{[&](const ServedRequest& request) {
        return ++questions <= 3 ? ServedReply{500, {}, "sorry"} : served_file(request, body, "\"1\"");
    }};
    CHECK(run.fetch("/a.zip").end == FetchEnd::fetched);
    CHECK(run.clock.slept == std::vector<std::uint64_t>{2, 4, 8});
}

TEST_CASE("a server that fails for good is given up, and what was at hand stays") {
    Fetching run{[](const ServedRequest&) { return ServedReply{503, {}, ""}; }};
    run.folder.write(".a.zip.part", body.substr(0, 1000));
    run.folder.write(".a.zip.part.state", "url\t" + run.server.url("/a.zip") + "\netag\t\"1\"\n");
    const FetchReport report = failed(run, "/a.zip", "HTTP 503");
    CHECK(report.questions == 5);
    CHECK(std::filesystem::file_size(run.folder / ".a.zip.part") == 1000);
}

TEST_CASE("Retry-After is obeyed, in seconds and as a time, and too long a wait is not begun") {
    std::atomic<int> questions = 0;
    Fetching run{[&](const ServedRequest& request) {
        const int question = ++questions;
        if (question == 1) return ServedReply{429, {{"Retry-After", "7"}}};
        if (question == 2) {
            return ServedReply{503,
                               {{"Date", "Sun, 06 Nov 1994 08:49:37 GMT"},
                                {"Retry-After", "Sun, 06 Nov 1994 08:50:37 GMT"}}};
        }
        return served_file(request, body, "\"1\"");
    }};
    CHECK(run.fetch("/a.zip").end == FetchEnd::fetched);
    CHECK(run.clock.slept == std::vector<std::uint64_t>{7, 60});

    Fetching busy{[](const ServedRequest&) { return ServedReply{503, {{"Retry-After", "86400"}}}; }};
    CHECK(failed(busy, "/a.zip", "HTTP 503").questions == 1);
    CHECK(busy.clock.slept.empty());
}

TEST_CASE("redirections in a circle, and those to where we do not go, are not followed") {
    Fetching circle{[](const ServedRequest&) { return ServedReply{302, {{"Location", "/a.zip"}}}; }};
    CHECK(failed(circle, "/a.zip", "redirections").questions == 1);
    CHECK(circle.server.requests().size() == 6);  // the question and five redirections
    Fetching away{[](const ServedRequest&) {
        return ServedReply{302, {{"Location", "file:///etc/hostname"}}};
    }};
    failed(away, "/a.zip", "redirections");
}

TEST_CASE("a web page in place of a zip is refused, and what was at hand stays") {
    std::atomic<bool> portal = false;
    Fetching run{[&](const ServedRequest& request) {
        if (portal)
            return ServedReply{200, {{"Content-Type", "text/html"}}, "<!DOCTYPE html><html>log in" + body};
        return cut(served_file(request, body, "\"1\""), 100000);
    }};
    run.settings.retries = 0;
    run.fetch("/a.zip");
    portal = true;
    failed(run, "/a.zip", "a web page (HTML) came");
    CHECK(std::filesystem::file_size(run.folder / ".a.zip.part") == 100000);
}

TEST_CASE("another kind of file, an empty one and one in an encoding are refused") {
    Fetching other{[](const ServedRequest&) { return ServedReply{200, {}, "a,b\n"}; }};
    failed(other, "/a.zip", "not a zip");
    Fetching empty{[](const ServedRequest&) { return ServedReply{200}; }};
    failed(empty, "/a.zip", "empty");
    Fetching encoded{[](const ServedRequest&) {
        return ServedReply{200, {{"Content-Encoding", "br"}}, body};
    }};
    failed(encoded, "/a.zip", "encoding");
    Fetching nothing{[](const ServedRequest&) { return ServedReply{204}; }};
    failed(nothing, "/a.zip", "HTTP 204");
}

TEST_CASE("a file larger than the limit is not taken, whether its size was told or not") {
    for (const bool told : {true, false}) {
        Fetching run{[&](const ServedRequest&) {
            ServedReply reply{200, {}, body};
            reply.without_length = !told;
            return reply;
        }};
        run.settings.max_size = 200000;
        failed(run, "/a.zip", "larger than the limit of 200000");
        CHECK_FALSE(is_there(run, ".a.zip.part"));
    }
}

TEST_CASE("a server that only drips is given up, and gone on with later") {
    std::atomic<int> questions = 0;
    Fetching run{[&](const ServedRequest& request) {
        ServedReply reply = served_file(request, body, "\"1\"");
        if (++questions == 1) reply.drip = std::chrono::milliseconds{2};  // some 30 kB a second
        return reply;
    }};
    run.http.stall_seconds = 1;
    run.http.stall_bytes = 10000000;
    run.settings.retries = 0;
    failed(run, "/a.zip", "nothing, or too slowly");
    run.http.stall_seconds = 60;
    const FetchReport report = run.fetch("/a.zip");
    CHECK(report.end == FetchEnd::fetched);
    CHECK(report.resumed_from > 0);
    CHECK(read_file(run.folder / "a.zip") == body);
}

TEST_CASE("a server that is not there is tried again, and then given up") {
    std::string url;
    {
        const LoopbackServer gone{[](const ServedRequest&) { return ServedReply{}; }};
        url = gone.url("/a.zip");
    }
    Fetching run{[](const ServedRequest&) { return ServedReply{}; }};
    const auto client = make_curl_client(run.http);
    Fetcher fetcher{run.settings, *client, run.clock, run.watcher};
    const std::vector<std::string> words{url};
    const FetchReport report = fetcher.fetch(resolve_sources(words, {}).front());
    CHECK(report.end == FetchEnd::failed);
    CHECK(report.questions == 5);
    CHECK_THAT(report.reason.en, Catch::Contains("no connection"));
}

TEST_CASE("a folder that cannot be written ends the run before anything is asked") {
    Fetching run{[](const ServedRequest&) { return ServedReply{200, {}, body}; }};
    run.settings.folder = run.folder.write("file", "x") + "/below";
    CHECK_THROWS_WITH(run.fetch("/a.zip"), Catch::Contains("is not a folder"));
    CHECK(run.server.requests().empty());
}

TEST_CASE("a disk that takes no more is the failure of one file, which says so") {
    Fetching run{[](const ServedRequest&) { return ServedReply{200, {}, body}; }};
    auto* const before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    rlimit small = limit;
    small.rlim_cur = 65536;
    ::setrlimit(RLIMIT_FSIZE, &small);
    const FetchReport report = run.fetch("/a.zip");
    ::setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, before);
    CHECK(report.end == FetchEnd::failed);
    CHECK_THAT(report.reason.en, Catch::Contains("larger than is allowed"));
    CHECK_FALSE(is_there(run, "a.zip"));
    CHECK(run.fetch("/a.zip").end == FetchEnd::fetched);
}

}  // namespace daicho
