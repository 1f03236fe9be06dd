#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "grammars/base/os.hpp"

namespace daicho {

/// Cuts standard input into pieces that end with a line, as large as what is there at the time: a program
/// that asks a line and waits for its answer gets it.
class InputLines {
 public:
    /// Fills `lines` with the next piece; false at the end.
    bool next(std::string& lines);

 private:
    InputFile input_{"-"};
    std::string rest_;
};

/// Reads standard input line by line.
class InputLine {
 public:
    /// The next line without its line end (LF or CRLF); nothing at the end.
    std::optional<std::string> next();

 private:
    InputLines input_;
    std::string lines_;
    std::size_t at_ = 0;
};

/// Calls `use(line)` for each line of a piece, without its line end (LF or CRLF).
template <class Use>
void for_each_input_line(std::string_view lines, Use&& use) {
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        std::string_view line = lines.substr(0, end);
        lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        use(line);
    }
}

}  // namespace daicho
