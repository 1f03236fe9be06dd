#include "grammars/formats/xml_declaration.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::size_t longest_declaration = 256;
constexpr std::size_t declaration_part = std::size_t{64} << 10;

/// Where the value of the encoding is in a text that begins with an XML declaration; empty: nowhere.
std::pair<std::size_t, std::size_t> declared_encoding(std::string_view start) {
    start = start.substr(0, std::min(start.find("?>"), start.size()));
    const std::size_t name = start.find("encoding");
    if (start.find("<?xml") > 3 || name == start.npos) return {};
    const std::size_t quote = start.find_first_of("\"'", name);
    if (quote == start.npos) return {};
    const std::size_t end = start.find(start[quote], quote + 1);
    return end == start.npos ? std::pair<std::size_t, std::size_t>{} : std::pair{quote + 1, end};
}

/// As many bytes as are there, up to the size of `to`.
std::size_t fill(ByteSource& source, std::string& to) {
    std::size_t size = 0;
    for (std::size_t got = 1; got != 0 && size < to.size(); size += got)
        got = source.read(to.data() + size, to.size() - size);
    return size;
}

bool is_unicode(std::string_view encoding) {
    std::string small(encoding);
    std::ranges::transform(small, small.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return small.starts_with("utf") || small.starts_with("ucs") || small.starts_with("iso-10646");
}

/// Whether all bytes are UTF-8 and some are not ASCII.
bool is_utf8_text(ByteSource& source) {
    bool beyond_ascii = false;
    std::string block(declaration_part, '\0'), text;
    while (const std::size_t got = source.read(block.data(), block.size())) {
        text.append(block, 0, got);
        std::size_t whole = text.size();
        for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
            const auto byte = static_cast<unsigned char>(text[text.size() - back]);
            if (byte >= 0xC0) {
                whole = text.size() - back;  // the character may go on
                break;
            }
            if (byte < 0x80) break;
        }
        const std::string_view done = std::string_view(text).substr(0, whole);
        if (find_invalid_utf8(done) != done.npos) return false;
        beyond_ascii |=
            std::ranges::any_of(done, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        text.erase(0, whole);
    }
    return find_invalid_utf8(text) == std::string_view::npos && (beyond_ascii || !text.empty());
}

/// Blanks in the place of what the declaration says of the encoding.
class PlainSource final : public ByteSource {
 public:
    explicit PlainSource(ByteSource& source) : source_(source) {}

    std::size_t read(char* to, std::size_t size) override {
        if (!started_) start();
        if (at_ == start_.size()) return source_.read(to, size);
        const std::size_t got = start_.copy(to, size, at_);
        at_ += got;
        return got;
    }
    bool rewindable() const override { return source_.rewindable(); }
    void rewind() override {
        source_.rewind();
        started_ = false;
    }
    const std::string& name() const override { return source_.name(); }

 private:
    void start() {
        start_.assign(longest_declaration, '\0');
        start_.resize(fill(source_, start_));
        const auto [begin, end] = declared_encoding(start_);
        if (end != 0) {
            const std::size_t from = start_.rfind("encoding", begin);
            std::fill(start_.begin() + static_cast<std::ptrdiff_t>(from),
                      start_.begin() + static_cast<std::ptrdiff_t>(end + 1), ' ');
        }
        at_ = 0;
        started_ = true;
    }

    ByteSource& source_;
    std::string start_;
    std::size_t at_ = 0;
    bool started_ = false;
};

}  // namespace

std::string wrongly_declared_encoding(ByteSource& source) {
    std::string start(longest_declaration, '\0');
    start.resize(fill(source, start));
    source.rewind();
    const auto [begin, end] = declared_encoding(start);
    if (end == 0) return {};
    std::string encoding = start.substr(begin, end - begin);
    if (is_unicode(encoding) || !is_utf8_text(source)) encoding.clear();
    source.rewind();
    return encoding;
}

std::unique_ptr<ByteSource> without_declared_encoding(ByteSource& source) {
    return std::make_unique<PlainSource>(source);
}

}  // namespace daicho
