// A request as it comes, head and body, is read, routed and answered by a service without registry: nothing
// may throw, hang or give an answer without a status. First line: method and target; then headers, a blank
// line, the body.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tools/server/problem.hpp"
#include "tools/server/respond.hpp"
#include "tools/server/target.hpp"

namespace {

using namespace daicho;

Service& service() {
    static Service opened({.knowledge = {.registry = ""}}, {});
    static const bool once = (opened.open(), true);
    static_cast<void>(once);
    return opened;
}

std::string_view line_of(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view text(reinterpret_cast<const char*>(data), size);
    Request request;
    std::string_view first = line_of(text);
    if (first.starts_with("POST ")) request.method = Method::post;
    if (first.starts_with("OPTIONS ")) request.method = Method::options;
    first.remove_prefix(std::min(first.find(' ') + 1, first.size()));
    for (std::string_view line = line_of(text); !line.empty(); line = line_of(text)) {
        const std::size_t colon = std::min(line.find(':'), line.size());
        request.headers.push_back(
            {std::string(line.substr(0, colon)), std::string(line.substr(std::min(colon + 1, line.size())))});
    }
    request.body = text;
    if (!read_target(first, request)) return 0;
    const Response response = respond(service(), request);
    if (response.status < 200 || response.status > 599 || response.status == 500) std::abort();
    return 0;
}
