#include "tools/server/listener.hpp"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/running_listener.hpp"
#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

/// Times that no client of a test meets, however busy the machine is.
ListenOptions patient() {
    ListenOptions options;
    options.threads = 2;
    options.head_seconds = options.body_seconds = options.idle_seconds = options.drain_seconds = 120;
    options.client_connections = 400;
    return options;
}

RunningListener& shared_listener() {
    static RunningListener running(small_service(), patient());
    return running;
}

std::string request_of(std::string_view target, std::string_view more = "") {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\n" + std::string(more) + "\r\n";
}

std::string status_of(const std::string& answer) {
    return answer.size() > 12 ? answer.substr(9, 3) : answer;
}

/// The status of what comes back for these bytes.
std::string told(std::string_view bytes) {
    RawClient client(shared_listener().port());
    client.send(bytes);
    client.end_sending();
    return status_of(client.receive());
}

std::size_t count_of(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at += part.size()) ++count;
    return count;
}

/// Begins a batch in chunks.
void begin_batch(RawClient& client) {
    client.send(
        "POST /v1/batch?kind=municipality HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
        "Transfer-Encoding: chunked\r\n\r\n");
}

/// A chunk of so many questions.
std::string chunk_of(std::size_t questions) {
    std::string lines;
    for (std::size_t i = 0; i < questions; ++i) lines += "131016\n";
    char size[16];
    std::snprintf(size, sizeof size, "%zx\r\n", lines.size());
    return size + lines + "\r\n";
}

}  // namespace

TEST_CASE("requests on one connection are answered in turn, pipelined ones too") {
    RawClient client(shared_listener().port());
    client.send(request_of("/v1/municipalities/131016") + request_of("/v1/municipalities/999999") +
                request_of("/v1/towns/1310590001001", "Connection: close\r\n"));
    const std::string all = client.receive();
    CHECK(count_of(all, "HTTP/1.1 200 OK") == 2);
    CHECK(count_of(all, "HTTP/1.1 404 Not Found") == 1);
    CHECK(all.find("千代田区") < all.find("404"));
    CHECK(all.find("404") < all.find("白山"));
}

TEST_CASE("HEAD gives the head of a GET alone; a half-closed client gets its answer") {
    RawClient client(shared_listener().port());
    client.send("HEAD /v1/municipalities/131016 HTTP/1.1\r\nHost: x\r\n\r\n");
    client.end_sending();
    const std::string head = client.receive();
    CHECK(head.starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK(head.ends_with("\r\n\r\n"));
    CHECK(head.find("Content-Length: ") != head.npos);
    CHECK(head.find("Content-Length: 0") == head.npos);
    CHECK(head.find("\r\nDate: ") != head.npos);
}

TEST_CASE("what two readers may read differently is refused") {
    const std::string_view refused[] = {
        "POST /v1/batch?kind=town HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: "
        "chunked\r\n\r\n0\r\n\r\n",
        "POST /v1/batch?kind=town HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: "
        "4\r\n\r\n0\r\n\r\n",
        "POST /v1/batch?kind=town HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
        "POST /v1/batch?kind=town HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "POST /v1/batch?kind=town HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "POST /v1/batch?kind=town HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /v1/batch?kind=town HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /v1/batch?kind=town HTTP/1.1\r\nHost: x\r\nContent-Length: +4\r\n\r\nabcd",
        "POST /v1/batch?kind=town HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "GET /healthz HTTP/1.1\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost : x\r\n\r\n",
        "GET /healthz HTTP/1.1\nHost: x\n\n",
        "GET /healthz HTTP/9.9\r\nHost: x\r\n\r\n",
        "GET  /healthz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /healthz\r\n\r\n",
        "GET /%ff HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /page/..%2fpage.css HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET http://elsewhere/healthz HTTP/1.1\r\nHost: x\r\n\r\n",
        "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    };
    for (const std::string_view bytes : refused) {
        INFO(bytes);
        CHECK(told(bytes) == "400");
    }
    CHECK(told("DELETE /healthz HTTP/1.1\r\nHost: x\r\n\r\n") == "405");
    CHECK(told(request_of("/" + std::string(9000, 'a'))) == "431");
    CHECK(told(request_of("/healthz", "Referer: \xff\xfe\r\n")) == "200");
    CHECK(shared_listener().is_alive());
}

TEST_CASE("what a refused body holds is never taken for a request") {
    RawClient client(shared_listener().port());
    client.send("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 60\r\n\r\n" + request_of("/healthz"));
    const std::string answer = client.receive();
    CHECK(count_of(answer, "HTTP/1.1 4") + count_of(answer, "HTTP/1.1 2") == 1);
    CHECK(status_of(answer) == "404");
}

TEST_CASE("headers and bodies without end are cut, in little memory") {
    const auto port = shared_listener().port();
    RawClient headers(port);
    headers.send("GET /healthz HTTP/1.1\r\nHost: x\r\n");
    std::size_t sent = 0;
    const std::string line = "X: " + std::string(1000, 'y') + "\r\n";
    while (sent < (22u << 20) && headers.send(line, 1000)) sent += line.size();
    CHECK(sent < (22u << 20));

    RawClient length(port);
    length.send("POST /v1/validate HTTP/1.1\r\nHost: x\r\nContent-Length: 209715200\r\n\r\n");
    CHECK(status_of(length.receive("\r\n\r\n")) == "413");

    RawClient chunks(port);
    chunks.send("POST /v1/normalize HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "10000\r\n" + std::string(65536, 'z') + "\r\n";
    sent = 0;
    while (sent < (200u << 20) && chunks.send(chunk, 1000)) sent += chunk.size();
    CHECK(sent < (64u << 20));
    CHECK(shared_listener().is_alive());
}

TEST_CASE("slow clients are cut at the deadline, and their neighbours are answered meanwhile") {
    ListenOptions options = patient();
    options.head_seconds = 2;
    RunningListener running(small_service(), options);
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 200; ++i) {
        slow.push_back(std::make_unique<RawClient>(running.port()));
        slow.back()->send("GET /healthz HTT");
    }
    CHECK(running.is_alive());
    for (const auto& client : slow) CHECK(client->receive({}, 30000).empty());
}

TEST_CASE("a connection that asks for nothing more is ended") {
    ListenOptions options = patient();
    options.idle_seconds = 1;
    RunningListener running(small_service(), options);
    RawClient idle(running.port());
    idle.send(request_of("/healthz"));
    CHECK(status_of(idle.receive("ok")) == "200");
    CHECK(idle.receive({}, 30000).find("(nothing more)") == std::string::npos);
}

TEST_CASE("more connections than are taken are turned away and told so") {
    ListenOptions options = patient();
    options.connections = 8;
    RunningListener running(small_service(), options);
    std::vector<std::unique_ptr<RawClient>> held;
    for (int i = 0; i < 8; ++i) {
        held.push_back(std::make_unique<RawClient>(running.port()));
        held.back()->send(request_of("/healthz"));
        CHECK(status_of(held.back()->receive("ok")) == "200");
    }
    RawClient late(running.port());
    const std::string answer = late.receive("\r\n\r\n");
    CHECK(status_of(answer) == "503");
    CHECK(answer.find("Retry-After: 1") != answer.npos);
    held.clear();
    for (int i = 0; i < 50 && !running.is_alive(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    CHECK(running.is_alive());
}

TEST_CASE("a client that asks too often is told when to come again") {
    ListenOptions options = patient();
    options.client_rate = 1;
    RunningListener running(small_service(), options);
    std::set<std::string> seen;
    for (int i = 0; i < 200 && !seen.contains("429"); ++i) {
        RawClient client(running.port());
        client.send(request_of("/healthz", "Connection: close\r\n"));
        seen.insert(status_of(client.receive()));
    }
    CHECK(seen == std::set<std::string>{"200", "429"});
}

TEST_CASE("a batch is answered while it is still being sent") {
    RawClient client(shared_listener().port());
    begin_batch(client);
    client.send(chunk_of(10000));
    const std::string first = client.receive("千代田区");
    CHECK(first.find("Transfer-Encoding: chunked") != first.npos);
    CHECK(first.find("千代田区") != first.npos);
    client.send("0\r\n\r\n");
    const std::string rest = client.receive("0\r\n\r\n");
    CHECK((first + rest).find("\"lines\":10000") != std::string::npos);
    client.send(request_of("/healthz", "Connection: close\r\n"));
    CHECK(status_of(client.receive()) == "200");
}

TEST_CASE("a large batch comes back whole and in order, while it is sent or after it") {
    std::string lines;
    for (int i = 0; i < 40000; ++i) lines += std::to_string(100000 + i) + "\n";
    const auto echoed = [](const std::string& answer) {
        constexpr std::string_view member = ",\"for\":\"";
        std::string ids;
        for (std::size_t at = 0; (at = answer.find(member, at)) != answer.npos;) {
            at += member.size();
            ids += answer.substr(at, 6) + "\n";
        }
        return ids;
    };
    const std::string head =
        "POST /v1/batch?kind=municipality HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        "Content-Type: text/plain\r\nContent-Length: " +
        std::to_string(lines.size()) + "\r\n\r\n";
    RawClient reading(shared_listener().port());
    std::thread sender([&] { reading.send(head + lines); });
    const std::string answer = reading.receive({}, 60000);
    sender.join();
    CHECK(answer.ends_with("\r\n0\r\n\r\n"));
    CHECK((echoed(answer) == lines));
}

TEST_CASE("a client that sends a batch and does not read is cut at the deadline") {
    ListenOptions options = patient();
    options.body_seconds = 1;
    const auto& cut_off = small_service().metrics().cut_off;
    const auto before = cut_off.load();
    RunningListener running(small_service(), options);
    RawClient client(running.port());
    begin_batch(client);
    const std::string chunk = chunk_of(9363);  // 64 kB
    std::size_t sent = 0;
    while (sent < (256u << 20) && client.send(chunk, 1000)) sent += chunk.size();
    CHECK(sent < (64u << 20));
    for (int i = 0; i < 1500 && cut_off.load() == before; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    CHECK(cut_off.load() > before);
    CHECK(running.is_alive());
}

TEST_CASE("a stop answers what is at work and ends the rest") {
    auto running = std::make_unique<RunningListener>(small_service(), patient());
    RawClient idle(running->port());
    idle.send(request_of("/healthz"));
    idle.receive("ok");
    RawClient half(running->port());
    half.send("GET /healthz HTTP/1.1\r\nHo");
    std::thread finisher([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        half.send("st: x\r\n\r\n");
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    running->stop();
    finisher.join();
    CHECK(idle.receive().empty());
    const std::string answer = half.receive();
    CHECK(status_of(answer) == "200");
    CHECK(answer.find("Connection: close") != answer.npos);
}

TEST_CASE("a registry is exchanged twenty times under load: no answer is wrong, none is lost") {
    const ScratchFolder folder;
    const SmallAddressIndex one{{{"131016", "0056000", "東京都", "", "千代田区", "", "紀尾井町", "", ""}}};
    const SmallAddressIndex two{{{"131016", "0056000", "東京都", "", "千代田区", "", "霞が関", "", ""}}};
    const std::string path = folder / "registry.sqlite";
    const auto place = [&](const SmallAddressIndex& next) {
        std::filesystem::copy_file(next.registry(), path + ".next",
                                   std::filesystem::copy_options::overwrite_existing);
        std::filesystem::rename(path + ".next", path);
    };
    place(one);
    Service service({.knowledge = {.registry = path}}, names_of_routes());
    service.open();
    RunningListener running(service, patient());
    std::atomic<bool> done{false};
    std::atomic<std::size_t> answers{0}, wrong{0};
    std::vector<std::thread> clients;
    for (int i = 0; i < 3; ++i) {
        clients.emplace_back([&] {
            RawClient client(running.port());
            while (!done) {
                client.send(request_of("/v1/towns/1310160056000"));
                const std::string answer = client.receive("\"complete\":true}\n");
                ++answers;
                const bool first = answer.find("紀尾井町") != answer.npos,
                           second = answer.find("霞が関") != answer.npos;
                if (!answer.starts_with("HTTP/1.1 200") || first == second) ++wrong;
                std::this_thread::sleep_for(
                    std::chrono::milliseconds(1));  // the exchange needs the machine too
            }
        });
    }
    for (int i = 0; i < 20; ++i) {
        place(i % 2 == 0 ? two : one);
        CHECK(service.refresh());
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    done = true;
    for (std::thread& client : clients) client.join();
    CHECK(wrong == 0);
    CHECK(answers > 20);
}
