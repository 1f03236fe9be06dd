#include "tools/server/target.hpp"

#include <algorithm>
#include <cstdint>

#include "grammars/base/hexadecimal.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::string_view base64url_digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t most_query_items = 64;

/// Decodes percent signs, and "+" of a query.
bool decode(std::string_view text, bool plus_is_space, std::string& out) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size()) return false;
            const int high = hex_value(text[i + 1]), low = hex_value(text[i + 2]);
            if (high < 0 || low < 0) return false;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (c == '+' && plus_is_space) {
            c = ' ';
        }
        const auto byte = static_cast<unsigned char>(c);
        const bool control = byte < 0x20 || byte == 0x7F;
        if (control && !(plus_is_space && (c == '\n' || c == '\r' || c == '\t'))) return false;
        out += c;
    }
    return find_invalid_utf8(out) == out.npos;
}

bool is_plain_path(std::string_view path) {
    if (path.empty() || path.front() != '/') return false;
    for (std::size_t at = 1; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view segment = path.substr(at, end - at);
        const bool last = end == path.size();
        if (segment == "." || segment == ".." || (segment.empty() && !last)) return false;
        at = end + 1;
    }
    return true;
}

}  // namespace

bool read_query(std::string_view text, std::vector<QueryItem>& items) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view item = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (item.empty()) continue;
        if (items.size() == most_query_items) return false;
        const std::size_t equals = std::min(item.find('='), item.size());
        QueryItem& one = items.emplace_back();
        if (!decode(item.substr(0, equals), true, one.name)) return false;
        if (equals < item.size() && !decode(item.substr(equals + 1), true, one.value)) return false;
    }
    return true;
}

bool read_target(std::string_view target, Request& request) {
    const std::size_t mark = std::min(target.find('?'), target.size());
    // A slash that was encoded belongs to a segment; nothing here has such segments.
    for (const std::string_view slash : {"%2f", "%2F", "%5c", "%5C"}) {
        if (target.substr(0, mark).find(slash) != target.npos) return false;
    }
    request.path.clear();
    request.query.clear();
    if (!decode(target.substr(0, mark), false, request.path) || !is_plain_path(request.path)) return false;
    return mark == target.size() || read_query(target.substr(mark + 1), request.query);
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '_' || c == '.' || c == '~';
        if (plain) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += hex[byte >> 4];
            out += hex[byte & 15];
        }
    }
    return out;
}

std::string base64url(std::string_view bytes) {
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : bytes) {
        bits = (bits << 8) | static_cast<unsigned char>(c);
        for (count += 8; count >= 6; count -= 6) out += base64url_digits[(bits >> (count - 6)) & 63];
    }
    if (count > 0) out += base64url_digits[(bits << (6 - count)) & 63];
    return out;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const std::size_t value = base64url_digits.find(c);
        if (value == base64url_digits.npos) return std::nullopt;
        bits = (bits << 6) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            out += static_cast<char>((bits >> (count - 8)) & 255);
            count -= 8;
        }
    }
    return out;
}

}  // namespace daicho
