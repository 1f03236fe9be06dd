#include <charconv>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <ostream>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "tools/command.hpp"
#include "tools/option_list.hpp"
#include "tools/registry_knowledge.hpp"
#include "tools/server/listener.hpp"
#include "tools/server/problem.hpp"
#include "tools/server/respond.hpp"
#include "tools/server/router.hpp"
#include "tools/server/target.hpp"

namespace daicho {

namespace {

struct ServeOptions {
    ListenOptions listen;
    std::string place;  ///< ADDRESS:PORT
    std::string ask;
    std::string body;
    std::string port_file;
    std::string cors = "*";
    std::size_t body_megabytes = 64;
    bool log_queries = false;
};

std::vector<std::string> route_names() {
    std::vector<std::string> names;
    for (const Route& route : routes()) names.emplace_back(route.pattern);
    return names;
}

ServiceOptions service_options(const ServeOptions& options, const Session& session) {
    return {.knowledge = registry_options(session),
            .language = session.language,
            .cors = options.cors == "off" ? std::string() : options.cors,
            .body_limit = options.body_megabytes << 20};
}

Complaint take_place(const std::string& given, ListenOptions& listen) {
    const std::size_t colon = given.rfind(':');
    const std::string port = colon == given.npos ? given : given.substr(colon + 1);
    if (colon != given.npos) {
        listen.address = given.substr(0, colon);
        if (listen.address.starts_with('[') && listen.address.ends_with(']'))
            listen.address = listen.address.substr(1, listen.address.size() - 2);
    }
    const auto [end, wrong] = std::from_chars(port.data(), port.data() + port.size(), listen.port);
    if (wrong == std::errc{} && end == port.data() + port.size() && !port.empty()) return std::nullopt;
    return BothTexts{"「" + given + "」は「127.0.0.1:8642」のように指定してください。",
                     "write '" + given + "' as in 127.0.0.1:8642"};
}

/// How long who asks at the start waits in the queue of the socket, before the answer is that the registry is
/// being opened: that takes some milliseconds, unless an index of addresses has to be made.
constexpr std::chrono::milliseconds start_patience{2000};

/// Answers one request without a socket.
Exit answer_one(const ServeOptions& options, const Session& session) {
    Service service(service_options(options, session), route_names());
    service.open();
    Request request;
    if (!options.body.empty()) {
        request.method = Method::post;
        request.body = read_file(options.body);
    }
    const Response response =
        read_target(options.ask, request)
            ? respond(service, request)
            : refused(service, request, problems::bad_target, problems::bad_target.title);
    session.out << response.body;
    return response.status < 400 ? Exit::clean : Exit::findings;
}

/// Opens the registry and then looks every second whether a newer one is in its place.
class RegistryWatch {
 public:
    /// `opened` is called once, when it is open.
    RegistryWatch(Service& service, const Session& session, std::function<void()> opened)
        : service_(service), session_(session), opened_(std::move(opened)), thread_([this] { run(); }) {}
    ~RegistryWatch() {
        {
            const std::lock_guard lock(mutex_);
            ended_ = true;
        }
        wake_.notify_all();
        thread_.join();
    }
    RegistryWatch(const RegistryWatch&) = delete;
    RegistryWatch& operator=(const RegistryWatch&) = delete;

    /// Waits until it was tried once to open the registry, or for so long.
    void wait_for_first_try(std::chrono::milliseconds at_most) {
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, at_most, [&] { return tried_; });
    }

 private:
    void run() {
        bool opened = false;
        std::string told;
        do {
            try {
                if (!opened) {
                    service_.open();
                    opened = true;
                    opened_();
                } else if (service_.refresh()) {
                    session_.talk << session_.say("台帳ファイルの新しい世代に切り替えました: ",
                                                  "took up a newer registry: ")
                                  << service_.now()->generation() << '\n';
                }
                told.clear();
            } catch (const Error& error) {
                service_.metrics().add_failed_swap();
                const std::string text = session_.explain(error).in(session_.language);
                if (text != told) session_.talk << "daicho: " << text << '\n';
                told = text;
            }
            note_try();
        } while (!waited());
    }
    void note_try() {
        {
            const std::lock_guard lock(mutex_);
            tried_ = true;
        }
        wake_.notify_all();
    }
    /// True where it is over.
    bool waited() {
        std::unique_lock lock(mutex_);
        return wake_.wait_for(lock, std::chrono::seconds(1), [&] { return ended_; });
    }

    Service& service_;
    const Session& session_;
    std::function<void()> opened_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool tried_ = false, ended_ = false;
    std::thread thread_;
};

void tell_port(const ServeOptions& options, std::uint16_t port) {
    if (options.port_file.empty()) return;
    OutputFile file(options.port_file);
    file.write(std::to_string(port) + "\n");
    file.commit();
}

Exit serve(const ServeOptions& options, const Session& session) {
    if (!options.ask.empty()) return answer_one(options, session);
    Service service(service_options(options, session), route_names());
    ListenOptions listen = options.listen;
    listen.handle_signals = true;
    listen.inherited = inherited_sockets() > 0;
    std::mutex logging;
    if (options.log_queries) {
        listen.log = [&](const std::string& line) {
            const std::lock_guard lock(logging);
            session.talk << line << '\n' << std::flush;
        };
    }
    Listener listener(service, listen);
    session.talk << session.say("待ち受け中: ", "listening on ") << "http://" << listen.address << ':'
                 << listener.port() << "/\n"
                 << std::flush;
    RegistryWatch watch(service, session, [&] { tell_port(options, listener.port()); });
    watch.wait_for_first_try(start_patience);
    listener.run();
    return Exit::clean;
}

void add_limit_options(OptionList& list, ServeOptions& options) {
    ListenOptions& listen = options.listen;
    list.number(
        "--threads", "N", listen.threads,
        {"使うスレッドの数（既定は CPU の数）", "Threads that answer (default: as many as there are CPUs)"});
    list.number("--connections", "N", listen.connections,
                {"同時に受ける接続の数（既定 1000）", "Connections at once (default 1000)"});
    list.number("--client-connections", "N", listen.client_connections,
                {"一つのアドレスから同時に受ける接続の数（既定 256）",
                 "Connections at once from one address (default 256)"});
    list.number("--client-rate", "N", listen.client_rate,
                {"一つのアドレスから1秒に受ける要求の数（既定 0: 制限しない）",
                 "Requests a second from one address (default 0: no limit)"});
    list.number(
        "--max-body", "MIB", options.body_megabytes,
        {"検査する表の大きさの上限（MiB、既定 64）", "Largest dataset that is taken, in MiB (default 64)"});
}

}  // namespace

std::unique_ptr<Action> add_serve(OptionList& list) {
    auto action = std::make_unique<ActionOf<ServeOptions>>(serve);
    ServeOptions& options = action->options;
    list.read("--listen", "ADDRESS:PORT",
              [&](const std::string& given) { return take_place(given, options.listen); },
              {"待ち受けるアドレスとポート（既定 "
               "127.0.0.1:8642）。ほかの機械から使えるのは、ここで指定したときだけ",
               "Where to listen (default 127.0.0.1:8642); other machines reach it only where this says so"});
    list.text("--port-file", "FILE", options.port_file,
              {"答えられるようになったら、ポート番号をこのファイルに書く",
               "Write the port into FILE once it can answer"});
    list.text("--ask", "TARGET", options.ask,
              {"待ち受けずに、この要求（例: /v1/municipalities/131016）への答えを表示して終わる",
               "Listen to nobody: print the answer to this request (as /v1/municipalities/131016) and end"});
    list.text("--body", "FILE", options.body,
              {"--ask の要求の本文（POST になる）", "Body of the request of --ask, which then is a POST"});
    list.text("--cors", "ORIGIN", options.cors,
              {"ブラウザーのほかのページに答えを読ませる相手（既定 * はどこでも、off は許さない）",
               "Origin whose pages may read answers (default *: any; off: none)"});
    list.flag(
        "--log-queries", options.log_queries,
        {"要求の URL を標準エラーに書く（既定では何が問われたかを残さない）",
         "Write the URL of each request to standard error; without it nothing of what is asked is kept"});
    add_limit_options(list, options);
    return action;
}

}  // namespace daicho
