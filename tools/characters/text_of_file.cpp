#include "tools/characters/text_of_file.hpp"

#include <vector>

#include "grammars/base/buffer.hpp"
#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/formats/encoding_detector.hpp"
#include "grammars/formats/encoding_evidence.hpp"
#include "grammars/formats/text_source.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 20;

/// The encoding of a source, which is then read from behind its mark.
Encoding settle_encoding(ByteSource& source, const std::optional<Encoding>& given) {
    ProvenEncoding found;
    source.rewind();
    if (given) {
        found = {*given, bom_size(read_start(source), *given)};
        source.rewind();
    } else {
        found = prove_encoding(source);
    }
    std::string mark(found.bom_size, '\0');
    for (std::size_t size = 0; size < mark.size();)
        size += source.read(mark.data() + size, mark.size() - size);
    return found.encoding;
}

}  // namespace

struct FileLines::Reading {
    Reading(const std::string& path, const std::optional<Encoding>& given) : file(path), encoding(given) {
        if (!file.rewindable()) spooled = std::make_unique<SpooledSource>(file);
        begin();
    }

    /// Once the encoding was proved it is known.
    void begin() {
        ByteSource& source = spooled ? static_cast<ByteSource&>(*spooled) : file;
        encoding = settle_encoding(source, encoding);
        text = std::make_unique<TextSource>(source, *encoding);
        rest.clear();
        ended = false;
    }

    InputFile file;
    std::unique_ptr<SpooledSource> spooled;
    std::optional<Encoding> encoding;
    std::unique_ptr<TextSource> text;
    Buffer<char> chunk;
    std::string rest;  ///< the start of a line
    bool ended = false;
};

FileLines::FileLines(const std::string& path, const std::optional<Encoding>& given)
    : reading_(std::make_unique<Reading>(path, given)) {}

FileLines::~FileLines() = default;

void FileLines::rewind() {
    reading_->begin();
}

bool FileLines::next(std::string& block) {
    Reading& now = *reading_;
    block = std::move(now.rest);
    now.rest.clear();
    std::vector<SourceBytes> replaced;
    std::size_t end = block.npos;
    while (!now.ended && (block.size() < block_size || end == block.npos)) {
        now.chunk.clear();
        now.ended = !now.text->read(now.chunk, replaced);
        const std::string_view chunk{now.chunk.data(), now.chunk.size()};
        if (const std::size_t last = chunk.rfind('\n'); last != chunk.npos) end = block.size() + last + 1;
        block.append(chunk);
        replaced.clear();
    }
    if (now.ended || end == block.npos) return !block.empty();
    now.rest = block.substr(end);
    block.resize(end);
    return true;
}

bool is_file(const std::string& word) {
    return word == "-" || file_facts(word).has_value();
}

std::string_view whole_characters(std::string_view given, std::string& kept) {
    if (find_invalid_utf8(given) == given.npos) return given;
    kept.clear();
    for (std::size_t at = 0; at < given.size();) {
        const CodePoint point = code_point_at(given, at);
        append_utf8(kept, point.value);
        at += point.size;
    }
    return kept;
}

const std::string& checked_utf8(const std::string& word) {
    if (find_invalid_utf8(word) == word.npos) return word;
    throw Error{ErrorKind::input, "引数の文字列がUTF-8ではありません。ファイルに保存して指定してください",
                "a text of the command line is not UTF-8; put it into a file and name that"};
}

}  // namespace daicho
