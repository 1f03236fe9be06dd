#include "grammars/characters/exact_bytes.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/formats/text_source.hpp"
#include "grammars/text/text_sink.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::size_t chunk_size = std::size_t{64} << 10;

/// A part of a source: its bytes, and the text that they are.
struct SourcePart {
    std::string_view bytes;
    std::string_view text;
    const std::vector<SourceBytes>& places;
};

class SourceBytesNote {
 public:
    SourceBytesNote(Encoding encoding, ConversionRecordWriter& record)
        : encoder_(encoding), record_(record) {}

    void add(const SourcePart& part, bool last);

 private:
    void write_anew(const SourcePart& part);
    bool gives(std::string_view bytes) const;
    void compare_lines(std::string_view bytes);
    void compare(std::string_view bytes, std::string_view anew);

    RepeatableEncoder encoder_;
    ConversionRecordWriter& record_;
    std::uint64_t at_ = 0;  ///< of `anew_`
    std::string anew_;
    std::vector<SourceBytesEdit> edits_;  ///< offsets from the start of `anew_`
};

/// Characters whose bytes the reader has kept are noted one by one.
void SourceBytesNote::write_anew(const SourcePart& part) {
    std::size_t at = 0;
    for (const SourceBytes& place : part.places) {
        encoder_.encode(part.text.substr(at, place.offset - at), anew_);
        const std::size_t begin = anew_.size();
        const std::size_t size = code_point_at(part.text, place.offset).size;
        encoder_.encode(part.text.substr(place.offset, size), anew_);
        at = place.offset + size;
        edits_.push_back({begin, anew_.size() - begin,
                          std::string(reinterpret_cast<const char*>(place.bytes), place.size)});
    }
    encoder_.encode(part.text.substr(at), anew_);
}

/// Whether `anew_` with the edits is `bytes`.
bool SourceBytesNote::gives(std::string_view bytes) const {
    Comparison restored(bytes);
    const std::string_view anew = anew_;
    std::size_t at = 0;
    for (const auto& edit : edits_) {
        restored.append(anew.substr(at, edit.at - at));
        restored.append(edit.were);
        at = edit.at + edit.size;
    }
    restored.append(anew.substr(at));
    return restored.holds();
}

void SourceBytesNote::compare(std::string_view bytes, std::string_view anew) {
    if (bytes == anew) return;
    const std::size_t shorter = std::min(bytes.size(), anew.size());
    const auto parting =
        std::mismatch(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(shorter), anew.begin());
    const auto begin = static_cast<std::size_t>(parting.first - bytes.begin());
    std::size_t same_end = 0;
    while (same_end < shorter - begin &&
           bytes[bytes.size() - 1 - same_end] == anew[anew.size() - 1 - same_end])
        ++same_end;
    const auto at = static_cast<std::uint64_t>(anew.data() - anew_.data()) + begin;
    edits_.push_back({at, anew.size() - begin - same_end,
                      std::string(bytes.substr(begin, bytes.size() - begin - same_end))});
}

/// For bytes that the reader does not keep (escape sequences): line by line, so that an entry stays small.
void SourceBytesNote::compare_lines(std::string_view bytes) {
    edits_.clear();
    std::string_view anew = anew_;
    if (std::count(bytes.begin(), bytes.end(), '\n') == std::count(anew.begin(), anew.end(), '\n')) {
        for (std::size_t end = bytes.find('\n'); end != bytes.npos; end = bytes.find('\n')) {
            const std::size_t other = anew.find('\n');
            compare(bytes.substr(0, end + 1), anew.substr(0, other + 1));
            bytes.remove_prefix(end + 1);
            anew.remove_prefix(other + 1);
        }
    }
    compare(bytes, anew);
}

void SourceBytesNote::add(const SourcePart& part, bool last) {
    anew_.clear();
    edits_.clear();
    write_anew(part);
    if (last) encoder_.finish(anew_);
    if (!gives(part.bytes)) compare_lines(part.bytes);
    for (auto& edit : edits_) {
        edit.at += at_;
        record_.add(edit);
    }
    at_ += anew_.size();
}

/// Reads the byte-order mark that is known to be there.
void read_mark(ByteSource& source, const TextForm& form) {
    std::size_t left = form.bom ? byte_order_mark(form.encoding).size() : 0;
    char bytes[4];
    while (left > 0) {
        const std::size_t got = source.read(bytes, left);
        if (got == 0) return;
        left -= got;
    }
}

}  // namespace

void RepeatableEncoder::encode(std::string_view text, std::string& bytes) {
    for (;;) {
        const std::size_t lacking = encoder_.encode(text, bytes);
        if (lacking == text.npos) return;
        encoder_.encode("?", bytes);
        text.remove_prefix(lacking + code_point_at(text, lacking).size);
    }
}

SourceFacts note_source_bytes(ByteSource& source, const TextForm& form, ConversionRecordWriter& record) {
    DigestingSource digesting(source);
    read_mark(digesting, form);
    Decoder decoder(form.encoding);
    SourceBytesNote note(form.encoding, record);
    std::uint64_t text_size = 0;
    Buffer<char> text;
    std::vector<SourceBytes> places;
    std::string bytes;
    for (bool last = false; !last;) {
        const std::size_t rest = bytes.size();
        bytes.resize(rest + chunk_size);
        const std::size_t got = digesting.read(bytes.data() + rest, chunk_size);
        bytes.resize(rest + got);
        last = got == 0;
        text.clear();
        places.clear();
        const std::size_t used = decoder.decode(bytes, last, text, places);
        const std::string_view fresh{text.data(), text.size()};
        text_size += fresh.size();
        note.add({std::string_view(bytes).substr(0, used), fresh, places}, last);
        bytes.erase(0, used);
    }
    const auto whole = digesting.finish();
    return {{whole.sha256, whole.size}, text_size};
}

SourceBytesRestorer::SourceBytesRestorer(ConversionRecordReader& record, TakesBytes out)
    : record_(record), out_(std::move(out)) {
    next_ = record_.next_bytes();
}

void SourceBytesRestorer::take_next() {
    const std::uint64_t end = next_->at + next_->size;
    skipping_ = next_->size;
    out_(next_->were);
    next_ = record_.next_bytes();
    if (next_ && next_->at < end) finish();
}

void SourceBytesRestorer::add(std::string_view bytes) {
    for (;;) {
        const std::size_t skipped =
            static_cast<std::size_t>(std::min<std::uint64_t>(skipping_, bytes.size()));
        bytes.remove_prefix(skipped);
        skipping_ -= skipped;
        at_ += skipped;
        if (skipping_ > 0) return;
        if (!next_ || next_->at > at_ + bytes.size()) break;
        const auto before = static_cast<std::size_t>(next_->at - at_);
        out_(bytes.substr(0, before));
        bytes.remove_prefix(before);
        at_ += before;
        take_next();
    }
    out_(bytes);
    at_ += bytes.size();
}

void SourceBytesRestorer::finish() {
    if (!next_ && skipping_ == 0) return;
    throw Error{ErrorKind::input,
                "記録にあるバイトの場所が合いません。ファイルか記録が書き換えられています。",
                "the record has bytes that have no place; the file or the record was changed"};
}

}  // namespace daicho
