#include "tools/output_stream.hpp"

#include <cstring>

namespace daicho {

OutputBuffer::OutputBuffer(const std::string& path) : file_(path) {
    setp(buffer_.data(), buffer_.data() + buffer_.size());
}

void OutputBuffer::commit() {
    drain();
    file_.commit();
}

OutputBuffer::int_type OutputBuffer::overflow(int_type c) {
    drain();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
}

std::streamsize OutputBuffer::xsputn(const char* text, std::streamsize size) {
    const auto bytes = static_cast<std::size_t>(size);
    if (size > epptr() - pptr()) drain();
    if (size > epptr() - pptr()) {
        write({text, bytes});
    } else {
        std::memcpy(pptr(), text, bytes);
        pbump(static_cast<int>(size));
    }
    return size;
}

int OutputBuffer::sync() {
    drain();
    return 0;
}

void OutputBuffer::drain() {
    const std::string_view waiting{pbase(), static_cast<std::size_t>(pptr() - pbase())};
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    if (!waiting.empty()) write(waiting);
}

void OutputBuffer::write(std::string_view text) {
    file_.write(text);
    if (file_.closed()) throw ClosedPipe{};
}

}  // namespace daicho
