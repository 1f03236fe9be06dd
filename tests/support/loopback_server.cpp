// loopback_server COMMAND: runs COMMAND with sh while an HTTP server answers at $SERVER
// (http://127.0.0.1:PORT), and ends as it ends. The address is written SERVER in what the command prints. For
// golden cases of `daicho fetch`.
//   /good.zip      with an ETag; in parts; not at all when it has not changed
//   /cut.zip       cut in the middle the first time it is asked for
//   /hang.zip      comes to a halt in the middle the first time
//   /flaky.zip     500 the first time
//   /html.zip      a web page
//   /short.zip     fewer bytes than it says
//   /loop.zip      a redirection to itself
//   /moved.zip     a redirection to /good.zip
//   /slow.zip      64 bytes a second
//   anything else  404
#include "tests/support/loopback_server.hpp"

#include <atomic>
#include <cstdlib>
#include <iostream>
#include <set>

namespace {

using daicho::ServedReply;
using daicho::ServedRequest;

const std::string good_zip =
    std::string{"PK\3\4"} + std::string(99974, '.') + "PK\5\6" + std::string(18, '\0');

class Answers {
 public:
    ServedReply operator()(const ServedRequest& request) {
        const bool first = is_first(request.target);
        ServedReply reply = served_file(request, good_zip, "\"1\"");
        if (request.target == "/good.zip") return reply;
        if (request.target == "/cut.zip") {
            if (first) reply.cut_after = 50000;
            return reply;
        }
        if (request.target == "/hang.zip") {
            if (first) reply.drip = std::chrono::milliseconds{1000};
            reply.drip_from = 50000;
            return reply;
        }
        if (request.target == "/flaky.zip") return first ? ServedReply{500, {}, "sorry"} : reply;
        if (request.target == "/html.zip")
            return {200, {}, "<!DOCTYPE html><html><body>The page is not here</body></html>"};
        if (request.target == "/loop.zip") return {302, {{"Location", "/loop.zip"}}};
        if (request.target == "/moved.zip") return {301, {{"Location", "/good.zip"}}};
        if (request.target == "/short.zip") {
            reply.claimed_length = good_zip.size() + 1;
            return reply;
        }
        if (request.target == "/slow.zip") {
            reply.drip = std::chrono::milliseconds{1000};
            return reply;
        }
        return {404, {}, "not here"};
    }

 private:
    bool is_first(const std::string& target) {
        const std::lock_guard lock{mutex_};
        return asked_.insert(target).second;
    }

    std::mutex mutex_;
    std::set<std::string> asked_;
};

/// Copies `from` to `to` with the address of the server masked.
void print_masked(FILE* from, const std::string& address) {
    std::string text;
    char block[4096];
    while (const std::size_t got = std::fread(block, 1, sizeof block, from)) text.append(block, got);
    for (std::size_t at = 0; (at = text.find(address, at)) != std::string::npos;)
        text.replace(at, address.size(), "SERVER");
    std::cout << text << std::flush;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: loopback_server COMMAND\n";
        return 2;
    }
    Answers answers;
    const daicho::LoopbackServer server{[&](const ServedRequest& request) { return answers(request); }};
    ::setenv("SERVER", server.url("").c_str(), 1);
    ::setenv("no_proxy", "127.0.0.1", 1);
    FILE* const output = ::popen((std::string{"{ "} + arguments[1] + "\n} 2>&1").c_str(), "r");
    if (output == nullptr) return 2;
    print_masked(output, server.url(""));
    const int status = ::pclose(output);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
}
