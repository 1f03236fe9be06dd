#include <exception>

#include <curl/curl.h>

#include "grammars/base/error.hpp"
#include "grammars/base/os_library.hpp"
#include "registries/fetch/http_client.hpp"
#include "registries/fetch/http_head.hpp"

namespace daicho {

namespace {

/// libcurl, loaded when it is first asked for: linked, it would lengthen the start of every command by 3.5
/// ms, and those of the other 33 libraries that it brings.
struct CurlLibrary {
    decltype(&curl_global_init) global_init;
    decltype(&curl_easy_init) easy_init;
    decltype(&curl_easy_setopt) easy_setopt;
    decltype(&curl_easy_perform) easy_perform;
    decltype(&curl_easy_cleanup) easy_cleanup;
    decltype(&curl_easy_reset) easy_reset;
    decltype(&curl_easy_strerror) easy_strerror;
    decltype(&curl_slist_append) slist_append;
    decltype(&curl_slist_free_all) slist_free_all;
};

// Any flavour will do: they differ in the library for TLS only.
constexpr const char* names[] = {"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib"};

[[noreturn]] void missing() {
    throw Error{ErrorKind::system,
                "ダウンロードに要る libcurl がありません。インストールしてください（Debian: apt-get install "
                "libcurl4）",
                "libcurl, which downloads need, is not there; install it (Debian: apt-get install libcurl4)"};
}

template <class Function>
void find(const SharedLibrary& library, const char* name, Function& function) {
    void* const found = library.find(name);
    if (found == nullptr) missing();
    function = reinterpret_cast<Function>(found);
}

CurlLibrary load() {
    const SharedLibrary library{names};
    if (!library.loaded()) missing();
    CurlLibrary curl{};
    find(library, "curl_global_init", curl.global_init);
    find(library, "curl_easy_init", curl.easy_init);
    find(library, "curl_easy_setopt", curl.easy_setopt);
    find(library, "curl_easy_perform", curl.easy_perform);
    find(library, "curl_easy_cleanup", curl.easy_cleanup);
    find(library, "curl_easy_reset", curl.easy_reset);
    find(library, "curl_easy_strerror", curl.easy_strerror);
    find(library, "curl_slist_append", curl.slist_append);
    find(library, "curl_slist_free_all", curl.slist_free_all);
    if (curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) missing();
    return curl;
}

/// Throws Error where there is no libcurl on this computer, or none that is new enough.
const CurlLibrary& curl_library() {
    static const CurlLibrary curl = load();
    return curl;
}

constexpr long buffer_size = 256 * 1024;

HttpTrouble trouble_of(CURLcode code) {
    switch (code) {
        case CURLE_OK:
            return HttpTrouble::none;
        case CURLE_WRITE_ERROR:
            return HttpTrouble::unwanted;
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY:
            return HttpTrouble::no_such_host;
        case CURLE_COULDNT_CONNECT:
        case CURLE_SSL_CONNECT_ERROR:
            return HttpTrouble::no_connection;
        case CURLE_PARTIAL_FILE:
        case CURLE_GOT_NOTHING:
        case CURLE_SEND_ERROR:
        case CURLE_RECV_ERROR:
        case CURLE_HTTP2:
        case CURLE_HTTP2_STREAM:
            return HttpTrouble::cut;
        case CURLE_OPERATION_TIMEDOUT:
            return HttpTrouble::stalled;
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
            return HttpTrouble::certificate;
        case CURLE_TOO_MANY_REDIRECTS:
        case CURLE_UNSUPPORTED_PROTOCOL:
            return HttpTrouble::redirections;
        default:
            return HttpTrouble::other;
    }
}

/// One question and what came of it; what libcurl calls back.
struct Exchange {
    HttpTaker& taker;
    HttpHead head;
    bool told = false;  // the taker knows the head
    std::exception_ptr thrown;

    bool tell_head() {
        if (told) return true;
        told = true;
        return taker.take_head(head);
    }

    /// Runs what the taker does; what it throws waits until libcurl has ended.
    template <class Take>
    bool guarded(Take&& take) {
        try {
            return take();
        } catch (...) {
            thrown = std::current_exception();
            return false;
        }
    }
};

std::size_t take_header(char* bytes, std::size_t, std::size_t size, void* exchange) {
    read_head_line({bytes, size}, static_cast<Exchange*>(exchange)->head);
    return size;
}

std::size_t take_bytes(char* bytes, std::size_t, std::size_t size, void* given) {
    auto& exchange = *static_cast<Exchange*>(given);
    const bool wanted = exchange.guarded([&] {
        return exchange.tell_head() && exchange.taker.take_body({bytes, size});
    });
    return wanted ? size : 0;
}

class CurlClient final : public HttpClient {
 public:
    explicit CurlClient(const HttpSettings& settings)
        : curl_(curl_library()), handle_(curl_.easy_init()), settings_(settings) {
        if (handle_ == nullptr)
            throw Error{ErrorKind::system, "libcurl を始められません", "libcurl cannot be started"};
    }
    ~CurlClient() override { curl_.easy_cleanup(handle_); }
    CurlClient(const CurlClient&) = delete;
    CurlClient& operator=(const CurlClient&) = delete;

    HttpOutcome get(const std::string& url, const std::vector<std::string>& headers,
                    HttpTaker& taker) override;

 private:
    template <class Value>
    void set(CURLoption option, Value value) {
        if (curl_.easy_setopt(handle_, option, value) == CURLE_OK) return;
        throw Error{ErrorKind::system, "この libcurl は古すぎます（7.85 以降が要ります）",
                    "this libcurl is too old (7.85 or newer is needed)"};
    }
    void configure(const std::string& url, Exchange& exchange);

    const CurlLibrary& curl_;
    CURL* handle_;
    HttpSettings settings_;
    char detail_[CURL_ERROR_SIZE] = {};
};

void CurlClient::configure(const std::string& url, Exchange& exchange) {
    curl_.easy_reset(handle_);  // options only: connections stay
    detail_[0] = '\0';
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_USERAGENT, settings_.user_agent.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    // Nobody on the way may lead from an encrypted address to an open one.
    set(CURLOPT_REDIR_PROTOCOLS_STR, url.starts_with("https:") ? "https" : "http,https");
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, static_cast<long>(settings_.redirections));
    set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(settings_.connect_seconds));
    set(CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(settings_.stall_bytes));
    set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(settings_.stall_seconds));
    set(CURLOPT_BUFFERSIZE, buffer_size);
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (!settings_.proxies) set(CURLOPT_NOPROXY, "*");
    set(CURLOPT_ERRORBUFFER, detail_);
    set(CURLOPT_HEADERFUNCTION, take_header);
    set(CURLOPT_HEADERDATA, static_cast<void*>(&exchange));
    set(CURLOPT_WRITEFUNCTION, take_bytes);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&exchange));
}

HttpOutcome CurlClient::get(const std::string& url, const std::vector<std::string>& headers,
                            HttpTaker& taker) {
    Exchange exchange{taker, {}, false, {}};
    configure(url, exchange);
    curl_slist* list = nullptr;
    for (const std::string& header : headers) list = curl_.slist_append(list, header.c_str());
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> owner{list, curl_.slist_free_all};
    set(CURLOPT_HTTPHEADER, list);
    const CURLcode code = curl_.easy_perform(handle_);
    HttpOutcome outcome{trouble_of(code), detail_[0] == '\0' ? curl_.easy_strerror(code) : detail_, {}};
    if (code == CURLE_OK && !exchange.guarded([&] { return exchange.tell_head(); })) {
        outcome.trouble = HttpTrouble::unwanted;
    }
    if (exchange.thrown) std::rethrow_exception(exchange.thrown);
    outcome.head = exchange.head;
    return outcome;
}

}  // namespace

std::unique_ptr<HttpClient> make_curl_client(const HttpSettings& settings) {
    return std::make_unique<CurlClient>(settings);
}

}  // namespace daicho
