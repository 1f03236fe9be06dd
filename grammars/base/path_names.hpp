#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// "c" of "/a/b/c" and of "c".
inline std::string_view name_of_path(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

/// "/a/b" of "/a/b/c", "/" of "/c", "." of "c".
inline std::string folder_of_path(std::string_view path) {
    const auto slash = path.rfind('/');
    if (slash == path.npos) return ".";
    return std::string(slash == 0 ? "/" : path.substr(0, slash));
}

}  // namespace daicho
