#include "grammars/text/narrow.hpp"

#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

bool is_space(char32_t c) {
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x205F;
}

bool is_dash(char32_t c) {
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63 || c == 0xFE58;
}

char32_t narrowed(char32_t c) {
    if (is_space(c)) return ' ';
    if (is_dash(c)) return '-';
    if (c == 0x301C || c == 0xFF5E) return '~';
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
    if (c == 0xFFE5) return 0xA5;
    return c;
}

bool is_digit(char32_t c) {
    return c >= '0' && c <= '9';
}

}  // namespace

Narrow::Narrow(std::string_view original) {
    std::size_t begin = 0;
    while (begin < original.size()) {
        const auto [c, size] = code_point_at(original, begin);
        if (!is_space(c)) break;
        begin += size;
    }
    text_.reserve(original.size() - begin);
    origin_.reserve(original.size() - begin + 1);
    char32_t previous = 0;
    std::size_t last_kept = 0;
    for (std::size_t at = begin; at < original.size();) {
        const auto [c, size] = code_point_at(original, at);
        char32_t to = narrowed(c);
        if ((c == 0x30FC || c == 0xFF70) && is_digit(previous)) {
            const char32_t next = narrowed(code_point_at(original, at + size).value);
            if (is_digit(next) || next == 0) to = '-';
        }
        respelt_ |= to != c;
        const std::size_t before = text_.size();
        append_utf8(text_, to);
        origin_.insert(origin_.end(), text_.size() - before, static_cast<std::uint32_t>(at));
        at += size;
        if (to != ' ') last_kept = text_.size();
        previous = to;
    }
    // Spaces at the end: drop them, and let the end of the text point at where they begin.
    std::size_t tail = begin;
    if (last_kept > 0) {
        const std::size_t last = origin_[last_kept - 1];
        tail = last + code_point_at(original, last).size;
    }
    text_.resize(last_kept);
    origin_.resize(last_kept);
    origin_.push_back(static_cast<std::uint32_t>(tail));
}

Span Narrow::original(Span span) const {
    const std::uint32_t begin = origin_[span.begin];
    if (span.empty()) return {begin, begin};
    if (span.end == text_.size()) return {begin, origin_.back()};
    return {begin, origin_[span.end]};
}

bool is_narrow(std::string_view text) {
    if (text.starts_with(' ') || text.ends_with(' ')) return false;
    char32_t previous = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        at += size;
        if (narrowed(c) != c || (c == 0xFFFD && size == 1)) return false;
        if ((c == 0x30FC || c == 0xFF70) && is_digit(previous)) {
            const char32_t next = narrowed(code_point_at(text, at).value);
            if (is_digit(next) || next == 0) return false;
        }
        previous = c;
    }
    return true;
}

}  // namespace daicho
