#include "tools/input_lines.hpp"

#include <algorithm>

namespace daicho {

namespace {

constexpr std::size_t piece = std::size_t{1} << 18;

}  // namespace

bool InputLines::next(std::string& lines) {
    lines = std::exchange(rest_, {});
    for (;;) {
        const std::size_t before = lines.size();
        lines.resize(before + piece);
        const std::size_t size = input_.read(lines.data() + before, piece);
        lines.resize(before + size);
        if (size == 0) return !lines.empty();
        const std::size_t end = std::string_view{lines}.substr(before).rfind('\n');
        if (end == std::string_view::npos) continue;
        rest_.assign(lines, before + end + 1);
        lines.resize(before + end + 1);
        return true;
    }
}

std::optional<std::string> InputLine::next() {
    if (at_ == lines_.size()) {
        at_ = 0;
        if (!input_.next(lines_)) return std::nullopt;
    }
    const std::size_t end = std::min(lines_.find('\n', at_), lines_.size());
    std::string line = lines_.substr(at_, end - at_);
    at_ = std::min(end + 1, lines_.size());
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

}  // namespace daicho
