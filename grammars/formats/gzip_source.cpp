#include "grammars/formats/gzip_source.hpp"

#include <algorithm>
#include <cstdint>

#include <zlib.h>

#include "grammars/base/date_in_japan.hpp"
#include "grammars/base/error.hpp"

namespace daicho {

namespace {

constexpr int gzip_window = 15 + 16;  // largest window; gzip header and trailer

[[noreturn]] void refuse(const std::string& name, const char* ja, const char* en) {
    throw Error{ErrorKind::input, name + ": " + ja + "もう一度入手してください。",
                name + ": " + en + "; get the file again"};
}

}  // namespace

struct GzipSource::State {
    z_stream stream{};
    bool at_end = false;
    unsigned char input[std::size_t{64} << 10];
};

GzipSource::GzipSource(ByteSource& source, std::string name)
    : source_(source), name_(std::move(name)), state_(std::make_unique<State>()) {
    if (inflateInit2(&state_->stream, gzip_window) != Z_OK) throw std::bad_alloc{};
    try {
        read_header();
    } catch (...) {
        inflateEnd(&state_->stream);
        throw;
    }
}

GzipSource::~GzipSource() {
    inflateEnd(&state_->stream);
}

/// Puts more of the file before the inflater; false at its end.
bool GzipSource::fill() {
    z_stream& stream = state_->stream;
    std::copy_n(stream.next_in, stream.avail_in, state_->input);
    stream.next_in = state_->input;
    const std::size_t got = source_.read(reinterpret_cast<char*>(state_->input) + stream.avail_in,
                                         sizeof state_->input - stream.avail_in);
    stream.avail_in += static_cast<uInt>(got);
    return got != 0;
}

void GzipSource::read_header() {
    z_stream& stream = state_->stream;
    stream.next_in = state_->input;
    while (stream.avail_in < 10 && fill()) {
    }
    const unsigned char* header = stream.next_in;
    if (stream.avail_in < 10 || header[0] != 0x1F || header[1] != 0x8B) {
        refuse(name_, "gzip のファイルが壊れているか、途中で切れています。",
               "this gzip file is damaged or cut off");
    }
    std::uint32_t seconds = 0;
    for (unsigned i = 0; i < 4; ++i) seconds |= std::uint32_t{header[4 + i]} << (8 * i);
    if (seconds != 0) modified_ = date_in_japan(seconds);
}

/// After the end of a part: true where another one begins. Zeros behind the last are padding of tapes.
bool GzipSource::next_part() {
    z_stream& stream = state_->stream;
    bool padding = false;
    for (;;) {
        if (stream.avail_in < 2 && fill()) continue;
        if (stream.avail_in == 0) return false;
        if (stream.next_in[0] == 0) {
            padding = true;
            ++stream.next_in;
            --stream.avail_in;
            continue;
        }
        if (!padding && stream.avail_in >= 2 && stream.next_in[0] == 0x1F && stream.next_in[1] == 0x8B) break;
        refuse(name_, "gzip の終わりの後に余分なバイトがあります。",
               "there are bytes behind the end of the gzip data");
    }
    inflateReset(&stream);
    return true;
}

std::size_t GzipSource::read(char* to, std::size_t size) {
    if (size == 0) return 0;
    z_stream& stream = state_->stream;
    size = std::min<std::size_t>(size, std::size_t{1} << 30);
    stream.next_out = reinterpret_cast<unsigned char*>(to);
    stream.avail_out = static_cast<uInt>(size);
    while (!state_->at_end && stream.avail_out == size) {
        if (stream.avail_in == 0 && !fill()) {
            refuse(name_, "gzip のファイルが途中で切れています。", "this gzip file is cut off");
        }
        const int code = inflate(&stream, Z_NO_FLUSH);
        if (code == Z_STREAM_END) {
            state_->at_end = !next_part();
        } else if (code == Z_MEM_ERROR) {
            throw std::bad_alloc{};
        } else if (code != Z_OK && code != Z_BUF_ERROR) {
            refuse(name_, "gzip のファイルが壊れています（チェックサムまたは符号が合いません）。",
                   "this gzip file is damaged (checksum or code)");
        }
    }
    return size - stream.avail_out;
}

void GzipSource::rewind() {
    source_.rewind();
    inflateReset(&state_->stream);
    state_->stream.avail_in = 0;
    state_->stream.next_in = state_->input;
    state_->at_end = false;
}

}  // namespace daicho
