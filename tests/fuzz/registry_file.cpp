// A damaged registry: it is refused, or what is asked of it is answered or refused; `verify` looks at all of
// it.
#include <cstdint>
#include <string>
#include <string_view>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "registries/audit/registry_verifier.hpp"
#include "registries/lookup/lookup.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/damaged_bytes.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/small_places.hpp"

namespace {

using namespace daicho;

struct Question {
    const char* kind;
    std::string_view text;
};
constexpr Question questions[] = {{"town", "白山"},
                                  {"town", "131059"},
                                  {"postal-code", "1120001"},
                                  {"near", "35.7 139.7"},
                                  {"school", "F113110102700"},
                                  {"corporation", "白山"},
                                  {"corporation", "1000020131059"},
                                  {"character", "髙"}};

const std::string& whole_registry() {
    static const SmallAddressIndex made = small_places();
    static const std::string bytes = read_file(made.registry());
    return bytes;
}

template <class Ask>
void ask(Ask&& question) {
    try {
        question();
    } catch (const Error&) {
        return;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const ScratchFolder folder;
    const std::string path = folder.write("r.sqlite", damaged(whole_registry(), {data, size}));
    ask([&] {
        const Registry registry(path);
        for (const Question& one : questions) {
            ask([&] { look_up(*find_lookup_kind(one.kind), one.text, {.registry = &registry}); });
        }
        ask([&] { verify_registry(registry); });
    });
    return 0;
}
