// Every encoding: any bytes become valid UTF-8, the same text whether read at once or in two pieces, and text
// that an encoding wrote is read back unchanged. The first byte of an input says where the pieces part.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/encoding.hpp"
#include "grammars/text/utf8.hpp"

using daicho::Encoding;

namespace {

void require(bool holds, Encoding encoding, const char* law) {
    if (holds) return;
    std::fprintf(stderr, "%s: %s\n", std::string(to_string(encoding)).c_str(), law);
    std::abort();
}

struct Decoded {
    daicho::Buffer<char> text;
    std::vector<daicho::SourceBytes> source;

    std::string_view view() const { return {text.data(), text.size()}; }
};

Decoded decode(Encoding encoding, std::string_view bytes, std::size_t first_piece) {
    Decoded out;
    daicho::Decoder decoder(encoding);
    const std::size_t read = decoder.decode(bytes.substr(0, first_piece), false, out.text, out.source);
    require(read <= first_piece, encoding, "more bytes were read than there are");
    const std::string_view rest = bytes.substr(read);
    require(decoder.decode(rest, true, out.text, out.source) == rest.size(), encoding,
            "bytes were left unread at the end");
    return out;
}

void check(Encoding encoding, std::string_view bytes, std::size_t parting) {
    const Decoded whole = decode(encoding, bytes, 0);
    require(daicho::find_invalid_utf8(whole.view()) == std::string_view::npos, encoding,
            "the text is not UTF-8");
    require(decode(encoding, bytes, parting).view() == whole.view(), encoding,
            "in pieces it reads otherwise");
    for (const auto& place : whole.source) {
        require(place.offset < whole.text.size(), encoding, "source bytes of no character");
    }
    std::string written;
    daicho::Encoder encoder(encoding);
    if (encoder.encode(whole.view(), written) != std::string_view::npos) return;
    encoder.finish(written);
    require(decode(encoding, written, 0).view() == whole.view(), encoding,
            "what was written reads otherwise");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    const std::size_t parting = data[0] % (bytes.size() + 1);
    for (const Encoding encoding : {Encoding::utf8, Encoding::cp932, Encoding::cp932_jis, Encoding::euc_jp,
                                    Encoding::iso_2022_jp, Encoding::utf16le, Encoding::utf16be}) {
        check(encoding, bytes, parting);
    }
    return 0;
}
