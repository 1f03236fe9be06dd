#include <string_view>

#include "grammars/formats/encoding_evidence.hpp"

namespace daicho {

namespace {

/// Two characters or more of four bytes each, none of them beyond U+10FFFF; `high` is the offset of the byte
/// that is 0 in all of them.
bool is_utf32(std::string_view start, std::size_t high) {
    if (start.size() < 8) return false;
    for (std::size_t at = 0; at + 4 <= start.size(); at += 4) {
        const bool little = high == 3;
        const auto plane = static_cast<unsigned char>(start[at + (little ? 2 : 1)]);
        const bool nothing = start[at + (little ? 0 : 3)] == 0 && start[at + (little ? 1 : 2)] == 0;
        if (start[at + high] != 0 || plane > 0x10 || nothing) return false;
    }
    return true;
}

struct Signature {
    std::string_view bytes;
    Text what;
};

using namespace std::string_view_literals;
constexpr Text utf32 = {"UTF-32 です。", "it is UTF-32"};
constexpr Signature signatures[] = {
    {"\xFF\xFE\0\0"sv, utf32},
    {"\0\0\xFE\xFF"sv, utf32},
    {"PK\x03\x04"sv, {"Excel ブック (xlsx) か zip です。", "it is an Excel workbook (xlsx) or a zip file"}},
    {"\xD0\xCF\x11\xE0"sv, {"古い Excel ブック (xls) です。", "it is an old Excel workbook (xls)"}},
    {"%PDF"sv, {"PDF です。", "it is a PDF"}},
    {"\x1F\x8B"sv, {"gzip で圧縮されています。", "it is compressed with gzip"}},
    {"\x89PNG"sv, {"画像 (PNG) です。", "it is an image (PNG)"}},
    {"\xFF\xD8\xFF"sv, {"画像 (JPEG) です。", "it is an image (JPEG)"}},
    {"SQLite format 3"sv, {"SQLite データベースです。", "it is an SQLite database"}},
    {"\x7F"
     "ELF"sv,
     {"プログラムです。", "it is a program"}},
};

}  // namespace

Text other_format(std::string_view start) {
    for (const auto& signature : signatures) {
        if (start.starts_with(signature.bytes)) return signature.what;
    }
    if (is_utf32(start, 3) || is_utf32(start, 0)) return utf32;
    return {};
}

}  // namespace daicho
