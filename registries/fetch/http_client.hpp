#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// What a server says before it sends a body.
struct HttpHead {
    int status = 0;
    std::string etag;
    std::string last_modified;
    std::string content_type;
    std::string content_encoding;
    std::optional<std::uint64_t> length;  ///< Content-Length
    struct Range {
        std::uint64_t first = 0;             ///< of the bytes that follow
        std::optional<std::uint64_t> total;  ///< of the whole
    };
    std::optional<Range> range;  ///< Content-Range
    std::string retry_after;     ///< seconds, or a time
    std::string date;            ///< of the answer
};

/// The time that `text` names as HTTP writes it, in seconds since 1970-01-01T00:00:00Z.
std::optional<std::int64_t> http_time(std::string_view text);

/// Who takes an answer.
class HttpTaker {
 public:
    virtual ~HttpTaker() = default;
    /// Once for the answer behind all redirections, before its body. False: the body is not wanted.
    virtual bool take_head(const HttpHead& head) = 0;
    /// The next bytes. False: no more are wanted.
    virtual bool take_body(std::string_view bytes) = 0;
};

/// Why an answer did not come, or not whole.
enum class HttpTrouble : std::uint8_t {
    none,
    unwanted,      ///< the taker wanted no more
    no_such_host,  ///< the name of the host, or of the proxy, is not known here
    no_connection,
    cut,
    stalled,  ///< too slow for too long
    certificate,
    redirections,  ///< too many, or to where we do not go
    other,
};

struct HttpOutcome {
    HttpTrouble trouble = HttpTrouble::none;
    std::string detail;  ///< what the library says of it, in English
    HttpHead head;       ///< as far as it came
};

/// Asks servers, one question at a time, over connections that it keeps.
class HttpClient {
 public:
    virtual ~HttpClient() = default;
    /// GET `url` with `headers` ("Name: value"). Redirections are followed. What `taker` throws is thrown on.
    virtual HttpOutcome get(const std::string& url, const std::vector<std::string>& headers,
                            HttpTaker& taker) = 0;
};

struct HttpSettings {
    std::string user_agent = "daicho";
    unsigned connect_seconds = 30;
    unsigned stall_seconds = 60;  ///< below `stall_bytes` a second for so long, the connection is given up
    unsigned stall_bytes = 100;
    unsigned redirections = 5;
    bool proxies = true;  ///< those of the environment: https_proxy, http_proxy, no_proxy ...
};

/// A client that uses libcurl, which is loaded now. Throws Error where it is not installed.
std::unique_ptr<HttpClient> make_curl_client(const HttpSettings& settings);

}  // namespace daicho
