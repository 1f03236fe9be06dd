// Conversion of characters: whatever the bytes of a file, undoing gives them back, or the conversion was
// refused; a record that is none is refused. The first bytes of an input say which encodings and kinds.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "grammars/base/error.hpp"
#include "tests/support/converted_file.hpp"

using namespace daicho;

namespace {

constexpr Encoding encodings[] = {Encoding::utf8,    Encoding::cp932,       Encoding::cp932_jis,
                                  Encoding::euc_jp,  Encoding::iso_2022_jp, Encoding::utf16le,
                                  Encoding::utf16be, Encoding::utf8};

ConversionRequest request_of(unsigned encoding, unsigned kinds) {
    ConversionRequest request;
    request.read.encoding = encodings[encoding & 7];
    request.encoding = encodings[encoding >> 3 & 7];
    request.plain_text = (kinds & 1) != 0;
    request.bom = (kinds & 2) != 0;
    unsigned bit = 4;
    for (const auto& fold : character_folds()) {
        if (!fold.asks_authority && (kinds & bit) != 0) request.rules.folds.push_back(&fold);
        bit <<= 1;
    }
    if (!request.plain_text && (encoding & 64) != 0) {
        request.read.header_row = 0;
        request.originals = {{"1", "2"}};
    }
    return request;
}

void check(const std::string& bytes, const ConversionRequest& request) {
    ConvertedFile file;
    try {
        file = convert_in_memory(bytes, request);
    } catch (const Error&) {
        return;
    }
    try {
        if (undo_in_memory(file) == bytes) return;
        std::fputs("the original bytes are not given back\n", stderr);
    } catch (const Error& error) {
        std::fprintf(stderr, "it cannot be undone: %s\n%s\n", error.en().c_str(), file.record.c_str());
    }
    std::abort();
}

void check_record(const std::string& record) {
    try {
        undo_in_memory("a,b\n1,2\n", record);
    } catch (const Error&) {
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 3) return 0;
    const std::string bytes(reinterpret_cast<const char*>(data + 3), size - 3);
    if (data[0] == '{') {
        check_record(std::string(reinterpret_cast<const char*>(data), size));
    } else {
        check(bytes, request_of(data[0], data[1] | data[2] << 8 | 0u));
    }
    return 0;
}
