// Lines of addresses against a small index: as many answers as lines, each speaking of its own line.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "registries/address/address_matcher.hpp"
#include "tests/support/address_laws.hpp"
#include "tests/support/small_places.hpp"
#include "tools/input_lines.hpp"

namespace {

using namespace daicho;

void require(bool holds, const char* law) {
    if (holds) return;
    std::fprintf(stderr, "%s\n", law);
    std::abort();
}

const AddressMatcher& matcher() {
    static const SmallAddressIndex made = small_places();
    static const AddressIndex index = made.open();
    static const AddressMatcher matcher{index};
    return matcher;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const bool open_end = !text.empty() && text.back() != '\n';
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + (open_end ? 1 : 0);
    std::size_t answers = 0;
    for_each_input_line(text, [&](std::string_view line) {
        ++answers;
        require(line.data() >= text.data() && line.data() + line.size() <= text.data() + text.size(),
                "a line is not of the input");
        const char* const law = broken_address_law(line, matcher().match(line));
        require(law == nullptr, law);
    });
    require(answers == lines, "lines and answers are out of step");
    return 0;
}
