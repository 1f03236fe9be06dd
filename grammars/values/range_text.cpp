#include "grammars/values/range_text.hpp"

#include <string_view>
#include <utility>

namespace daicho {

namespace {

/// Where `mark` stands, if it stands in `text` once.
std::size_t only_place(std::string_view text, std::string_view mark) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos || text.find(mark, at + mark.size()) != std::string_view::npos) {
        return std::string_view::npos;
    }
    return at;
}

/// 2024/4/1-4/30 has a hyphen for its range; in 2024-04 it joins year and month.
bool hyphen_is_free(std::string_view text) {
    return text.find_first_of("/:.") != std::string_view::npos || text.find("月") != std::string_view::npos ||
           text.find("時") != std::string_view::npos;
}

}  // namespace

std::optional<RangeText> split_range(const Narrow& narrow) {
    const std::string_view text = narrow.text();
    for (const std::string_view mark : {"~", "から", "より", " - ", "-", "/"}) {
        const std::size_t at = only_place(text, mark);
        if (at == std::string_view::npos || (mark == "-" && !hyphen_is_free(text))) continue;
        const auto size = static_cast<std::uint32_t>(text.size());
        const std::size_t words = text.ends_with("まで") ? std::string_view("まで").size() : 0;
        const auto begin = static_cast<std::uint32_t>(at + mark.size());
        const auto end = static_cast<std::uint32_t>(size - words);
        if (begin > end) continue;
        return RangeText{narrow.original({0, static_cast<std::uint32_t>(at)}), narrow.original({begin, end})};
    }
    return std::nullopt;
}

Remark shifted(Remark remark, std::uint32_t offset) {
    remark.where.begin += offset;
    remark.where.end += offset;
    return remark;
}

}  // namespace daicho
