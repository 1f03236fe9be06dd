// The model language: any text is a model, or a transformation, or one clear error, and printing it and
// reading the print gives the same print again.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "grammars/base/error.hpp"
#include "grammars/model_language/parse_model.hpp"

namespace {

template <class Tree>
void check(const std::string& text, Tree (*parse)(std::string_view, std::string_view),
           std::string (*print)(const Tree&)) {
    std::string printed;
    try {
        printed = print(parse(text, "fuzz"));
    } catch (const daicho::Error&) {
        return;
    }
    try {
        if (print(parse(printed, "printed")) == printed) return;
        std::fprintf(stderr, "the print of the print is another\n");
    } catch (const daicho::Error& error) {
        std::fprintf(stderr, "a print cannot be read: %s\n", error.what());
    }
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    check(text, daicho::parse_model, daicho::print_model);
    check(text, daicho::parse_transform, daicho::print_transform);
    return 0;
}
