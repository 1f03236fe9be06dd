#include "grammars/characters/undo_conversion.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/characters/exact_bytes.hpp"
#include "grammars/formats/text_source.hpp"

namespace daicho {

namespace {

[[noreturn]] void refuse(const std::string& name, std::uint64_t line = 0) {
    const std::string ja = line == 0 ? "" : "（元のファイルの " + std::to_string(line) + " 行目の変換）";
    const std::string en =
        line == 0 ? "" : " (at the conversion of line " + std::to_string(line) + " of the source)";
    throw Error{ErrorKind::input,
                name + ": 変換した後に書き換えられています" + ja +
                    "。変換したときのままのファイルと、その記録を指定してください。",
                name + ": the file was changed since it was converted" + en +
                    "; give it as it was written, with its own record"};
}

/// Takes the text of the result piece by piece and gives that of the source.
class EditReversal {
 public:
    EditReversal(ConversionRecordReader& record, const std::string& name) : record_(record), name_(name) {
        next_ = record_.next_edit();
    }

    /// Appends to `out` what is settled by now.
    void add(std::string_view piece, std::string& out);
    void finish(std::string& out);

 private:
    std::size_t settled_before(std::uint64_t offset) const {
        return static_cast<std::size_t>(std::min<std::uint64_t>(offset - at_, text_.size()));
    }
    void pass_on(std::size_t size, std::string& out);

    ConversionRecordReader& record_;
    const std::string& name_;
    std::optional<ConversionEdit> next_;
    std::string text_;      ///< not settled yet
    std::uint64_t at_ = 0;  ///< its offset in the result
};

void EditReversal::pass_on(std::size_t size, std::string& out) {
    out.append(text_, 0, size);
    text_.erase(0, size);
    at_ += size;
}

void EditReversal::add(std::string_view piece, std::string& out) {
    text_.append(piece);
    std::size_t used = 0;
    while (next_) {
        if (next_->at < at_ + used) refuse(name_, next_->place.line);
        const std::uint64_t begin = next_->at - at_;
        if (begin > text_.size() || text_.size() - begin < next_->now.size()) break;
        const auto from = static_cast<std::size_t>(begin);
        if (text_.compare(from, next_->now.size(), next_->now) != 0) refuse(name_, next_->place.line);
        out.append(text_, used, from - used);
        out.append(next_->was);
        used = from + next_->now.size();
        next_ = record_.next_edit();
    }
    text_.erase(0, used);
    at_ += used;
    if (next_ && next_->at < at_) refuse(name_, next_->place.line);
    pass_on(next_ ? settled_before(next_->at) : text_.size(), out);
}

void EditReversal::finish(std::string& out) {
    if (next_) refuse(name_, next_->place.line);
    pass_on(text_.size(), out);
}

void skip_mark(ByteSource& source, const TextForm& form) {
    const std::string_view mark = form.bom ? byte_order_mark(form.encoding) : std::string_view{};
    std::string bytes(mark.size(), '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
        const std::size_t got = source.read(bytes.data() + size, bytes.size() - size);
        if (got == 0) break;
        size += got;
    }
    if (bytes != mark) refuse(source.name());
}

}  // namespace

void undo_conversion(ByteSource& result, ByteSource& edits, ByteSource& bytes, const TakesBytes& out) {
    ConversionRecordReader edit_record(edits);
    ConversionRecordReader byte_record(bytes);
    const ConversionHeader& header = edit_record.header();
    Sha256 digest;
    std::uint64_t size = 0;
    const auto give = [&](std::string_view piece) {
        digest.add(piece);
        size += piece.size();
        out(piece);
    };
    DigestingSource digesting(result);
    skip_mark(digesting, header.to);
    if (header.from.bom) give(byte_order_mark(header.from.encoding));

    TextSource source(digesting, header.to.encoding);
    EditReversal reversal(edit_record, result.name());
    RepeatableEncoder encoder(header.from.encoding);
    SourceBytesRestorer restorer(byte_record, give);
    Buffer<char> text;
    std::vector<SourceBytes> replaced;
    std::string before;
    std::string encoded;
    for (bool more = true; more;) {
        text.clear();
        replaced.clear();
        before.clear();
        encoded.clear();
        more = source.read(text, replaced);
        reversal.add({text.data(), text.size()}, before);
        if (!more) reversal.finish(before);
        encoder.encode(before, encoded);
        if (!more) encoder.finish(encoded);
        restorer.add(encoded);
    }
    const ConversionEnd& end = edit_record.end();
    if (digesting.finish().sha256 != end.result.sha256) refuse(result.name());
    restorer.finish();
    if (size != end.source.size || digest.hex() != end.source.sha256) {
        throw Error{ErrorKind::input,
                    result.name() + ": 元のバイト列に戻りません。記録を書いた版（" + header.tool +
                        "）の daicho で元に戻してください。",
                    result.name() +
                        ": this does not give the original bytes; undo with the version that wrote "
                        "the record (" +
                        header.tool + ")"};
    }
}

bool is_result_of(ByteSource& result, ByteSource& record) {
    ConversionRecordReader reader(record);
    const ConversionEnd& end = reader.end();
    DigestingSource digesting(result);
    const auto found = digesting.finish();
    return found.size == end.result.size && found.sha256 == end.result.sha256;
}

}  // namespace daicho
