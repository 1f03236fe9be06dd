#include "tools/characters/text_of_file.hpp"

#include "grammars/base/error.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/formats/encoding_detector.hpp"
#include "grammars/formats/encoding_evidence.hpp"
#include "grammars/formats/text_source.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

std::string decoded_text(ByteSource& source, const std::optional<Encoding>& given) {
    ProvenEncoding found;
    if (given) {
        found = {*given, bom_size(read_start(source), *given)};
        source.rewind();
    } else {
        found = prove_encoding(source);
    }
    std::string mark(found.bom_size, '\0');
    for (std::size_t size = 0; size < mark.size();)
        size += source.read(mark.data() + size, mark.size() - size);
    TextSource reader{source, found.encoding};
    Buffer<char> text;
    std::vector<SourceBytes> replaced;
    while (reader.read(text, replaced)) {
    }
    return {text.data(), text.size()};
}

}  // namespace

std::string text_of_file(const std::string& path, const std::optional<Encoding>& given) {
    InputFile file{path};
    if (file.rewindable()) return decoded_text(file, given);
    SpooledSource spooled{file};
    return decoded_text(spooled, given);
}

bool is_file(const std::string& word) {
    return word == "-" || file_facts(word).has_value();
}

const std::string& checked_utf8(const std::string& word) {
    if (find_invalid_utf8(word) == word.npos) return word;
    throw Error{ErrorKind::input, "引数の文字列がUTF-8ではありません。ファイルに保存して指定してください",
                "a text of the command line is not UTF-8; put it into a file and name that"};
}

}  // namespace daicho
