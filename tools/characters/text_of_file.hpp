#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "grammars/formats/dialect.hpp"
#include "grammars/formats/mojibake_text.hpp"

namespace daicho {

/// Whether a word of the command line names a file (`-` is standard input).
bool is_file(const std::string& word);

/// The lines of a file as UTF-8, its encoding proved or given, in blocks of about a MiB: of the file no more
/// is in memory. A byte-order mark is left out. Throws Error where it cannot be read.
class FileLines final : public LineBlocks {
 public:
    FileLines(const std::string& path, const std::optional<Encoding>& given);
    ~FileLines() override;
    FileLines(const FileLines&) = delete;
    FileLines& operator=(const FileLines&) = delete;

    bool next(std::string& block) override;
    void rewind() override;

 private:
    struct Reading;
    std::unique_ptr<Reading> reading_;
};

/// `given`, with U+FFFD for bytes that are not UTF-8: then it is put into `kept`.
std::string_view whole_characters(std::string_view given, std::string& kept);

/// A text of the command line, which has to be UTF-8. Throws Error where it is not.
const std::string& checked_utf8(const std::string& word);

}  // namespace daicho
