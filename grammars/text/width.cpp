#include "grammars/text/width.hpp"

#include <algorithm>
#include <charconv>
#include <span>
#include <vector>

#include "grammars/base/embedded_file.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

std::span<const EmbeddedFile> display_width_table();

namespace {

struct Range {
    char32_t first = 0;
    char32_t last = 0;
    unsigned columns = 0;
};

constexpr char32_t joiner = 0x200D;
constexpr char32_t emoji_selector = 0xFE0F;

std::vector<Range> read_table() {
    std::vector<Range> ranges;
    std::string_view text = display_width_table().front().text;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (line.empty() || line.front() == '#') continue;
        const char* end = line.data() + line.size();
        std::uint32_t first = 0, last = 0;
        const char* at = std::from_chars(line.data(), end, first, 16).ptr + 1;
        at = std::from_chars(at, end, last, 16).ptr + 1;
        ranges.push_back({first, last, *at == '2' ? 2u : 0u});
    }
    return ranges;
}

bool is_flag_letter(char32_t c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

bool is_skin_tone(char32_t c) {
    return c >= 0x1F3FB && c <= 0x1F3FF;
}

/// One thing that a reader sees: a letter with its marks, an emoji with all that is joined to it.
struct Cluster {
    std::size_t size = 0;
    unsigned columns = 0;
};

Cluster cluster_at(std::string_view text, std::size_t at) {
    const auto [first, first_size] = code_point_at(text, at);
    Cluster cluster{first_size, display_width(first)};
    const auto next = [&] { return code_point_at(text, at + cluster.size); };
    if (is_flag_letter(first) && is_flag_letter(next().value)) return {cluster.size + next().size, 2};
    for (auto c = next(); c.size > 0; c = next()) {
        if (c.value == joiner) {
            cluster.size += c.size;
            cluster.size += next().size;
        } else if ((is_skin_tone(c.value) && cluster.columns == 2) ||
                   (c.value >= 0x80 && display_width(c.value) == 0)) {
            if (c.value == emoji_selector && first >= 0x2000) cluster.columns = 2;
            cluster.size += c.size;
        } else {
            break;
        }
    }
    return cluster;
}

}  // namespace

unsigned display_width(char32_t c) {
    static const std::vector<Range> ranges = read_table();
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return 0;
    if (c < 0x300) return 1;
    const auto found = std::ranges::lower_bound(ranges, c, {}, &Range::last);
    return found != ranges.end() && c >= found->first ? found->columns : 1;
}

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Cluster cluster = cluster_at(text, at);
        columns += cluster.columns;
        at += cluster.size;
    }
    return columns;
}

std::string padded(std::string_view text, std::size_t columns) {
    const std::size_t width = display_width(text);
    std::string out(text);
    out.append(columns > width ? columns - width : 0, ' ');
    return out;
}

std::size_t size_within(std::string_view text, std::size_t columns) {
    std::size_t at = 0;
    for (std::size_t used = 0; at < text.size();) {
        const Cluster cluster = cluster_at(text, at);
        used += cluster.columns;
        if (used > columns) break;
        at += cluster.size;
    }
    return at;
}

}  // namespace daicho
