#include "grammars/characters/conversion_writer.hpp"

#include "grammars/base/error.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::size_t output_flush_size = std::size_t{256} << 10;

}  // namespace

ConversionWriter::ConversionWriter(const TextForm& from, const TextForm& to, TakesBytes out,
                                   ConversionRecordWriter& record)
    : from_(from),
      to_(to),
      out_(std::move(out)),
      record_(record),
      encoder_(to.encoding),
      decoder_(to.encoding) {
    surely_readable_ = to.encoding == Encoding::utf8;
    if (!to.bom) return;
    const std::string_view mark = byte_order_mark(to.encoding);
    digest_.add(mark);
    size_ = mark.size();
    out_(mark);
}

/// npos, or the first character that cannot be written.
std::optional<std::size_t> ConversionWriter::encode(std::string_view text) {
    const std::size_t lacking = encoder_.encode(text, bytes_);
    if (lacking != text.npos) return lacking;
    at_ += text.size();
    if (to_.encoding != Encoding::utf8 || !surely_readable_) text_.append(text);
    return {};
}

std::optional<UnwritableCharacter> ConversionWriter::copy(const RawText& raw, std::size_t begin,
                                                          std::size_t end) {
    // Codes behind an escape sequence cannot be taken over without it.
    const bool keeps_bytes = from_.encoding == to_.encoding && from_.encoding != Encoding::iso_2022_jp;
    std::size_t at = begin;
    for (const SourceBytes& source : raw.source) {
        const std::size_t offset = source.offset - raw.base;
        if (offset < begin || offset >= end) continue;
        if (!keeps_bytes && source.invalid) return UnwritableCharacter{offset, true};
        if (!keeps_bytes) continue;
        if (const auto lacking = encode(raw.text.substr(at, offset - at)))
            return UnwritableCharacter{at + *lacking};
        const auto character = raw.text.substr(offset, code_point_at(raw.text, offset).size);
        if (surely_readable_) text_ = bytes_;
        surely_readable_ = false;
        bytes_.append(reinterpret_cast<const char*>(source.bytes), source.size);
        text_.append(character);
        at_ += character.size();
        at = offset + character.size();
    }
    if (const auto lacking = encode(raw.text.substr(at, end - at))) return UnwritableCharacter{at + *lacking};
    source_text_ += end - begin;
    if (bytes_.size() >= output_flush_size) flush(false);
    return {};
}

std::optional<UnwritableCharacter> ConversionWriter::replace(ConversionEdit edit) {
    edit.at = at_;
    if (const auto lacking = encode(edit.now)) return UnwritableCharacter{*lacking};
    source_text_ += edit.was.size();
    record_.add(edit);
    return {};
}

void ConversionWriter::flush(bool last) {
    if (last) encoder_.finish(bytes_);
    if (!surely_readable_) check_readable(last);
    digest_.add(bytes_);
    size_ += bytes_.size();
    out_(bytes_);
    bytes_.clear();
}

/// A byte that is no character can become one together with what was written behind it.
void ConversionWriter::check_readable(bool last) {
    unread_.append(bytes_);
    Buffer<char> text;
    std::vector<SourceBytes> replaced;
    const std::size_t used = decoder_.decode(unread_, last, text, replaced);
    unread_.erase(0, used);
    const std::string_view found{text.data(), text.size()};
    if (std::string_view(text_).starts_with(found) && (!last || found.size() == text_.size())) {
        text_.erase(0, found.size());
        return;
    }
    throw Error{
        ErrorKind::input,
        "文字として読めないバイトが、隣を変換すると別の文字に読めてしまいます。元のファイルのそのバイトを先に"
        "直して"
        "ください（daicho characters detect で場所がわかります）。",
        "invalid bytes would combine with the converted text next to them; fix them in the source "
        "first (daicho characters detect tells where they are)"};
}

ConversionWriter::Written ConversionWriter::finish() {
    flush(true);
    return {{digest_.hex(), size_}, source_text_};
}

}  // namespace daicho
