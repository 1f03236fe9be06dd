#include "tools/gate/glob.hpp"

#include <cstddef>
#include <string>

namespace daicho {

namespace {

/// Bytes of the character at the front.
std::size_t character_size(std::string_view text) {
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
    return size;
}

/// Whether the character at the front of `text` is in the set behind "["; `rest` is what follows "]".
bool in_set(std::string_view set, std::string_view character, std::string_view& rest, bool& closed) {
    const bool no = set.starts_with('!') || set.starts_with('^');
    if (no) set.remove_prefix(1);
    bool found = false;
    for (bool first = true; !set.empty() && (first || set.front() != ']'); first = false) {
        const std::string_view low = set.substr(0, character_size(set));
        set.remove_prefix(low.size());
        std::string_view high = low;
        if (set.size() > 1 && set[0] == '-' && set[1] != ']') {
            set.remove_prefix(1);
            high = set.substr(0, character_size(set));
            set.remove_prefix(high.size());
        }
        // UTF-8 orders as its code points do.
        found |= low <= character && character <= high;
    }
    closed = set.starts_with(']');
    rest = closed ? set.substr(1) : set;
    return found != no;
}

/// The comma that parts the first choice from the others, or the "}" behind the last.
std::size_t end_of_choice(std::string_view pattern) {
    std::size_t depth = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '{') ++depth;
        if (depth == 0 && (pattern[i] == ',' || pattern[i] == '}')) return i;
        if (pattern[i] == '}') --depth;
    }
    return pattern.npos;
}

std::size_t end_of_choices(std::string_view pattern) {
    std::size_t at = 0;
    while (true) {
        const std::size_t end = end_of_choice(pattern.substr(at));
        if (end == pattern.npos) return end;
        at += end;
        if (pattern[at] == '}') return at;
        ++at;
    }
}

bool matches_here(std::string_view pattern, std::string_view path);

/// "{a,b}c": `choices` is what stands behind "{".
bool matches_choice(std::string_view choices, std::size_t close, std::string_view path) {
    const std::string_view behind = choices.substr(close + 1);
    std::string_view rest = choices.substr(0, close + 1);
    while (!rest.empty()) {
        const std::size_t end = end_of_choice(rest);
        if (matches_here(std::string(rest.substr(0, end)).append(behind), path)) return true;
        rest.remove_prefix(end + 1);
    }
    return false;
}

bool matches_star(std::string_view pattern, std::string_view path) {
    const bool folders = pattern.starts_with("**");
    std::string_view behind = pattern.substr(folders ? 2 : 1);
    if (folders && behind.starts_with('/') && matches_here(behind.substr(1), path)) return true;
    for (std::size_t skip = 0; skip <= path.size(); ++skip) {
        if (matches_here(behind, path.substr(skip))) return true;
        if (skip < path.size() && !folders && path[skip] == '/') return false;
    }
    return false;
}

bool matches_here(std::string_view pattern, std::string_view path) {
    while (!pattern.empty()) {
        const char c = pattern.front();
        if (c == '*') return matches_star(pattern, path);
        if (c == '{') {
            if (const auto close = end_of_choices(pattern.substr(1)); close != pattern.npos)
                return matches_choice(pattern.substr(1), close, path);
        }
        if (path.empty()) return false;
        const std::string_view character = path.substr(0, character_size(path));
        if (c == '?' || c == '[') {
            std::string_view rest = pattern.substr(1);
            bool closed = true;
            const bool taken = c == '?' || in_set(pattern.substr(1), character, rest, closed);
            if (closed) {
                if (!taken || character == "/") return false;
                pattern = rest;
                path.remove_prefix(character.size());
                continue;
            }
        }
        if (c != path.front()) return false;
        pattern.remove_prefix(1);
        path.remove_prefix(1);
    }
    return path.empty();
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path) {
    while (pattern.starts_with("./")) pattern.remove_prefix(2);
    while (pattern.ends_with('/')) pattern.remove_suffix(1);
    if (pattern == "." || pattern.empty()) return pattern == ".";
    const bool anywhere = pattern.find('/') == pattern.npos;
    for (std::size_t begin = 0;;) {
        for (std::size_t end = path.find('/', begin);; end = path.find('/', end + 1)) {
            if (matches_here(pattern, path.substr(begin, end == path.npos ? end : end - begin))) return true;
            if (end == path.npos) break;
        }
        if (!anywhere) return false;
        begin = path.find('/', begin);
        if (begin == path.npos) return false;
        ++begin;
    }
}

}  // namespace daicho
