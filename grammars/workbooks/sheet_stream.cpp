#include "grammars/workbooks/sheet_stream.hpp"

#include <algorithm>
#include <cstring>

namespace daicho {

namespace {

constexpr std::size_t sheet_piece = std::size_t{128} << 10;
constexpr std::size_t longest_row = std::size_t{1} << 20;
constexpr unsigned most_unusual = 16;

bool same_letters(char a, char b) {
    return (a | 0x20) == (b | 0x20);
}

/// Whether a document that begins so is UTF-8: its declaration names that, or nothing.
bool begins_utf8(std::string_view start) {
    constexpr std::string_view mark = "\xEF\xBB\xBF", word = "encoding", name = "utf-8";
    if (start.starts_with(mark)) start.remove_prefix(mark.size());
    if (!start.starts_with("<?xml")) return true;
    const std::string_view declaration = start.substr(0, std::min(start.find("?>"), start.size()));
    const std::size_t encoding = declaration.find(word);
    if (encoding == declaration.npos) return true;
    const std::size_t quote = declaration.find_first_of("\"'", encoding);
    if (quote == declaration.npos) return false;
    const std::string_view given = declaration.substr(quote + 1, name.size());
    return std::equal(given.begin(), given.end(), name.begin(), name.end(), same_letters);
}

}  // namespace

/// Reads on behind what is there. False at the end.
bool SheetStream::fill() {
    const std::size_t kept = buffer_.size() - begin_;
    if (begin_ != 0) std::memmove(buffer_.data(), buffer_.data() + begin_, kept);
    begin_ = 0;
    std::size_t size = kept, got = 1;
    buffer_.resize(kept + sheet_piece);
    for (; got != 0 && size < buffer_.size(); size += got)
        got = part_.read(buffer_.data() + size, buffer_.size() - size);
    buffer_.resize(size);
    buffer_.data()[size] = '\0';  // for the scanner
    if (!begun_) scans_ = begins_utf8(rest());
    begun_ = true;
    return size > kept;
}

bool SheetStream::take_row(std::uint64_t before, SheetRow& row) {
    if (!scans_) return false;
    auto found = scanner_.read(rest(), before, row);
    while (found == RowScanner::Found::part && rest().size() < longest_row && fill())
        found = scanner_.read(rest(), before, row);
    if (found != RowScanner::Found::row) {
        scans_ = ++unusual_ < most_unusual && !RowScanner::at_end(rest());
        return false;
    }
    const std::string_view taken = rest().substr(0, scanner_.size());
    for (std::size_t at = taken.find('\n'); at != taken.npos; at = taken.find('\n', at + 1)) ++lines_taken_;
    begin_ += taken.size();
    unusual_ = 0;
    return true;
}

/// Up to where rows may begin.
std::size_t SheetStream::end_of_piece(std::string_view text) {
    constexpr std::string_view start_of_rows = "<sheetData", end_of_row = "</row>";
    if (!scans_) return text.size();
    const std::size_t start = in_rows_ ? text.npos : text.find(start_of_rows);
    if (start != text.npos) {
        in_rows_ = true;
        const std::size_t end = text.find('>', start);
        return end == text.npos ? text.size() : end + 1;
    }
    const std::size_t end = text.find(end_of_row);
    return end == text.npos ? text.size() : end + end_of_row.size();
}

std::size_t SheetStream::read(char* to, std::size_t size) {
    if (lines_taken_ > 0) {
        const std::size_t lines = std::min(lines_taken_, size);
        std::memset(to, '\n', lines);
        lines_taken_ -= lines;
        return lines;
    }
    if (begin_ == buffer_.size() && !fill()) return 0;
    const std::string_view piece = rest().substr(0, size);
    const std::size_t given = end_of_piece(piece);
    std::memcpy(to, piece.data(), given);
    begin_ += given;
    return given;
}

}  // namespace daicho
