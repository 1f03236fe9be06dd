#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>

#include "tools/server/listener_state.hpp"
#include "tools/server/problem.hpp"
#include "tools/server/respond.hpp"

namespace daicho {

class ServerConnection;

/// A thread of the listener, its connections and its clock.
class ServerWorker {
 public:
    ServerWorker(ListenerState& state, boost::asio::io_context& pool);

    /// Takes connections from a descriptor of a listening socket, which it owns from now on.
    void listen(boost::asio::ip::tcp protocol, int descriptor);
    void run() { context_.run(); }
    /// From any thread.
    void stop();

    ListenerState& state() { return state_; }
    boost::asio::io_context& pool() { return pool_; }
    boost::asio::io_context& context() { return context_; }
    const std::string& date();  ///< of the header Date, made once a second
    void add(ServerConnection& connection);
    void remove(ServerConnection& connection);

 private:
    void accept();
    void take(boost::asio::ip::tcp::socket socket);
    void sweep();
    void drain();

    ListenerState& state_;
    boost::asio::io_context& pool_;
    boost::asio::io_context context_{1};
    boost::asio::ip::tcp::acceptor acceptor_{context_};
    boost::asio::steady_timer clock_{context_};
    boost::asio::steady_timer breath_{context_};
    std::list<ServerConnection*> connections_;
    std::chrono::steady_clock::time_point drained_by_{};
    std::string date_;
    std::int64_t date_second_ = -1;
};

/// One connection: reads a request, has it answered, writes the answer, and again. Used by the thread of its
/// worker alone. One function for each step between two waits for the network, hence their number; they share
/// the socket, the buffers and the deadline.
class ServerConnection : public std::enable_shared_from_this<ServerConnection> {
 public:
    using Time = std::chrono::steady_clock::time_point;

    ServerConnection(ServerWorker& worker, boost::asio::ip::tcp::socket socket, std::string client);
    ~ServerConnection();
    ServerConnection(const ServerConnection&) = delete;
    ServerConnection& operator=(const ServerConnection&) = delete;

    void start();
    /// Says that there are too many, and ends.
    void turn_away();
    /// Ends it where its deadline has passed. Gives whether it did.
    bool cut_if_late(Time now);
    /// Between two requests it ends now, else with the answer that it is at.
    void end_soon();
    void cut();

    std::list<ServerConnection*>::iterator place{};

 private:
    enum class Phase : unsigned char { idle, head, body, work, write, linger };
    using Parser = boost::beast::http::request_parser<boost::beast::http::buffer_body>;
    using Code = boost::beast::error_code;

    void next_request();
    void read_more();
    void on_read(const Code& code, std::size_t size);
    void advance();
    void read_head();
    void on_head();
    bool make_request();
    const ProblemKind* head_problem() const;
    void refuse(const ProblemKind& kind, const Text& detail);
    void expect_body();
    void read_body();
    void on_body();
    void answer();
    void in_pool(std::function<void()> work, std::function<void()> then);
    void write_response(Response response);
    void write(std::string bytes, void (ServerConnection::*then)());
    void on_answered();
    void linger();
    void begin_stream();
    void feed_stream();
    void on_stream_part();
    void send_part(bool last);
    void on_stream_end();
    void append_head(std::string& out, const Response& response, bool chunked);
    void set_deadline(unsigned seconds);
    void log(unsigned status);

    ServerWorker& worker_;
    ListenerState& state_;
    boost::asio::ip::tcp::socket socket_;
    boost::beast::flat_buffer buffer_;
    std::optional<Parser> parser_;
    Request request_;
    std::string target_;
    Plan plan_;
    std::unique_ptr<BodyStream> stream_;
    std::string part_;  ///< of a body that a stream takes
    std::string out_;   ///< being written
    std::string made_;  ///< by a stream
    std::string chunk_head_;
    std::vector<char> body_block_;
    std::size_t body_limit_ = 0;
    Phase phase_ = Phase::idle;
    Time deadline_{};
    Time begun_{};
    std::string client_;
    bool counted_ = true;  ///< among the connections of its client
    bool keep_alive_ = false;
    bool head_only_ = false;
    bool chunked_ = false;
    bool sending_ = false;  ///< `out_`, a part of a stream
    std::size_t lingered_ = 0;
    void (ServerConnection::*then_)() = nullptr;
};

}  // namespace daicho
