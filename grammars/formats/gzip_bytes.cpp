#include "grammars/formats/gzip_bytes.hpp"

#include <limits>
#include <new>

#include <zlib.h>

#include "grammars/base/error.hpp"

namespace daicho {

std::string gzip_bytes(std::string_view bytes) {
    constexpr int quick_level = 4;
    constexpr int gzip_window = 15 + 16;
    constexpr int memory_level = 8;
    if (bytes.size() > std::numeric_limits<uInt>::max())
        throw Error{ErrorKind::limit, "圧縮するには大きすぎます", "too large to be compressed at once"};
    z_stream stream{};
    if (deflateInit2(&stream, quick_level, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

}  // namespace daicho
