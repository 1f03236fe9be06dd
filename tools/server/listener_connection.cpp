#include "tools/server/listener_connection.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>

#include "tools/server/target.hpp"

namespace daicho {

namespace {

namespace http = boost::beast::http;

constexpr std::size_t read_size = 16384;
constexpr std::size_t most_lingered = 1u << 20;
constexpr unsigned linger_seconds = 2;
constexpr std::size_t jobs_a_thread = 64;

Method method_of(http::verb verb) {
    switch (verb) {
        case http::verb::get:
            return Method::get;
        case http::verb::head:
            return Method::head;
        case http::verb::post:
            return Method::post;
        case http::verb::options:
            return Method::options;
        default:
            return Method::other;
    }
}

std::string lower_name(boost::beast::string_view name) {
    std::string lower(name);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

}  // namespace

ServerConnection::ServerConnection(ServerWorker& worker, boost::asio::ip::tcp::socket socket,
                                   std::string client)
    : worker_(worker), state_(worker.state()), socket_(std::move(socket)), client_(std::move(client)) {
    worker_.add(*this);
    ++state_.service.metrics().connections;
}

ServerConnection::~ServerConnection() {
    worker_.remove(*this);
    --state_.service.metrics().connections;
    if (counted_) state_.clients.disconnect(client_);
}

void ServerConnection::set_deadline(unsigned seconds) {
    deadline_ = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
}

bool ServerConnection::cut_if_late(Time now) {
    if (now < deadline_) return false;
    if (phase_ != Phase::idle && phase_ != Phase::linger) ++state_.service.metrics().cut_off;
    cut();
    return true;
}

void ServerConnection::cut() {
    Code ignored;
    socket_.close(ignored);
}

void ServerConnection::end_soon() {
    keep_alive_ = false;
    if (phase_ == Phase::idle) cut();
}

void ServerConnection::start() {
    Code ignored;
    socket_.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
    next_request();
}

void ServerConnection::turn_away() {
    counted_ = false;
    ++state_.service.metrics().turned_away;
    set_deadline(linger_seconds);
    refuse(problems::busy, {"接続が多すぎます。", "too many connections"});
}

// ---- the head ----

void ServerConnection::next_request() {
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(state_.options.header_limit));
    parser_->body_limit(std::numeric_limits<std::uint64_t>::max());  // is counted here, by route
    stream_.reset();
    if (buffer_.size() > 0) {
        phase_ = Phase::head;
        set_deadline(state_.options.head_seconds);
        advance();
        return;
    }
    if (state_.stopping) {
        linger();
        return;
    }
    phase_ = Phase::idle;
    set_deadline(state_.options.idle_seconds);
    read_more();
}

void ServerConnection::read_more() {
    socket_.async_read_some(
        buffer_.prepare(read_size),
        [self = shared_from_this()](const Code& code, std::size_t size) { self->on_read(code, size); });
}

void ServerConnection::on_read(const Code& code, std::size_t size) {
    if (code) return;  // gone, or cut: the connection ends with its last owner
    buffer_.commit(size);
    if (phase_ == Phase::linger) {
        lingered_ += size;
        buffer_.consume(buffer_.size());
        if (lingered_ < most_lingered) read_more();
        return;
    }
    if (phase_ == Phase::idle) {
        phase_ = Phase::head;
        set_deadline(state_.options.head_seconds);
    }
    advance();
}

void ServerConnection::advance() {
    if (phase_ == Phase::body) {
        read_body();
    } else {
        read_head();
    }
}

void ServerConnection::read_head() {
    Code code;
    const std::size_t used = parser_->put(boost::asio::const_buffer(buffer_.data()), code);
    buffer_.consume(used);
    if (code == http::error::need_more) {
        read_more();
    } else if (code == http::error::header_limit) {
        refuse(problems::header_too_large, {"ヘッダーが大きすぎます。", "the header is too large"});
    } else if (code) {
        refuse(problems::bad_header,
               {"HTTP/1.1 の要求として読み取れません。", "this is not a request of HTTP/1.1"});
    } else {
        on_head();
    }
}

/// What the parser lets through and is refused all the same: what a proxy may read otherwise.
const ProblemKind* ServerConnection::head_problem() const {
    const auto& head = parser_->get();
    if (head.target().size() > state_.options.target_limit) return &problems::header_too_large;
    const auto coding = head[http::field::transfer_encoding];
    const bool has_coding = head.find(http::field::transfer_encoding) != head.end();
    if (has_coding && !(parser_->chunked() && coding.size() == std::string_view("chunked").size()))
        return &problems::bad_header;
    if (has_coding && head.version() < 11) return &problems::bad_header;
    if (head.count(http::field::host) > 1) return &problems::bad_header;
    if (head.version() >= 11 && head.count(http::field::host) == 0) return &problems::bad_header;
    return nullptr;
}

bool ServerConnection::make_request() {
    const auto& head = parser_->get();
    request_ = {};
    request_.method = method_of(head.method());
    request_.client = client_;
    for (const auto& field : head) {
        std::string name = lower_name(field.name_string());
        const auto known = std::ranges::find(request_.headers, name, &Header::name);
        if (known == request_.headers.end()) {
            request_.headers.push_back({std::move(name), std::string(field.value())});
        } else {
            known->value.append(", ").append(field.value().data(), field.value().size());
        }
    }
    target_.assign(head.target().data(), head.target().size());
    if (const std::size_t hash = target_.find('#'); hash != target_.npos) return false;
    return read_target(target_, request_);
}

void ServerConnection::on_head() {
    begun_ = std::chrono::steady_clock::now();
    keep_alive_ = parser_->keep_alive() && !state_.stopping;
    head_only_ = parser_->get().method() == http::verb::head;
    chunked_ = parser_->get().version() >= 11;
    if (const ProblemKind* problem = head_problem()) {
        refuse(*problem, problem->title);
    } else if (!make_request()) {
        refuse(problems::bad_target, problems::bad_target.title);
    } else if (!state_.clients.ask(client_)) {
        ++state_.service.metrics().turned_away;
        refuse(problems::too_many, {"1秒あたりの要求が多すぎます。", "too many requests a second"});
    } else {
        plan_ = plan_answer(state_.service, request_);
        if (parser_->is_done()) {
            answer();
        } else {
            expect_body();
        }
    }
}

/// An answer before the request is read to its end: what may follow is not looked at.
void ServerConnection::refuse(const ProblemKind& kind, const Text& detail) {
    keep_alive_ = false;
    plan_ = {};
    write_response(refused(state_.service, request_, kind, detail));
}

// ---- the answer ----

/// Has `work` done by the pool and goes on with `then` here.
void ServerConnection::in_pool(std::function<void()> work, std::function<void()> then) {
    ++state_.jobs;
    auto guard = boost::asio::make_work_guard(worker_.context());
    boost::asio::post(worker_.pool(), [self = shared_from_this(), work = std::move(work),
                                       then = std::move(then), guard = std::move(guard)]() mutable {
        work();
        --self->state_.jobs;
        // The last owner of the connection is its own thread.
        ServerWorker& worker = self->worker_;
        boost::asio::post(worker.context(), [self = std::move(self), then = std::move(then)] { then(); });
    });
}

void ServerConnection::answer() {
    phase_ = Phase::work;
    const bool heavy = !plan_.done && plan_.route && plan_.route->heavy;
    if (!heavy) {
        write_response(answer_planned(state_.service, request_, plan_));
        return;
    }
    if (state_.jobs >= jobs_a_thread * state_.options.threads) {
        ++state_.service.metrics().turned_away;
        write_response(refused(state_.service, request_, problems::busy, problems::busy.title));
        return;
    }
    set_deadline(plan_.route->seconds * 2 + state_.options.head_seconds);
    auto response = std::make_shared<Response>();
    in_pool([this, response] { *response = answer_planned(state_.service, request_, plan_); },
            [this, response] { write_response(std::move(*response)); });
}

void ServerConnection::append_head(std::string& out, const Response& response, bool chunked) {
    const bool bare = response.status == 204 || response.status == 304;
    out.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
    out.append(reason_phrase(response.status)).append("\r\nServer: daicho\r\nDate: ").append(worker_.date());
    if (!response.type.empty() && !bare) out.append("\r\nContent-Type: ").append(response.type);
    for (const Header& header : response.headers)
        out.append("\r\n").append(header.name).append(": ").append(header.value);
    if (chunked) {
        out += "\r\nTransfer-Encoding: chunked";
    } else if (!bare && !stream_) {
        out.append("\r\nContent-Length: ").append(std::to_string(response.body.size()));
    }
    out += keep_alive_ ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n";
}

void ServerConnection::write_response(Response response) {
    if (state_.stopping) keep_alive_ = false;
    state_.service.metrics().add(route_number(plan_.route), response.status,
                                 std::chrono::steady_clock::now() - begun_, response.body.size());
    log(response.status);
    std::string bytes;
    bytes.reserve(response.body.size() + 768);
    append_head(bytes, response, false);
    if (!head_only_ && response.status != 304) bytes += response.body;
    write(std::move(bytes), &ServerConnection::on_answered);
}

void ServerConnection::log(unsigned status) {
    if (!state_.options.log || !plan_.route) return;
    const auto time = std::chrono::steady_clock::now() - begun_;
    const auto micro = std::chrono::duration_cast<std::chrono::microseconds>(time).count();
    state_.options.log(std::string(to_string(request_.method)) + " " + target_ + " " +
                       std::to_string(status) + " " + std::to_string(micro) + "us");
}

void ServerConnection::write(std::string bytes, void (ServerConnection::*then)()) {
    phase_ = Phase::write;
    set_deadline(state_.options.body_seconds);
    out_ = std::move(bytes);
    then_ = then;
    boost::asio::async_write(socket_, boost::asio::buffer(out_),
                             [self = shared_from_this()](const Code& code, std::size_t) {
                                 if (!code) ((*self).*(self->then_))();
                             });
}

void ServerConnection::on_answered() {
    if (keep_alive_ && !state_.stopping) {
        next_request();
    } else {
        linger();
    }
}

/// The answer is out. What the client still sends is thrown away for a moment: closing at once would reset
/// the connection, and the answer might be lost.
void ServerConnection::linger() {
    Code code;
    socket_.shutdown(boost::asio::ip::tcp::socket::shutdown_send, code);
    if (code) return;
    phase_ = Phase::linger;
    lingered_ = buffer_.size();
    buffer_.consume(buffer_.size());
    set_deadline(linger_seconds);
    read_more();
}

}  // namespace daicho
