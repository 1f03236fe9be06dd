#include <algorithm>
#include <string>

#include "grammars/model_language/parse_model.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::size_t shown_before = 60;  // characters of a long line
constexpr std::size_t shown_behind = 40;

/// Whether a character takes two columns of a terminal (East Asian Width W and F, in the large).
bool is_wide(char32_t c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
           (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1F64F) ||
           (c >= 0x20000 && c <= 0x3FFFD);
}

struct Line {
    std::size_t begin, end;  ///< without the line end
    std::size_t number;
};

Line line_at(std::string_view text, std::size_t at) {
    const std::size_t begin = text.substr(0, at).rfind('\n') + 1;
    std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > begin && end > at && text[end - 1] == '\r') --end;
    const auto number = static_cast<std::size_t>(std::ranges::count(text.substr(0, begin), '\n')) + 1;
    return {begin, end, number};
}

/// The last `count` characters of `text`.
std::string_view tail(std::string_view text, std::size_t count) {
    std::size_t at = text.size();
    for (; at > 0 && count > 0; --count) {
        --at;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    }
    return text.substr(at);
}

/// The first `count` characters of `text`.
std::string_view head(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    for (; at < text.size() && count > 0; --count) at += code_point_at(text, at).size;
    return text.substr(0, at);
}

/// The text as it can be shown: control characters are shown as spaces.
std::string shown(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    return out;
}

/// Spaces as wide as `text`.
std::string blank_as(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        out += is_wide(c) ? "  " : " ";
        at += size;
    }
    return out;
}

}  // namespace

std::string point_at(std::string_view path, std::string_view text, Span where, std::string_view message) {
    const std::size_t at = std::min<std::size_t>(where.begin, text.size());
    const Line line = line_at(text, at);
    const std::string_view before = text.substr(line.begin, at - line.begin);
    const std::string_view behind = text.substr(at, std::max(line.end, at) - at);
    const std::string_view left = tail(before, shown_before);
    const std::string_view right = head(behind, shown_behind);
    const std::string lead = left.size() < before.size() ? "... " : "";
    const std::string trail = right.size() < behind.size() ? " ..." : "";

    std::string out(path);
    out += ":" + std::to_string(line.number) + ":" + std::to_string(count_code_points(before) + 1) + ": ";
    out += message;
    out += "\n  " + lead + shown(left) + shown(right) + trail;
    out += "\n  " + std::string(lead.size(), ' ') + blank_as(left) + "^";
    return out;
}

}  // namespace daicho
