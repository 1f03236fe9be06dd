#include "tools/server/listener.hpp"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/start_threads.hpp"
#include "tools/server/listener_connection.hpp"

namespace daicho {

namespace {

using boost::asio::ip::tcp;
using Failure = boost::system::error_code;

constexpr int first_inherited = 3;  // SD_LISTEN_FDS_START
constexpr auto between_sweeps = std::chrono::milliseconds(100);
constexpr auto after_failure = std::chrono::milliseconds(50);
constexpr std::size_t turned_away_at_once = 64;

std::string http_date(std::time_t now) {
    constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    char text[64];
    std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[utc.tm_wday], utc.tm_mday,
                  months[utc.tm_mon], utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
    return text;
}

[[noreturn]] void refuse_address(const ListenOptions& options, const std::string& why) {
    const std::string place = options.address + ":" + std::to_string(options.port);
    throw Error{ErrorKind::system, place + " で待ち受けられません（" + why + "）",
                "cannot listen on " + place + " (" + why + ")"};
}

}  // namespace

int inherited_sockets() {
    const char* process = std::getenv("LISTEN_PID");
    const char* count = std::getenv("LISTEN_FDS");
    if (!process || !count || std::strtol(process, nullptr, 10) != ::getpid()) return 0;
    return static_cast<int>(std::strtol(count, nullptr, 10));
}

// ---- a thread ----

ServerWorker::ServerWorker(ListenerState& state, boost::asio::io_context& pool)
    : state_(state), pool_(pool) {}

void ServerWorker::listen(tcp protocol, int descriptor) {
    acceptor_.assign(protocol, descriptor);
    acceptor_.non_blocking(true);
    accept();
    sweep();
}

void ServerWorker::accept() {
    acceptor_.async_accept(context_, [this](const Failure& failure, tcp::socket socket) {
        if (!acceptor_.is_open()) return;
        if (!failure) {
            take(std::move(socket));
            accept();
            return;
        }
        breath_.expires_after(after_failure);  // no descriptor is left, or the like
        breath_.async_wait([this](const Failure& cancelled) {
            if (!cancelled && acceptor_.is_open()) accept();
        });
    });
}

void ServerWorker::take(tcp::socket socket) {
    Metrics& metrics = state_.service.metrics();
    ++metrics.accepted;
    Failure failure;
    const auto peer = socket.remote_endpoint(failure);
    if (failure) return;
    const auto open = static_cast<std::size_t>(metrics.connections.load());
    const std::size_t most = state_.options.connections;
    if (open >= most + turned_away_at_once) {
        ++metrics.turned_away;
        return;
    }
    const std::string client = peer.address().to_string();
    const bool full = open >= most || !state_.clients.connect(client);
    const auto connection = std::make_shared<ServerConnection>(*this, std::move(socket), client);
    if (full) {
        connection->turn_away();
    } else {
        connection->start();
    }
}

const std::string& ServerWorker::date() {
    const std::time_t now = std::time(nullptr);
    if (now != date_second_) {
        date_second_ = now;
        date_ = http_date(now);
    }
    return date_;
}

void ServerWorker::add(ServerConnection& connection) {
    connection.place = connections_.insert(connections_.end(), &connection);
}

void ServerWorker::remove(ServerConnection& connection) {
    connections_.erase(connection.place);
}

void ServerWorker::sweep() {
    const auto now = std::chrono::steady_clock::now();
    for (ServerConnection* connection : connections_) connection->cut_if_late(now);
    if (state_.stopping) {
        if (connections_.empty()) return;
        if (drained_by_ != std::chrono::steady_clock::time_point{} && now > drained_by_) {
            for (ServerConnection* connection : connections_) connection->cut();
        }
    }
    clock_.expires_after(between_sweeps);
    clock_.async_wait([this](const Failure&) { sweep(); });
}

void ServerWorker::stop() {
    boost::asio::post(context_, [this] { drain(); });
}

void ServerWorker::drain() {
    Failure ignored;
    acceptor_.close(ignored);
    breath_.cancel();
    drained_by_ = std::chrono::steady_clock::now() + std::chrono::seconds(state_.options.drain_seconds);
    for (ServerConnection* connection : connections_) connection->end_soon();
    clock_.cancel();  // sweeps at once
}

// ---- all of them ----

namespace {

[[noreturn]] void refuse_without_threads() {
    throw Error{
        ErrorKind::system,
        "サービスに要るスレッドを作れません。メモリとプロセス数の制限（ulimit -v、-u）を確かめてください",
        "the threads that a service needs cannot be made; check the limits of memory and of processes "
        "(ulimit -v, -u)"};
}

}  // namespace

class Listener::Implementation {
 public:
    Implementation(Service& service, ListenOptions options) : state_{service, std::move(options)} {
        if (state_.options.threads == 0) state_.options.threads = hardware_threads();
        open();
        for (unsigned i = 0; i < state_.options.threads; ++i)
            workers_.push_back(std::make_unique<ServerWorker>(state_, pool_));
    }

    std::uint16_t port() const { return port_; }

    void run() {
        for (const auto& worker : workers_) worker->listen(protocol_, ::dup(acceptor_->native_handle()));
        acceptor_.reset();
        if (state_.options.handle_signals) await_signals();
        auto heavy = boost::asio::make_work_guard(pool_);
        std::vector<std::thread> helpers =
            start_threads(workers_.size(), [this](std::size_t) { pool_.run(); });
        if (helpers.empty()) refuse_without_threads();
        std::vector<std::thread> threads =
            start_threads(workers_.size() - 1, [this](std::size_t i) { workers_[i + 1]->run(); });
        workers_.front()->run();
        for (std::thread& thread : threads) thread.join();
        heavy.reset();
        for (std::thread& thread : helpers) thread.join();
        signals_context_.stop();
        if (signals_thread_.joinable()) signals_thread_.join();
    }

    void stop() {
        if (state_.stopping.exchange(true)) return;
        for (const auto& worker : workers_) worker->stop();
    }

 private:
    void open() {
        acceptor_.emplace(opening_);
        Failure failure;
        if (state_.options.inherited) {
            acceptor_->assign(tcp::v4(), first_inherited, failure);
        } else {
            const auto address = boost::asio::ip::make_address(state_.options.address, failure);
            if (failure) refuse_address(state_.options, failure.message());
            const tcp::endpoint place(address, state_.options.port);
            acceptor_->open(place.protocol(), failure);
            if (!failure) acceptor_->set_option(tcp::acceptor::reuse_address(true), failure);
            if (!failure) acceptor_->bind(place, failure);
            if (!failure) acceptor_->listen(tcp::acceptor::max_listen_connections, failure);
        }
        if (failure) refuse_address(state_.options, failure.message());
        const auto bound = acceptor_->local_endpoint(failure);
        if (failure) refuse_address(state_.options, failure.message());
        port_ = bound.port();
        protocol_ = bound.protocol();
    }

    void await_signals() {
        signals_.emplace(signals_context_, SIGTERM, SIGINT);
        signals_->async_wait([this](const Failure& failure, int) {
            if (!failure) stop();
        });
        std::vector<std::thread> one = start_threads(1, [this](std::size_t) { signals_context_.run(); });
        if (one.empty()) refuse_without_threads();
        signals_thread_ = std::move(one.front());
    }

    ListenerState state_;
    boost::asio::io_context opening_{1};
    std::optional<tcp::acceptor> acceptor_;
    std::uint16_t port_ = 0;
    tcp protocol_ = tcp::v4();
    boost::asio::io_context pool_;  ///< what takes long
    std::vector<std::unique_ptr<ServerWorker>> workers_;
    boost::asio::io_context signals_context_{1};
    std::optional<boost::asio::signal_set> signals_;
    std::thread signals_thread_;
};

Listener::Listener(Service& service, ListenOptions options)
    : implementation_(std::make_unique<Implementation>(service, std::move(options))) {}

Listener::~Listener() = default;

std::uint16_t Listener::port() const {
    return implementation_->port();
}

void Listener::run() {
    implementation_->run();
}

void Listener::stop() {
    implementation_->stop();
}

}  // namespace daicho
