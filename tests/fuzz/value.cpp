// Every kind of value, or the one named in DAICHO_FUZZ_KIND: the two entry points must agree on any text, and
// no text may be read out of bounds. `fuzz_value --kinds` lists the kinds.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "grammars/text/utf8.hpp"
#include "grammars/values/value_type.hpp"

namespace {

void require(bool holds, const daicho::ValueType& type, const char* law) {
    if (holds) return;
    std::fprintf(stderr, "%.*s: %s\n", static_cast<int>(type.name.size()), type.name.data(), law);
    std::abort();
}

void check(const daicho::ValueType& type, std::string_view text, const daicho::Reading& reading) {
    const bool recognised = type.is_canonical(text, reading);
    const auto read = type.canonical(text, reading);
    require(recognised == (read && *read == text), type, "is_canonical(t) is not canonical(t) == t");
    const daicho::Remark& remark = read ? read.remark() : read.refusal();
    require(remark.where.begin <= remark.where.end && remark.where.end <= text.size(), type,
            "a span lies outside the text");
    if (type.parts) (void)type.parts(text, reading);
    if (!read) return;
    require(daicho::find_invalid_utf8(*read) == std::string_view::npos, type,
            "a canonical form is not UTF-8");
    require(type.is_canonical(*read, reading), type, "a canonical form is not canonical");
}

void check_all(std::string_view text) {
    static const char* const chosen = std::getenv("DAICHO_FUZZ_KIND");
    daicho::Reading two_digits;
    two_digits.two_digit_year = daicho::TwoDigitYear::heisei;
    for (const daicho::ValueType* type : daicho::value_types()) {
        if (!type || (chosen && type->name != chosen)) continue;
        check(*type, text, {});
        check(*type, text, two_digits);
    }
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
    if (*argc < 2 || std::string_view((*argv)[1]) != "--kinds") return 0;
    for (const daicho::ValueType* type : daicho::value_types()) {
        if (type) std::printf("%.*s\n", static_cast<int>(type->name.size()), type->name.data());
    }
    std::exit(0);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data),
                           size);  // a copy, so that reading past it is seen
    if (daicho::find_invalid_utf8(text) == std::string_view::npos) check_all(text);
    return 0;
}
