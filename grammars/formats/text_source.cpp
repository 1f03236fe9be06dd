#include "grammars/formats/text_source.hpp"

#include <algorithm>
#include <cstring>

namespace daicho {

namespace {

constexpr std::size_t chunk_size = std::size_t{64} << 10;

}  // namespace

std::size_t MemorySource::read(char* to, std::size_t size) {
    const std::size_t got = std::min(size, bytes_.size() - at_);
    std::memcpy(to, bytes_.data() + at_, got);
    at_ += got;
    return got;
}

bool TextSource::read(Buffer<char>& text, std::vector<SourceBytes>& replaced) {
    return utf8_ ? read_utf8(text, replaced) : read_other(text, replaced);
}

bool TextSource::read_utf8(Buffer<char>& text, std::vector<SourceBytes>& replaced) {
    const std::size_t old = text.size();
    text.append(rest_.data(), rest_.size());
    const std::size_t begin = text.size();
    text.resize(begin + chunk_size);
    const std::size_t got = source_.read(text.data() + begin, chunk_size);
    text.resize(begin + got);
    const std::size_t whole = decoder_.check_utf8(text, old, got == 0, replaced);
    rest_.assign(text.data() + whole, text.size() - whole);
    text.resize(whole);
    return got != 0;
}

bool TextSource::read_other(Buffer<char>& text, std::vector<SourceBytes>& replaced) {
    const std::size_t old = rest_.size();
    rest_.resize(old + chunk_size);
    const std::size_t got = source_.read(rest_.data() + old, chunk_size);
    rest_.resize(old + got);
    const std::size_t used = decoder_.decode(rest_, got == 0, text, replaced);
    rest_.erase(0, used);
    return got != 0;
}

}  // namespace daicho
