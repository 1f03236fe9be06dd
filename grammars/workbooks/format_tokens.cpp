#include "grammars/workbooks/format_tokens.hpp"

#include <algorithm>

namespace daicho {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

FormatToken FormatTokens::next() {
    if (at_ >= code_.size()) return {};
    const char c = code_[at_];
    if (c == '"') return quoted('"', FormatToken::Kind::literal);
    if (c == '[') return quoted(']', FormatToken::Kind::bracket);
    if (c == '\\' || c == '!') return take(1, FormatToken::Kind::literal);
    if (c == '_' || c == '*') {  // the width of a character, a character that fills
        at_ = std::min(code_.size(), at_ + 2);
        return next();
    }
    if (!is_letter(c)) {
        const bool ascii = static_cast<unsigned char>(c) < 0x80;
        return take(0, ascii ? FormatToken::Kind::sign : FormatToken::Kind::literal);
    }
    std::size_t end = at_ + 1;
    while (end < code_.size() && (code_[end] | 0x20) == (c | 0x20)) ++end;
    const FormatToken token{FormatToken::Kind::letters, code_.substr(at_, end - at_)};
    at_ = end;
    return token;
}

FormatToken FormatTokens::quoted(char end, FormatToken::Kind kind) {
    const std::size_t begin = at_ + 1;
    const std::size_t close = std::min(code_.find(end, begin), code_.size());
    at_ = close + 1;
    return {kind, code_.substr(begin, close - begin)};
}

/// The character behind the next `before` bytes.
FormatToken FormatTokens::take(std::size_t before, FormatToken::Kind kind) {
    const std::size_t begin = std::min(at_ + before, code_.size());
    std::size_t end = std::min(begin + 1, code_.size());
    while (end < code_.size() && (static_cast<unsigned char>(code_[end]) & 0xC0) == 0x80) ++end;
    at_ = end;
    return {kind, code_.substr(begin, end - begin)};
}

std::vector<std::string_view> format_sections(std::string_view code) {
    std::vector<std::string_view> sections;
    std::size_t begin = 0;
    char closing = 0;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (closing != 0) {
            if (c == closing) closing = 0;
        } else if (c == '"' || c == '[') {
            closing = c == '"' ? '"' : ']';
        } else if (c == '\\') {
            ++at;
        } else if (c == ';') {
            sections.push_back(code.substr(begin, at - begin));
            begin = at + 1;
        }
    }
    sections.push_back(code.substr(std::min(begin, code.size())));
    return sections;
}

}  // namespace daicho
