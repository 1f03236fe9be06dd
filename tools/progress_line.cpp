#include "tools/progress_line.hpp"

#include <ostream>

#include "grammars/base/os.hpp"
#include "grammars/text/width.hpp"

namespace daicho {

ProgressLine::ProgressLine(std::ostream& talk) : talk_(talk), on_(is_terminal(2)) {}

bool ProgressLine::due() const {
    return on_ && (!shown_ || std::chrono::steady_clock::now() - last_ >= std::chrono::milliseconds{100});
}

void ProgressLine::show(std::string_view text) {
    if (!on_) return;
    const std::size_t columns = terminal_width(2) - 1;
    talk_ << "\r\x1B[K" << text.substr(0, size_within(text, columns)) << std::flush;
    shown_ = true;
    last_ = std::chrono::steady_clock::now();
}

void ProgressLine::clear() {
    if (shown_) talk_ << "\r\x1B[K" << std::flush;
    shown_ = false;
}

}  // namespace daicho
