// Connections: how bodies are read, whole or as streams.
#include <array>
#include <cstdio>
#include <string_view>
#include <utility>

#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>

#include "tools/server/listener_connection.hpp"

namespace daicho {

namespace {

namespace http = boost::beast::http;

constexpr std::size_t block_size = 16384;
constexpr std::size_t stream_part = 256u << 10;
constexpr std::size_t least_stream_part = 64u << 10;

}  // namespace

// ---- the body ----

void ServerConnection::expect_body() {
    if (plan_.done || !plan_.route) {
        keep_alive_ = false;
        answer();
        return;
    }
    const Route& route = *plan_.route;
    body_limit_ = route.body_limit;
    if (route.body_limit > (1u << 20)) body_limit_ = state_.service.options().body_limit;
    const auto length = parser_->content_length();
    if (!route.open && length && *length > body_limit_) {
        refuse(problems::too_large, problems::too_large.title);
        return;
    }
    phase_ = Phase::body;
    set_deadline(state_.options.body_seconds);
    body_block_.resize(route.open ? stream_part : block_size);
    const std::string_view expected = request_.header("expect");
    if (route.open) {
        begin_stream();
    } else if (expected == "100-continue") {
        write("HTTP/1.1 100 Continue\r\n\r\n", &ServerConnection::read_body);
    } else {
        read_body();
    }
}

void ServerConnection::read_body() {
    phase_ = Phase::body;
    std::string& to = stream_ ? part_ : request_.body;
    while (!parser_->is_done()) {
        auto& body = parser_->get().body();
        body.data = body_block_.data();
        body.size = body_block_.size();
        body.more = true;
        Code code;
        const std::size_t used = parser_->put(boost::asio::const_buffer(buffer_.data()), code);
        buffer_.consume(used);
        to.append(body_block_.data(), body_block_.size() - body.size);
        if (!stream_ && to.size() > body_limit_) {
            refuse(problems::too_large, problems::too_large.title);
            return;
        }
        if (code && code != http::error::need_more && code != http::error::need_buffer) {
            cut();  // broken chunks: nothing behind them can be trusted
            return;
        }
        if (stream_ && to.size() >= stream_part) break;
        if (used == 0 && body.size == body_block_.size()) {
            if (stream_ && to.size() >= least_stream_part) break;
            read_more();
            return;
        }
    }
    on_body();
}

void ServerConnection::on_body() {
    if (stream_) {
        feed_stream();
    } else {
        answer();
    }
}

// ---- streams ----

void ServerConnection::begin_stream() {
    Response head;
    stream_ = open_stream(state_.service, request_, plan_, head);
    if (!stream_) {
        keep_alive_ = false;
        write_response(std::move(head));
        return;
    }
    if (!chunked_) keep_alive_ = false;
    part_.clear();
    std::string bytes;
    if (request_.header("expect") == "100-continue") bytes = "HTTP/1.1 100 Continue\r\n\r\n";
    append_head(bytes, head, chunked_);
    write(std::move(bytes), &ServerConnection::read_body);
}

void ServerConnection::feed_stream() {
    phase_ = Phase::work;
    set_deadline(state_.options.body_seconds * 10);
    made_.clear();
    const bool last = parser_->is_done();
    in_pool(
        [this, last] {
            stream_->take(part_, made_);
            if (last) stream_->finish(made_);
        },
        [this] { on_stream_part(); });
}

/// What was made is sent; what comes next is read and answered meanwhile.
void ServerConnection::on_stream_part() {
    if (sending_) {
        phase_ = Phase::write;
        set_deadline(state_.options.body_seconds);
        return;  // to here again once the part before is out
    }
    part_.clear();
    const bool last = parser_->is_done();
    if (!made_.empty()) send_part(last);
    phase_ = last ? Phase::write : Phase::body;
    set_deadline(state_.options.body_seconds);
    if (!last) read_body();
}

void ServerConnection::send_part(bool last) {
    sending_ = true;
    out_.swap(made_);
    chunk_head_.clear();
    std::string_view chunk_end;
    if (chunked_) {
        char size[24];
        std::snprintf(size, sizeof size, "%zx\r\n", out_.size());
        chunk_head_ = size;
        chunk_end = last ? "\r\n0\r\n\r\n" : "\r\n";
    }
    const std::array<boost::asio::const_buffer, 3> bytes = {
        boost::asio::buffer(chunk_head_), boost::asio::buffer(out_), boost::asio::buffer(chunk_end)};
    boost::asio::async_write(socket_, bytes,
                             [self = shared_from_this(), last](const Code& code, std::size_t) {
                                 self->sending_ = false;
                                 if (code) {
                                     self->cut();
                                 } else if (last) {
                                     self->on_stream_end();
                                 } else if (self->phase_ == Phase::write) {
                                     self->on_stream_part();
                                 }
                             });
}

void ServerConnection::on_stream_end() {
    state_.service.metrics().add(route_number(plan_.route), 200, std::chrono::steady_clock::now() - begun_,
                                 out_.size());
    log(200);
    on_answered();
}

}  // namespace daicho
