#include "registries/fetch/http_head.hpp"

#include "grammars/text/spaces.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace daicho {

namespace {

/// A number at the start of `text`, which is cut off it.
std::optional<std::uint64_t> take_number(std::string_view& text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
    const auto number = take_number(text);
    return text.empty() ? number : std::nullopt;
}

/// RFC 9110 14.4: "bytes 5-9/10", "bytes 5-9/*", "bytes */10".
std::optional<HttpHead::Range> read_range(std::string_view text) {
    constexpr std::string_view unit = "bytes ";
    if (!text.starts_with(unit)) return std::nullopt;
    text.remove_prefix(unit.size());
    HttpHead::Range range;
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    range.total = whole_number(text.substr(slash + 1));
    text = text.substr(0, slash);
    if (text == "*") return range;
    const auto first = take_number(text);
    if (!first || !text.starts_with('-')) return std::nullopt;
    range.first = *first;
    return range;
}

bool is_called(std::string_view name, std::string_view wanted) {
    if (name.size() != wanted.size()) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i] >= 'A' && name[i] <= 'Z' ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
        if (c != wanted[i]) return false;
    }
    return true;
}

void read_status(std::string_view line, HttpHead& head) {
    head = {};
    const auto blank = line.find(' ');
    if (blank == std::string_view::npos) return;
    line.remove_prefix(blank + 1);
    head.status = static_cast<int>(take_number(line).value_or(0) % 1000);
}

constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

}  // namespace

// RFC 9110 5.6.7, the one form that is still written: "Sun, 06 Nov 1994 08:49:37 GMT".
std::optional<std::int64_t> http_time(std::string_view text) {
    if (text.size() != 29 || !text.ends_with(" GMT")) return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t size) { return whole_number(text.substr(at, size)); };
    const auto day = number(5, 2), year = number(12, 4), hour = number(17, 2), minute = number(20, 2),
               second = number(23, 2);
    const auto month = std::ranges::find(months, text.substr(8, 3));
    if (!day || !year || !hour || !minute || !second || month == std::end(months)) return std::nullopt;
    const std::chrono::year_month_day date{
        std::chrono::year{static_cast<int>(*year)},
        std::chrono::month{static_cast<unsigned>(month - std::begin(months)) + 1},
        std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    const auto days = std::chrono::sys_days{date}.time_since_epoch().count();
    return static_cast<std::int64_t>(days) * 86400 +
           static_cast<std::int64_t>(*hour * 3600 + *minute * 60 + *second);
}

void read_head_line(std::string_view line, HttpHead& head) {
    if (line.starts_with("HTTP/")) return read_status(line, head);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const auto name = line.substr(0, colon);
    const auto value = trimmed(line.substr(colon + 1));
    if (is_called(name, "etag")) head.etag = value;
    if (is_called(name, "last-modified")) head.last_modified = value;
    if (is_called(name, "content-type")) head.content_type = value;
    if (is_called(name, "content-encoding")) head.content_encoding = value;
    if (is_called(name, "content-length")) head.length = whole_number(value);
    if (is_called(name, "content-range")) head.range = read_range(value);
    if (is_called(name, "retry-after")) head.retry_after = value;
    if (is_called(name, "date")) head.date = value;
}

}  // namespace daicho
