// UTF-8 and the narrow notation: any bytes can be walked through, and every span leads back into them.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "grammars/text/narrow.hpp"
#include "grammars/text/utf8.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check_walk(const std::string& text) {
    const std::size_t broken = daicho::find_invalid_utf8(text);
    std::string again;
    for (std::size_t at = 0; at < text.size();) {
        const auto [value, size] = daicho::code_point_at(text, at);
        require(size > 0 && at + size <= text.size());
        daicho::append_utf8(again, value);
        at += size;
    }
    require(broken != std::string::npos || again == text);
}

void check_narrow(const std::string& text) {
    const daicho::Narrow narrow(text);
    for (std::uint32_t end = 0; end <= narrow.text().size(); ++end) {
        const daicho::Span span = narrow.original({end / 2, end});
        require(span.begin <= span.end && span.end <= text.size());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    check_walk(text);
    if (daicho::find_invalid_utf8(text) == std::string::npos) check_narrow(text);
    return 0;
}
