#include "registries/address/told_streets.hpp"

#include <algorithm>
#include <iterator>

namespace daicho {

Span streets_told(std::string_view source, Span rest) {
    constexpr std::string_view opening[] = {"（", "("}, closing[] = {"）", ")"};
    constexpr std::string_view ends[] = {"入", "る", "ル", "まで", "通", "角", "側"};
    const std::string_view text = slice(source, rest);
    const auto* open = std::find_if(std::begin(opening), std::end(opening),
                                    [&](std::string_view mark) { return text.starts_with(mark); });
    const auto* close = std::find_if(std::begin(closing), std::end(closing),
                                     [&](std::string_view mark) { return text.ends_with(mark); });
    if (open == std::end(opening) || close == std::end(closing)) return {};
    const std::string_view told = text.substr(open->size(), text.size() - open->size() - close->size());
    const bool way = told.find("通") != told.npos &&
                     std::any_of(std::begin(ends), std::end(ends),
                                 [&](std::string_view end) { return told.ends_with(end); });
    if (!way || told.find_first_of("0123456789") != told.npos) return {};
    const auto begin = rest.begin + static_cast<decltype(rest.begin)>(open->size());
    return {begin, begin + static_cast<decltype(rest.begin)>(told.size())};
}

}  // namespace daicho
