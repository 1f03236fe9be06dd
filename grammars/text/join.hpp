#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace daicho {

/// The texts one after the other with `between` between them.
template <class Texts>
std::string joined(const Texts& texts, std::string_view between) {
    std::string all;
    bool first = true;
    for (const auto& text : texts) {
        if (!first) all += between;
        first = false;
        all += text;
    }
    return all;
}

/// The first texts with ", " between them, and "…" where there are more.
template <class Texts>
std::string first_joined(const Texts& texts, std::size_t most = 10) {
    std::string all;
    std::size_t count = 0;
    for (const auto& text : texts) {
        if (count == most) return all + " …";
        all.append(count++ == 0 ? "" : ", ").append(text);
    }
    return all;
}

/// The texts one after the other.
inline std::string concatenated(std::initializer_list<std::string_view> texts) {
    return joined(texts, {});
}

}  // namespace daicho
