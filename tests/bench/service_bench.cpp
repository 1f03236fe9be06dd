// What the service answers in a second, with the client on the same machine: `serve` runs in a process of its
// own over a synthetic register of corporations. Start, point answers on keep-alive connections, the time of
// answers at half of that load, suggestions for names that are being typed, a batch of ids, memory beyond
// mapped files; with a registry of addresses and a file of them, a batch of addresses beside `lookup`. In the
// same run nginx with one static file as the limit, where it is on the PATH.
//   service_bench [CORPORATIONS [REGISTRY ADDRESSES]]
// CORPORATIONS: 300,000 unless said; ADDRESSES: a text a line, of the REGISTRY.

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <functional>
#include <iterator>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/bench/command_comparison.hpp"
#include "tests/bench/synthetic_register.hpp"

namespace {

using Clock = std::chrono::steady_clock;
using bench::CommandFiles;

const std::string program = DAICHO_PROGRAM;
constexpr std::size_t connections = 32;

double since(Clock::time_point begun) {
    return std::chrono::duration<double>(Clock::now() - begun).count();
}

std::string text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A connection that is kept alive; answers have a Content-Length or end in chunks.
class Client {
 public:
    explicit Client(int port) : fd_(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_port = htons(static_cast<std::uint16_t>(port));
        place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = connect(fd_, reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0;
        const int at_once = 1;
        setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    }
    ~Client() { close(fd_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    int fd() const { return fd_; }
    bool connected() const { return connected_; }
    void send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }
    void get(const std::string& target) const { send("GET " + target + " HTTP/1.1\r\nHost: bench\r\n\r\n"); }
    /// Reads what is there; true once the answer is complete.
    bool read() {
        char block[65536];
        const ssize_t got = recv(fd_, block, sizeof block, 0);
        if (got <= 0) return failed_ = true;
        answer_.append(block, static_cast<std::size_t>(got));
        const std::size_t head = answer_.find("\r\n\r\n");
        if (head == answer_.npos) return false;
        const std::size_t length = answer_.find("Content-Length: ");
        if (length > head) return answer_.ends_with("0\r\n\r\n");
        return answer_.size() >= head + 4 + std::strtoul(answer_.c_str() + length + 16, nullptr, 10);
    }
    /// Whether it was a 200; makes ready for the next one.
    bool take() {
        const bool fine = !failed_ && answer_.starts_with("HTTP/1.1 200");
        answer_.clear();
        return fine;
    }

 private:
    int fd_;
    bool connected_ = false, failed_ = false;
    std::string answer_;
};

/// A program that serves, until this goes.
class Server {
 public:
    explicit Server(const std::vector<std::string>& command) : pid_(fork()) {
        if (pid_ != 0) return;
        std::vector<char*> words;
        for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
        words.push_back(nullptr);
        if (freopen("/dev/null", "w", stderr) == nullptr) _exit(127);
        execvp(words[0], words.data());
        _exit(127);
    }
    ~Server() {
        kill(pid_, SIGTERM);
        waitpid(pid_, nullptr, 0);
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    bool alive() const { return waitpid(pid_, nullptr, WNOHANG) == 0; }
    double cpu() const {
        const std::string text = text_of("/proc/" + std::to_string(pid_) + "/stat");
        std::size_t at = text.rfind(')');
        for (int field = 0; field < 12; ++field) at = text.find(' ', at + 1);
        char* next = nullptr;
        const unsigned long user = std::strtoul(text.c_str() + at, &next, 10),
                            system = std::strtoul(next, nullptr, 10);
        return static_cast<double>(user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
    }
    double own_megabytes() const {
        const std::string text = text_of("/proc/" + std::to_string(pid_) + "/status");
        return std::strtod(text.c_str() + text.find("RssAnon:") + 8, nullptr) / 1024;
    }

 private:
    pid_t pid_;
};

using Target = std::function<std::string(std::size_t)>;

struct Load {
    std::size_t answers = 0, wrong = 0;
    double seconds = 0;
    std::vector<double> waits;  ///< from when an answer was due to be asked for, in ms, sorted

    double rate() const { return static_cast<double>(answers) / seconds; }
    double wait(double share) const {
        return waits.empty() ? 0
                             : waits[static_cast<std::size_t>(share * static_cast<double>(waits.size() - 1))];
    }
};

/// Asks on all connections for so many seconds: at once when an answer is there, or, with a `rate`, when it
/// is time for the next question, which is when waiting begins.
Load load(int port, std::size_t count, double seconds, const Target& target, double rate = 0) {
    std::vector<std::unique_ptr<Client>> clients;
    std::vector<pollfd> waiting;
    std::vector<Clock::time_point> due(count);
    for (std::size_t i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<Client>(port));
        waiting.push_back({clients.back()->fd(), POLLIN, 0});
    }
    Load result;
    std::vector<std::size_t> idle(count);
    for (std::size_t i = 0; i < count; ++i) idle[i] = i;
    std::size_t asked = 0;
    const auto begun = Clock::now();
    for (double now = 0; now < seconds || idle.size() < count; now = since(begun)) {
        while (now < seconds && !idle.empty() && (rate == 0 || static_cast<double>(asked) < now * rate)) {
            const std::size_t i = idle.back();
            idle.pop_back();
            due[i] = rate == 0 ? Clock::now()
                               : begun + std::chrono::nanoseconds(static_cast<std::int64_t>(
                                             1e9 * static_cast<double>(asked) / rate));
            clients[i]->get(target(asked++));
        }
        const timespec patience{0, rate == 0 ? 500'000'000 : 50'000};
        if (ppoll(waiting.data(), waiting.size(), &patience, nullptr) < 0) break;
        for (std::size_t i = 0; i < count; ++i) {
            if (waiting[i].revents == 0 || !clients[i]->read()) continue;
            result.wrong += !clients[i]->take();
            result.waits.push_back(1e3 * since(due[i]));
            idle.push_back(i);
        }
    }
    result.answers = result.waits.size();
    result.seconds = since(begun);
    std::sort(result.waits.begin(), result.waits.end());
    return result;
}

void report(const char* what, const Load& load, double cpu) {
    std::printf(
        "  %-36s %8.0f a second  p50 %6.2f ms  p99 %6.2f ms  CPU of the server %5.1f us each  wrong %zu\n",
        what, load.rate(), load.wait(0.5), load.wait(0.99), 1e6 * cpu / static_cast<double>(load.answers),
        load.wrong);
}

Load measured(const char* what, const Server& server, const std::function<Load()>& run) {
    const double before = server.cpu();
    const Load result = run();
    report(what, result, server.cpu() - before);
    return result;
}

/// Sends `lines` as one batch and reads the answers meanwhile; seconds.
double batch(int port, const std::string& parameters, const std::string& lines) {
    Client client(port);
    const auto begun = Clock::now();
    std::thread sender([&] {
        client.send("POST /v1/batch?" + parameters +
                    " HTTP/1.1\r\nHost: bench\r\nContent-Type: text/plain\r\nContent-Length: " +
                    std::to_string(lines.size()) + "\r\n\r\n");
        client.send(lines);
    });
    std::size_t bytes = 0;
    std::string tail;
    char block[65536];
    for (ssize_t got;
         !tail.ends_with("0\r\n\r\n") && (got = recv(client.fd(), block, sizeof block, 0)) > 0;) {
        bytes += static_cast<std::size_t>(got);
        tail.append(block, static_cast<std::size_t>(got));
        if (tail.size() > 4096) tail.erase(0, tail.size() - 4096);
    }
    sender.join();
    if (tail.find("\"end\":true") == tail.npos) std::printf("  the batch was cut\n");
    return since(begun);
}

/// Waits for the port; 0: the server ended.
int port_of(const Server& server, const std::string& path) {
    while (server.alive()) {
        if (const std::string text = text_of(path); text.ends_with('\n')) return std::stoi(text);
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    return 0;
}

std::vector<std::string> serve_command(const std::string& registry, const std::string& port_file) {
    std::filesystem::remove(port_file);
    return {program, "--registry", registry, "serve", "--listen", "127.0.0.1:0", "--port-file", port_file};
}

std::vector<std::string> names_in(const std::string& full) {
    std::vector<std::string> names;
    std::ifstream file(full);
    for (std::string line; names.size() < 5000 && std::getline(file, line);) {
        std::size_t at = 0;
        for (int column = 0; column < 6; ++column) at = line.find(',', at) + 1;
        names.push_back(line.substr(at + 1, line.find('"', at + 1) - at - 1));
    }
    return names;
}

std::string escaped(std::string_view text) {
    std::string out;
    char hex[4];
    for (const char c : text) {
        std::snprintf(hex, sizeof hex, "%%%02X", static_cast<unsigned char>(c));
        out += hex;
    }
    return out;
}

void measure_corporations(const CommandFiles& files, std::size_t count) {
    const std::string full = files.path("00_zenkoku_all_20260821.csv"), registry = files.path("r.sqlite");
    const bench::SyntheticRegister made(text_of(DAICHO_BENCH_FOLDER "/corporation_statistics.tsv"), count);
    made.write_full(full);
    bench::command_cost({program, "build", "-o", registry, full}, 1, 1);
    const auto& numbers = made.numbers();
    std::printf("%zu corporations\n", numbers.size());
    const auto begun = Clock::now();
    const Server server(serve_command(registry, files.path("port")));
    const int port = port_of(server, files.path("port"));
    if (port == 0) return static_cast<void>(std::printf("  the service ends\n"));
    std::printf("  start %.0f ms\n", 1e3 * since(begun));
    std::mt19937 random(3);
    const Target point = [&](std::size_t) {
        return "/v1/corporations/" + std::to_string(numbers[random() % numbers.size()]);
    };
    load(port, connections, 1, point);  // what is read first
    const Load all = measured("points", server, [&] { return load(port, connections, 4, point); });
    measured("points at half of that", server,
             [&] { return load(port, connections, 4, point, all.rate() / 2); });
    const auto names = names_in(full);
    const Target typed = [&](std::size_t i) {  // the first two or three letters of a name
        return "/v1/suggest?kind=corporation&q=" +
               escaped(names[random() % names.size()].substr(0, i % 2 ? 6 : 9));
    };
    measured("suggest, one after the other", server, [&] { return load(port, 1, 4, typed); });
    std::string ids;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        ids += std::to_string(numbers[random() % numbers.size()]) + "\n";
    const double before = server.cpu(), took = batch(port, "kind=corporation", ids);
    std::printf("  %-36s %8.0f a second  CPU of the server %5.1f us each\n", "batch of ids",
                static_cast<double>(numbers.size()) / took,
                1e6 * (server.cpu() - before) / static_cast<double>(numbers.size()));
    std::printf("  memory beyond mapped files %.0f MB\n", server.own_megabytes());
}

void measure_addresses(const CommandFiles& files, const std::string& registry, const std::string& addresses) {
    const std::string lines = text_of(addresses);
    const auto count = static_cast<double>(std::count(lines.begin(), lines.end(), '\n'));
    std::printf("%.0f addresses\n", count);
    const bench::CommandCost alone = bench::command_cost(
        {"sh", "-c", "exec \"$0\" --registry \"$1\" lookup address - <\"$2\"", program, registry, addresses},
        1, 2);
    const Server server(serve_command(registry, files.path("port")));
    const int port = port_of(server, files.path("port"));
    if (port == 0) return;
    batch(port, "kind=address&op=match", lines);
    const double before = server.cpu(), took = batch(port, "kind=address&op=match", lines);
    const double cpu = server.cpu() - before;
    std::printf("  lookup address: %.0f a second of wall, %.1f us of CPU each\n", count / alone.wall,
                1e6 * alone.seconds / count);
    std::printf("  batch:          %.0f a second of wall, %.1f us of CPU each, %.2f of lookup\n",
                count / took, 1e6 * cpu / count, cpu / alone.seconds);
}

/// A file of the size of a point answer.
void measure_nginx(const CommandFiles& files) {
    const int port = 18642;
    std::ofstream(files.path("one.json")) << std::string(700, 'x');
    std::ofstream(files.path("nginx.conf"))
        << "daemon off; worker_processes 2; pid " << files.path("nginx.pid") << "; error_log /dev/null;\n"
        << "events { worker_connections 256; }\nhttp { access_log off; keepalive_requests 100000000;\n"
        << "server { listen 127.0.0.1:" << port << "; root "
        << std::filesystem::path(files.path("x")).parent_path().string() << "; } }\n";
    const Server server({"nginx", "-c", files.path("nginx.conf")});
    for (int i = 0; i < 100 && server.alive() && !Client(port).connected(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    if (!server.alive()) return static_cast<void>(std::printf("(nginx is not there)\n"));
    const Load limit = load(port, connections, 4, [](std::size_t) { return std::string("/one.json"); });
    std::printf("(nginx, one static file: %.0f a second, p99 %.2f ms, wrong %zu)\n", limit.rate(),
                limit.wait(0.99), limit.wrong);
}

}  // namespace

int main(int count, char** arguments) {
    const CommandFiles files;
    measure_corporations(files, count > 1 ? std::stoul(arguments[1]) : 300'000);
    if (count > 3) measure_addresses(files, arguments[2], arguments[3]);
    measure_nginx(files);
    return 0;
}
