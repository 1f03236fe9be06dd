// The model language: any text is a model or one clear error, and printing a model and reading the print
// gives the same print again.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "grammars/base/error.hpp"
#include "grammars/model_language/parse_model.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    std::string printed;
    try {
        printed = daicho::print_model(daicho::parse_model(text, "fuzz.gifm"));
    } catch (const daicho::Error&) {
        return 0;
    }
    try {
        if (daicho::print_model(daicho::parse_model(printed, "printed.gifm")) == printed) return 0;
        std::fprintf(stderr, "the print of the print is another\n");
    } catch (const daicho::Error& error) {
        std::fprintf(stderr, "a print cannot be read: %s\n", error.what());
    }
    std::abort();
}
