#include "grammars/text/narrow.hpp"

#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

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

bool is_long_mark(char32_t c) {
    return c == 0x30FC || c == 0xFF70;
}

bool is_hiragana(char32_t c) {
    return c >= 0x3041 && c <= 0x3096;
}

/// うみえ～る: a drawn-out sound of a name, no range.
bool is_drawn_out(char32_t previous, char32_t c, char32_t next) {
    return (c == 0x301C || c == 0xFF5E) && is_hiragana(previous) && is_hiragana(next);
}

/// The code point that ends before `end`; 0 at the beginning.
char32_t code_point_before(std::string_view text, std::size_t end) {
    if (end == 0) return 0;
    std::size_t at = end - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return code_point_at(text, at).value;
}

/// Where the part of a text from `at` on ends that narrow notation leaves as it is, byte by byte.
std::size_t end_of_same(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    while (at < text.size()) {
        if (byte(at) < 0x80) {
            if (byte(at) == '\t') break;
            ++at;
            continue;
        }
        const auto [c, size] = code_point_at(text, at);
        const bool kanji = c >= 0x4E00 && c <= 0x9FFF;
        if (!kanji && (narrowed(c) != c || (c == 0xFFFD && size == 1))) break;
        if (is_long_mark(c) && at > 0 && is_digit(byte(at - 1))) break;  // it may be a hyphen
        at += size;
    }
    return at;
}

}  // namespace

Narrow::Narrow(std::string_view original) {
    std::size_t begin = 0;
    while (begin < original.size()) {
        const auto [c, size] = code_point_at(original, begin);
        if (!is_space(c)) break;
        begin += size;
    }
    begin_ = static_cast<std::uint32_t>(begin);
    const std::size_t same = end_of_same(original, begin);
    text_.assign(original, begin, same - begin);
    if (same != original.size()) respell(original, same);
    const std::size_t last = text_.find_last_not_of(' ');
    text_.resize(last == text_.npos ? 0 : last + 1);
}

/// Goes on from a character that does not stay as it is.
void Narrow::respell(std::string_view original, std::size_t from) {
    origin_.reserve(original.size() - begin_ + 1);
    for (std::size_t at = begin_; at < from; ++at) origin_.push_back(static_cast<std::uint32_t>(at));
    char32_t previous = from == begin_ ? U'\0' : code_point_before(original, from);
    std::size_t tail = from;  // where the spaces at the end begin
    std::size_t last_kept = text_.size();
    while (last_kept > 0 && text_[last_kept - 1] == ' ') {
        --tail;
        --last_kept;
    }
    for (std::size_t at = from; at < original.size();) {
        const auto [c, size] = code_point_at(original, at);
        char32_t to = narrowed(c);
        if (is_long_mark(c) && is_digit(previous)) {
            const char32_t next = narrowed(code_point_at(original, at + size).value);
            if (is_digit(next) || next == 0) to = '-';
        }
        if (is_drawn_out(previous, c, code_point_at(original, at + size).value)) to = c;
        respelt_ |= to != c;
        append_utf8(text_, to);
        origin_.resize(text_.size(), static_cast<std::uint32_t>(at));
        at += size;
        if (to != ' ') {
            last_kept = text_.size();
            tail = at;
        }
        previous = to;
    }
    origin_.resize(last_kept);
    origin_.push_back(static_cast<std::uint32_t>(tail));
}

Span Narrow::original(Span span) const {
    if (origin_.empty())
        return span.empty() ? Span{begin_ + span.begin, begin_ + span.begin}
                            : Span{begin_ + span.begin, begin_ + span.end};
    const std::uint32_t begin = origin_[span.begin];
    if (span.empty()) return {begin, begin};
    if (span.end == text_.size()) return {begin, origin_.back()};
    return {begin, origin_[span.end]};
}

bool is_narrow(std::string_view text) {
    if (text.starts_with(' ') || text.ends_with(' ')) return false;
    const std::size_t same = end_of_same(text, 0);
    char32_t previous = code_point_before(text, same);
    for (std::size_t at = same; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        at += size;
        const bool stays = narrowed(c) == c || is_drawn_out(previous, c, code_point_at(text, at).value);
        if (!stays || (c == 0xFFFD && size == 1)) return false;
        if (is_long_mark(c) && is_digit(previous)) {
            const char32_t next = narrowed(code_point_at(text, at).value);
            if (is_digit(next) || next == 0) return false;
        }
        previous = c;
    }
    return true;
}

}  // namespace daicho
